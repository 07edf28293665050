package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.spi.FieldType;

/** Turns what callers send into values of fields, and says all that is wrong with it at once. */
@ApplicationScoped
public class ValueReader {
    /** What answers carry beside the fields. */
    private static final Set<String> WRITTEN_BY_SYSTEM = Set.of("id", "title");

    @Inject
    private FieldTypes fieldTypes;

    /** What was read: values by field (null empties one), and what could not be. */
    public record Read(Map<FieldDescriptor, @Nullable Object> values, List<Violation> violations) {}

    /**
     * Reads values for a record.
     *
     * @param complete true for a new record: required fields must be there
     */
    public Read read(RecordTypeDescriptor type, Map<String, ? extends @Nullable Object> raw, boolean complete) {
        Map<FieldDescriptor, @Nullable Object> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        raw.forEach((name, value) -> {
            FieldDescriptor field = type.fields().get(name);
            if (field == null && WRITTEN_BY_SYSTEM.contains(name)) {
                violations.add(new Violation(name, LocalizedMessage.of("records.error.readOnly")));
            } else if (field == null) {
                violations.add(new Violation(
                        name.length() > 60 ? name.substring(0, 60) + "…" : name,
                        LocalizedMessage.of("records.error.unknownField")));
            } else if (field.view().readOnly()) {
                violations.add(new Violation(name, LocalizedMessage.of("records.error.readOnly")));
            } else {
                try {
                    Object read = fieldTypes.read(field.view(), value);
                    if (read == null && field.view().required()) {
                        violations.add(new Violation(name, LocalizedMessage.of("records.error.required")));
                    }
                    values.put(field, read);
                } catch (FieldType.Unreadable unreadable) {
                    violations.add(new Violation(name, unreadable.text()));
                }
            }
        });
        if (complete) {
            type.customFields().values().forEach(field -> {
                Object beginning = field.view().rules().beginning();
                if (beginning != null && !raw.containsKey(field.name())) {
                    values.put(field, beginning);
                }
            });
            type.fields().values().stream()
                    .filter(field -> field.view().required() && !raw.containsKey(field.name()) && !hasDefault(field))
                    .forEach(field ->
                            violations.add(new Violation(field.name(), LocalizedMessage.of("records.error.required"))));
        }
        // Lists before their primary entries: a file may bring both.
        Map<FieldDescriptor, @Nullable Object> ordered = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.view().primaryOf().isEmpty()) {
                ordered.put(field, value);
            }
        });
        ordered.putAll(values);
        return new Read(ordered, violations);
    }

    /** A required choice begins with the entity's own value. */
    private static boolean hasDefault(FieldDescriptor field) {
        return field.view().is(Use.CUSTOM)
                ? field.view().rules().beginning() != null
                : !field.view().choices().isEmpty() && !field.view().is(Use.TITLE);
    }
}
