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
 * @param choices the values that it may have, where these are choices
 */
public record FormulaField(String path, List<String> labels, FieldKind kind, boolean leadsOn, List<Choice> choices) {
    public FormulaField {
        labels = List.copyOf(labels);
        choices = List.copyOf(choices);
    }

    /**
     * A value to compare with.
     *
     * @param written as a formula has it, {@code "won"}
     * @param label what it is called
     */
    public record Choice(String written, String label) {}

    /** What the field itself is called. */
    public String label() {
        return labels.get(labels.size() - 1);
    }
}
