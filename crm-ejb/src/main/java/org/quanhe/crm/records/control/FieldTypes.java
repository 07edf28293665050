package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldRules;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** The field types by kind. */
@ApplicationScoped
public class FieldTypes {
    private final Map<FieldKind, FieldType> types = new EnumMap<>(FieldKind.class);

    protected FieldTypes() {
        // for the proxy
    }

    @Inject
    public FieldTypes(@Any Instance<FieldType> found) {
        this((Iterable<FieldType>) found);
    }

    public FieldTypes(Iterable<FieldType> found) {
        for (FieldType type : found) {
            type.kinds().forEach(kind -> types.put(kind, type));
        }
        for (FieldKind kind : FieldKind.values()) {
            if (!types.containsKey(kind)) {
                throw new IllegalStateException("no FieldType serves " + kind);
            }
        }
    }

    /** Reads a value that the field's rules allow; null stays null. */
    public @Nullable Object read(FieldView field, @Nullable Object raw) throws FieldType.Unreadable {
        Object value = raw == null ? null : of(field).read(field, raw);
        if (value != null && field.rules() != FieldRules.NONE) {
            RuleCheck.allow(field, value);
        }
        return value;
    }

    /** The type that serves the field. */
    public FieldType of(FieldView field) {
        return types.get(field.kind());
    }

    /** The value as text, empty for none. */
    public String text(FieldView field, @Nullable Object value) {
        return value == null ? "" : of(field).text(value);
    }
}
