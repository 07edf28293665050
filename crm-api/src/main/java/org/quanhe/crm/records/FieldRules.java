package org.quanhe.crm.records;

import org.jspecify.annotations.Nullable;

/**
 * Which values of its kind a field takes, and what a new record begins with. Values are Java values as in
 * {@link FieldKind}.
 *
 * @param min smallest number, amount, day or moment, null for none
 * @param max largest one, null for none
 * @param pattern regular expression (RE2) that a text matches as a whole, empty for none
 * @param beginning value of a new record that names none, null for none
 */
public record FieldRules(
        @Nullable Object min,
        @Nullable Object max,
        String pattern,
        @Nullable Object beginning) {
    /** No rule, no value to begin with. */
    public static final FieldRules NONE = new FieldRules(null, null, "", null);
}
