package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Moments, ISO 8601 with offset; a day alone is its beginning in UTC. */
@ApplicationScoped
public class DateTimeType implements FieldType {
    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.DATE_TIME);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        if (raw instanceof Instant moment) {
            return moment.truncatedTo(ChronoUnit.MILLIS);
        }
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            OffsetDateTime moment = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            if (moment.getYear() < 1000 || moment.getYear() > 9999) {
                throw new Unreadable("records.error.noDateTime", NumberType.shortened(text));
            }
            return moment.toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noMoment) {
            throw new Unreadable("records.error.noDateTime", NumberType.shortened(text));
        }
    }
}
