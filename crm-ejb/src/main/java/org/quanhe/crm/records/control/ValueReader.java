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
     * @param type as the caller sees it
     */
    public Read read(RecordTypeDescriptor type, Map<String, ? extends @Nullable Object> raw) {
        return read(type, raw, null);
    }

    /**
     * Reads values for a new record: required fields must be there, as far as the caller may write them.
     *
     * @param type as the caller sees it
     * @param whole the type with all its fields: those that are hidden begin with their values too
     */
    public Read readNew(
            RecordTypeDescriptor type, RecordTypeDescriptor whole, Map<String, ? extends @Nullable Object> raw) {
        return read(type, raw, whole);
    }

    private Read read(
            RecordTypeDescriptor type,
            Map<String, ? extends @Nullable Object> raw,
            @Nullable RecordTypeDescriptor whole) {
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
            } else if (whole == null ? field.view().settled() : field.view().readOnly()) {
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
        if (whole != null) {
            whole.customFields().values().forEach(field -> {
                Object beginning = field.view().rules().beginning();
                if (beginning != null && !raw.containsKey(field.name())) {
                    values.put(field, beginning);
                }
            });
            type.fields().values().stream()
                    .filter(field -> wanted(field) && !raw.containsKey(field.name()) && !hasDefault(field))
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

    /** What only others may write is not asked of the caller. A record without a title is refused all the same. */
    private static boolean wanted(FieldDescriptor field) {
        return field.view().required()
                && (!field.view().readOnly() || field.view().is(Use.TITLE));
    }

    /** A required choice begins with the entity's own value. */
    private static boolean hasDefault(FieldDescriptor field) {
        return field.view().is(Use.CUSTOM)
                ? field.view().rules().beginning() != null
                : !field.view().choices().isEmpty() && !field.view().is(Use.TITLE);
    }
}
