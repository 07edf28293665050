package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
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

    /** Reads a value; null stays null. */
    public @Nullable Object read(FieldView field, @Nullable Object raw) throws FieldType.Unreadable {
        return raw == null ? null : types.get(field.kind()).read(field, raw);
    }

    /** The value as text, empty for none. */
    public String text(FieldView field, @Nullable Object value) {
        return value == null ? "" : types.get(field.kind()).text(value);
    }
}
