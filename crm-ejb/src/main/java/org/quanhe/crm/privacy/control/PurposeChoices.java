package org.quanhe.crm.privacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.privacy.entity.ConsentPurposes;
import org.quanhe.crm.privacy.spi.Consenting;
import org.quanhe.crm.records.spi.ChoiceSource;

/** What people can agree to, as the fields of leads and customers offer it. */
@ApplicationScoped
class PurposeChoices implements ChoiceSource {
    @Inject
    private PurposeBook book;

    @Override
    public Set<String> fields() {
        return Set.of("customers." + Consenting.FIELD, "leads." + Consenting.FIELD);
    }

    @Override
    public String version() {
        return "select version from consent_purposes where id = " + ConsentPurposes.ONLY;
    }

    @Override
    public List<Choice> choices() {
        return book.all().stream()
                .map(purpose -> new Choice(purpose.code(), PurposeBook.byTag(purpose.names()), !purpose.retired()))
                .toList();
    }
}
