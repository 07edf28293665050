package org.quanhe.crm.records.metadata;

/**
 * When a field is shown, demanded and closed, depending on the other fields of its record. Conditions are texts of the
 * filter grammar, empty for none.
 *
 * @param field name of the field
 * @param show it is on the form only where this holds; its value stays where it does not
 * @param require it must have a value where this holds and it is shown
 * @param lock its value stays as it is where this holds
 */
public record ConditionModel(String field, String show, String require, String lock) {
    /** True if it says nothing. */
    public boolean blank() {
        return show.isEmpty() && require.isEmpty() && lock.isEmpty();
    }
}
