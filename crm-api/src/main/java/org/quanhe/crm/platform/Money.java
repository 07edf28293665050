package org.quanhe.crm.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;

/**
 * An amount with its currency, kept in the currency's minor units (ISO 4217: VND none, CNY two). Its text is amount and
 * code, {@code 1234567 VND}.
 *
 * @param amount value in major units; rounding to the minor unit is refused, not done silently
 * @param currency ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    private static final Comparator<Money> ORDER = Comparator.<Money, String>comparing(
                    money -> money.currency().getCurrencyCode())
            .thenComparing(Money::amount);

    /** Throws {@link ArithmeticException} for an amount finer than the minor unit. */
    public Money {
        amount = amount.setScale(minorUnits(currency), RoundingMode.UNNECESSARY);
    }

    /** How many digits behind the point amounts of the currency have. */
    public static int minorUnits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** The amount, rounded half up to the minor unit. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(amount.setScale(minorUnits(currency), RoundingMode.HALF_UP), currency);
    }

    /** Adds an amount of the same currency; throws {@link IllegalArgumentException} on another one. */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** True if it can be said which is more: both are of one currency, or one of them is nothing at all. */
    public boolean comparableWith(Money other) {
        return currency.equals(other.currency) || amount.signum() == 0 || other.amount.signum() == 0;
    }

    /**
     * The order of lists: by code of the currency, then by amount. Amounts of two currencies are never equal, and which
     * of them stands first does not say which is worth more.
     */
    @Override
    public int compareTo(Money other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }
}
