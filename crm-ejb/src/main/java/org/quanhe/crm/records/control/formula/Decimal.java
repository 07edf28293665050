package org.quanhe.crm.records.control.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;

/**
 * A number as formulas know it: exact, never a {@code double}. Only division rounds, at 34 digits. Equal numbers are
 * equal whatever their zeros.
 */
final class Decimal implements Comparable<Decimal> {
    /** Digits before and behind the point: what grows past that is refused before it costs memory. */
    private static final int MOST_DIGITS = 500;

    private final BigDecimal value;

    private Decimal(BigDecimal value) {
        this.value = value;
    }

    /** Throws {@link NoValue} for a number that is too long to reckon with. */
    static Decimal of(BigDecimal value) {
        if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw tooLarge();
        }
        return new Decimal(value);
    }

    static Decimal of(long value) {
        return new Decimal(BigDecimal.valueOf(value));
    }

    /** Throws {@link ArithmeticException} if the text is no number. */
    static Decimal of(String text) {
        try {
            return of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            throw new ArithmeticException("no number");
        }
    }

    Decimal plus(Decimal other) {
        return of(value.add(other.value));
    }

    Decimal minus(Decimal other) {
        return of(value.subtract(other.value));
    }

    Decimal times(Decimal other) {
        return of(value.multiply(other.value));
    }

    /** Throws {@link NoValue} if the other one is 0. */
    Decimal by(Decimal other) {
        return of(value.divide(other.divisor(), MathContext.DECIMAL128));
    }

    /** Throws {@link NoValue} if the other one is 0. */
    Decimal remainder(Decimal other) {
        return of(value.remainder(other.divisor()));
    }

    private BigDecimal divisor() {
        if (value.signum() == 0) {
            throw new NoValue(EmptyBecause.of(Reason.DIVIDED_BY_ZERO), "division by zero");
        }
        return value;
    }

    private static NoValue tooLarge() {
        return new NoValue(EmptyBecause.of(Reason.TOO_LARGE), "number of too many digits");
    }

    Decimal negated() {
        return new Decimal(value.negate());
    }

    Decimal rounded(long decimals, RoundingMode mode) {
        if (Math.abs(decimals) > MOST_DIGITS) {
            throw tooLarge();
        }
        return of(value.setScale((int) decimals, mode));
    }

    BigDecimal value() {
        return value;
    }

    long whole() {
        return value.longValueExact();
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decimal decimal && compareTo(decimal) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
