package org.quanhe.crm.records.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;

/**
 * What may stand in formulas and in conditions written like them: exactly what their check takes. For administrators;
 * everybody else is refused with FORBIDDEN.
 */
public interface FormulaWords {
    /** Fields that a search gives at the most. */
    int MOST_FOUND = 60;

    /**
     * Where something is written.
     *
     * @param model the types as they are to be; null for a condition on records as they are, which looks at fields of
     *     the record itself alone
     * @param type record type
     * @param field whose formula it is, empty for a new one: what is made from it is not offered
     */
    record Place(@Nullable Model model, String type, String field) {}

    /**
     * The fields behind those references, of the type itself behind none, and all functions.
     *
     * @param way names of reference fields, one behind the other
     * @param spoken language of the labels
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND if there is no such type
     */
    FormulaOffer offered(Place place, List<String> way, Language spoken);

    /**
     * Fields and functions in whose labels, names or explanations all those words stand, whatever accents and case;
     * near fields first, at most {@link #MOST_FOUND}.
     */
    FormulaOffer found(Place place, String words, Language spoken);
}
