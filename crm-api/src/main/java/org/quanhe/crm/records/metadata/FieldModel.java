package org.quanhe.crm.records.metadata;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;

/**
 * A field that an administrator added.
 *
 * @param key under which records keep its values; it stays when the field gets another name
 * @param name in REST, filters and files
 * @param kind kind of its values
 * @param labels by language tag
 * @param help by language tag
 * @param choices what a choice offers
 * @param target record type that a reference points to, else empty
 * @param min smallest value as text, empty for none
 * @param max largest value as text, empty for none
 * @param maxLength most characters of a text, 0 for the kind's own limit
 * @param pattern regular expression (RE2) that a text must match as a whole, empty for none
 * @param defaultValue what a new record begins with, as JSON has it; null for nothing
 * @param uses what the field is for
 * @param formula CEL expression that makes the value, empty for none: nobody writes such a field
 * @param rollUp what the value is gathered from, null for none: nobody writes such a field
 * @param retired it is hidden; its values stay
 */
public record FieldModel(
        String key,
        String name,
        FieldKind kind,
        Map<String, String> labels,
        Map<String, String> help,
        List<ChoiceModel> choices,
        String target,
        String min,
        String max,
        int maxLength,
        String pattern,
        @Nullable Object defaultValue,
        Set<Use> uses,
        String formula,
        @Nullable RollUpModel rollUp,
        boolean retired) {

    public FieldModel {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        help = Collections.unmodifiableMap(new LinkedHashMap<>(help));
        choices = List.copyOf(choices);
        uses = uses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(uses));
    }

    public FieldModel withRetired(boolean hidden) {
        return new FieldModel(
                key,
                name,
                kind,
                labels,
                help,
                choices,
                target,
                min,
                max,
                maxLength,
                pattern,
                defaultValue,
                uses,
                formula,
                rollUp,
                hidden);
    }

    /** The same field with another formula and roll-up. */
    public FieldModel withCalculation(String other, @Nullable RollUpModel otherRollUp) {
        return new FieldModel(
                key,
                name,
                kind,
                labels,
                help,
                choices,
                target,
                min,
                max,
                maxLength,
                pattern,
                defaultValue,
                uses,
                other,
                otherRollUp,
                retired);
    }

    /** True if the value is made from others: nobody writes it. */
    public boolean calculated() {
        return !formula.isEmpty() || rollUp != null;
    }
}
