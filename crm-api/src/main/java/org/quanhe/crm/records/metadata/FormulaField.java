package org.quanhe.crm.records.metadata;

import java.util.List;
import org.quanhe.crm.records.FieldKind;

/**
 * A field that a formula may name.
 *
 * @param path as it is written, {@code order.customer.discount}
 * @param labels of the references on the way and, last, of the field
 * @param kind kind of its values
 * @param leadsOn a reference: fields of the other record may stand behind it
 */
public record FormulaField(String path, List<String> labels, FieldKind kind, boolean leadsOn) {
    public FormulaField {
        labels = List.copyOf(labels);
    }

    /** What the field itself is called. */
    public String label() {
        return labels.get(labels.size() - 1);
    }
}
