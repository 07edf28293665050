package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Days, ISO 8601. */
@ApplicationScoped
public class DateType implements FieldType {
    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.DATE);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        if (raw instanceof LocalDate) {
            return raw;
        }
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1000 || date.getYear() > 9999) {
                throw new Unreadable("records.error.noDate", NumberType.shortened(text));
            }
            return date;
        } catch (DateTimeException noDate) {
            throw new Unreadable("records.error.noDate", NumberType.shortened(text));
        }
    }
}
