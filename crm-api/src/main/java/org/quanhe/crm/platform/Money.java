package org.quanhe.crm.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount with its currency, kept in the currency's minor units (ISO 4217: VND none, CNY two).
 *
 * @param amount value in major units; rounding to the minor unit is refused, not done silently
 * @param currency ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        amount = amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
    }

    /** Adds an amount of the same currency; throws {@link IllegalArgumentException} on another one. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
