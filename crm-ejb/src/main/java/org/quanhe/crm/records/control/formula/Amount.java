package org.quanhe.crm.records.control.formula;

import java.math.RoundingMode;
import java.util.Currency;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.EmptyBecause.Reason;

/**
 * An amount of money as formulas know it: exact until it leaves them, then rounded half up to the minor unit of its
 * currency. Amounts of two currencies are never equal; adding them or asking which is more throws
 * {@link CurrenciesApart}.
 */
record Amount(Decimal amount, Currency currency) {
    static Amount of(Money money) {
        return new Amount(Decimal.of(money.amount()), money.currency());
    }

    /** Throws {@link ArithmeticException} if the code is no currency. */
    static Amount of(Decimal amount, String code) {
        try {
            return new Amount(amount, Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            throw new ArithmeticException("no currency: " + code);
        }
    }

    Amount plus(Amount other) {
        return new Amount(amount.plus(added(other).amount), currency);
    }

    Amount minus(Amount other) {
        return new Amount(amount.minus(added(other).amount), currency);
    }

    Amount times(Decimal factor) {
        return new Amount(amount.times(factor), currency);
    }

    Amount by(Decimal divisor) {
        return new Amount(amount.by(divisor), currency);
    }

    /** How many times the other one goes into it. */
    Decimal by(Amount other) {
        return amount.by(same(other, Reason.NOT_COMPARED).amount);
    }

    Amount negated() {
        return new Amount(amount.negated(), currency);
    }

    Amount rounded() {
        return new Amount(amount.rounded(Money.minorUnits(currency), RoundingMode.HALF_UP), currency);
    }

    /** Not {@code compareTo}: there is no order over currencies. */
    int against(Amount other) {
        return amount.compareTo(same(other, Reason.NOT_COMPARED).amount);
    }

    Money money() {
        return Money.rounded(amount.value(), currency);
    }

    private Amount added(Amount other) {
        return same(other, Reason.NOT_ADDED);
    }

    private Amount same(Amount other, Reason otherwise) {
        if (!currency.equals(other.currency)) {
            throw new CurrenciesApart(otherwise, currency, other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return money().toString();
    }
}
