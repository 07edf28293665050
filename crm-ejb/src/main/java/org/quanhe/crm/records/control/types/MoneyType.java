package org.quanhe.crm.records.control.types;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.platform.MoneyText;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.spi.FieldType;

/**
 * Amounts with their currency: an object {@code {"amount": 1234.5, "currency": "CNY"}}, whose amount is read as it
 * stands, or a text as people write it. Without a currency it is the installation's.
 */
@ApplicationScoped
public class MoneyType implements FieldType {
    private static final String AMOUNT = "amount";
    private static final String CURRENCY = "currency";

    private final Currency usual;

    /** Throws {@link IllegalStateException} if {@code CRM_CURRENCY} is no currency. */
    public MoneyType() {
        String code = Configuration.text(CrmSettings.CURRENCY).strip();
        try {
            usual = MoneyText.currency(code, null);
        } catch (MoneyText.NoMoney unknown) {
            throw new IllegalStateException(
                    CrmSettings.CURRENCY.key() + " must be an ISO 4217 code such as VND, found: " + code, unknown);
        }
    }

    /** The installation's currency. */
    public Currency usual() {
        return usual;
    }

    @Override
    public Set<FieldKind> kinds() {
        return EnumSet.of(FieldKind.MONEY);
    }

    @Override
    public @Nullable Object read(FieldView field, Object raw) throws Unreadable {
        if (raw instanceof Money) {
            return raw;
        }
        try {
            if (raw instanceof Map<?, ?> parts) {
                return ofParts(parts);
            }
            if (raw instanceof BigDecimal bare) {
                return MoneyText.of(bare, usual);
            }
            String text = raw.toString().strip();
            return text.isEmpty() ? null : MoneyText.read(text, usual);
        } catch (MoneyText.NoMoney wrong) {
            throw new Unreadable(wrong.text().key(), wrong.text().args().toArray());
        }
    }

    /** Programs write plain decimals: there a point always divides. */
    private @Nullable Money ofParts(Map<?, ?> parts) throws MoneyText.NoMoney, Unreadable {
        Object amount = parts.get(AMOUNT);
        Object named = parts.get(CURRENCY);
        if (!Set.of(AMOUNT, CURRENCY).containsAll(parts.keySet())) {
            throw new Unreadable("records.error.noMoney", NumberType.shortened(parts.toString()));
        }
        if (amount == null || amount.toString().isBlank()) {
            return null;
        }
        Currency currency = MoneyText.currency(named == null ? "" : named.toString(), usual);
        try {
            return MoneyText.of(
                    amount instanceof BigDecimal number
                            ? number
                            : new BigDecimal(amount.toString().strip()),
                    currency);
        } catch (NumberFormatException noNumber) {
            throw new Unreadable("records.error.noNumber", NumberType.shortened(amount.toString()));
        }
    }

    @Override
    public Object stored(Object value) {
        Money money = (Money) value;
        return Map.of(AMOUNT, money.amount(), CURRENCY, money.currency().getCurrencyCode());
    }
}
