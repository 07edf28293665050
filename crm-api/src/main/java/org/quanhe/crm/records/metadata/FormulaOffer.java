package org.quanhe.crm.records.metadata;

import java.util.List;

/**
 * What may stand in a formula.
 *
 * @param fields those that it may name
 * @param more there are more fields than these
 * @param functions those that it may use
 */
public record FormulaOffer(List<FormulaField> fields, boolean more, List<FormulaFunction> functions) {
    public FormulaOffer {
        fields = List.copyOf(fields);
        functions = List.copyOf(functions);
    }
}
