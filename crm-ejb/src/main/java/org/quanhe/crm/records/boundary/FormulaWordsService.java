package org.quanhe.crm.records.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.control.OfferedWords;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.metadata.FormulaOffer;
import org.quanhe.crm.records.metadata.FormulaWords;
import org.quanhe.crm.records.spi.Access;

/** What formulas are made of. */
@Stateless
@Local(FormulaWords.class)
public class FormulaWordsService implements FormulaWords {
    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    @Override
    public FormulaOffer offered(Place place, List<String> way, Language spoken) {
        return words(place, spoken).behind(way);
    }

    @Override
    public FormulaOffer found(Place place, String words, Language spoken) {
        return words(place, spoken).with(words, MOST_FOUND);
    }

    private OfferedWords words(Place place, Language spoken) {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        return OfferedWords.of(types, place, spoken);
    }
}
