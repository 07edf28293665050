package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Another record: its number, or an object with {@code id}. That it exists and may be seen is checked on saving. */
@ApplicationScoped
public class ReferenceType implements FieldType {
    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.REFERENCE);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        return reference(field, raw);
    }

    static @Nullable RecordRef reference(FieldView field, Object raw) throws Unreadable {
        if (raw instanceof RecordRef ref) {
            if (!ref.type().equals(field.target())) {
                throw new Unreadable("records.error.wrongTarget", field.target(), ref.type());
            }
            return ref;
        }
        Object number = raw instanceof Map<?, ?> map ? map.get("id") : raw;
        if (number == null || number.toString().isBlank()) {
            return null;
        }
        try {
            return new RecordRef(
                    field.target(), Long.parseLong(number.toString().strip()));
        } catch (NumberFormatException noNumber) {
            throw new Unreadable("records.error.noReference", NumberType.shortened(number.toString()));
        }
    }

    @Override
    public String text(Object value) {
        return Long.toString(((RecordRef) value).id());
    }

    @Override
    public Object stored(Object value) {
        return ((RecordRef) value).id();
    }
}
