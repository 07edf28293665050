package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/** Numbers of up to 15 digits before and 4 behind the point. */
@ApplicationScoped
public class NumberType implements FieldType {
    private static final int DECIMALS = 4;
    private static final int DIGITS = 15;

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.NUMBER);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        String text = raw.toString().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            BigDecimal number = raw instanceof BigDecimal decimal ? decimal : new BigDecimal(text);
            // asked before stripping zeros: 1e999999999 would be written out otherwise
            if (number.precision() - (long) number.scale() > DIGITS || number.scale() > 1000) {
                throw new Unreadable("records.error.numberTooLarge", DIGITS);
            }
            BigDecimal plain = number.stripTrailingZeros();
            if (plain.scale() > DECIMALS) {
                throw new Unreadable("records.error.numberTooFine", DECIMALS);
            }
            return plain.scale() < 0 ? plain.setScale(0) : plain;
        } catch (NumberFormatException noNumber) {
            throw new Unreadable("records.error.noNumber", shortened(text));
        }
    }

    @Override
    public String text(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    @Override
    public Object stored(Object value) {
        return value;
    }
}
