package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldState;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * When fields are shown, demanded and closed. They are rules of the company: whoever writes a record, by whatever way,
 * is held to them; forms only show early what they say.
 */
public final class FieldConditions {
    private final Map<String, Map<String, Condition>> byType = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /** The conditions on a field, read; null for none. */
    private record Condition(
            @Nullable Filter show,
            @Nullable Filter require,
            @Nullable Filter lock) {
        boolean shown(Map<String, ?> values) {
            return show == null || Evaluation.holds(show, values);
        }

        boolean required(Map<String, ?> values) {
            return require != null && shown(values) && Evaluation.holds(require, values);
        }

        boolean locked(Map<String, ?> values) {
            return lock != null && Evaluation.holds(lock, values);
        }

        Set<String> fields() {
            Set<String> fields = new LinkedHashSet<>();
            for (Filter one : new Filter[] {show, require, lock}) {
                if (one != null) {
                    fields.addAll(Filter.fieldsOf(one));
                }
            }
            return fields;
        }
    }

    private FieldConditions() {}

    /** @param types the types as the model makes them */
    public static FieldConditions read(Model model, Map<String, RecordTypeDescriptor> types) {
        FieldConditions read = new FieldConditions();
        model.types().values().forEach(type -> {
            RecordTypeDescriptor descriptor = types.get(type.name());
            if (descriptor != null && !type.retired()) {
                read.type(type, descriptor);
            }
        });
        return read;
    }

    private void type(TypeModel type, RecordTypeDescriptor descriptor) {
        Map<String, Condition> conditions = new HashMap<>();
        for (ConditionModel one : type.conditions().values()) {
            if (descriptor.fields().containsKey(one.field())) {
                String path = type.name() + "." + one.field() + ".conditions.";
                conditions.put(
                        one.field(),
                        new Condition(
                                filter(descriptor, path + "show", one.show()),
                                filter(descriptor, path + "require", one.require()),
                                filter(descriptor, path + "lock", one.lock())));
            }
        }
        if (!conditions.isEmpty()) {
            byType.put(type.name(), conditions);
        }
    }

    private @Nullable Filter filter(RecordTypeDescriptor type, String path, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            Filter filter = FilterText.parse(type.view(), text, 1);
            if (filter.equals(FilterText.parse(type.view(), text, 2))) {
                return filter;
            }
            violations.add(new Violation(path, LocalizedMessage.of("records.formula.error.me")));
        } catch (CrmException refused) {
            violations.add(new Violation(path, refused.text()));
        }
        return null;
    }

    /** Refuses a model with a condition that cannot be read. */
    void refuse() {
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations.subList(0, Math.min(100, violations.size())));
        }
    }

    List<Violation> violations() {
        return violations;
    }

    /** Fields of a type whose values decide about others: a form asks again when one of them changes. */
    public Set<String> deciding(String type) {
        Set<String> fields = new LinkedHashSet<>();
        byType.getOrDefault(type, Map.of()).values().forEach(one -> fields.addAll(one.fields()));
        return fields;
    }

    /**
     * How the fields that have conditions stand on a form.
     *
     * @param stored values of the record as it is stored, empty for a new one
     * @param values as they are typed now
     * @param readable whether the reader may read a field: a condition on another says nothing to them
     */
    public Map<String, FieldState> states(
            String type, Map<String, ?> stored, Map<String, ?> values, Set<String> readable) {
        Map<String, FieldState> states = new HashMap<>();
        byType.getOrDefault(type, Map.of()).forEach((field, one) -> {
            if (readable.contains(field) && readable.containsAll(one.fields())) {
                states.put(
                        field,
                        new FieldState(
                                one.shown(values),
                                one.required(values),
                                !stored.isEmpty() && one.locked(stored) && one.locked(values)));
            }
        });
        return states;
    }

    /**
     * What is wrong with a record about to be written. What a rule speaks of has to be touched: a record that breaks a
     * younger rule can still be changed elsewhere.
     *
     * @param before the values that are stored, empty for a new record
     * @param after the values as they would be
     */
    List<Violation> broken(String type, Map<String, ?> before, Map<String, ?> after) {
        List<Violation> broken = new ArrayList<>();
        byType.getOrDefault(type, Map.of()).forEach((field, one) -> {
            boolean changed = !Objects.equals(before.get(field), after.get(field));
            boolean touched = changed
                    || before.isEmpty()
                    || one.fields().stream().anyMatch(by -> !Objects.equals(before.get(by), after.get(by)));
            if (touched && one.required(after) && empty(after.get(field))) {
                broken.add(new Violation(field, LocalizedMessage.of("records.error.required")));
            }
            if (changed && !before.isEmpty() && one.locked(before) && one.locked(after)) {
                broken.add(new Violation(field, LocalizedMessage.of("records.error.locked")));
            }
        });
        return broken;
    }

    private static boolean empty(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }
}
