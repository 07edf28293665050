package org.quanhe.crm.records.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;

/** An amount with its currency in a text column, {@code 1234567 VND}. */
@Converter
public class MoneyColumn implements AttributeConverter<Money, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Money money) {
        return money == null ? null : money.toString();
    }

    @Override
    public @Nullable Money convertToEntityAttribute(@Nullable String column) {
        if (column == null || column.isEmpty()) {
            return null;
        }
        int space = column.indexOf(' ');
        return new Money(new BigDecimal(column.substring(0, space)), Currency.getInstance(column.substring(space + 1)));
    }
}
