package org.quanhe.crm.records.control.formula;

import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;

/** Amounts of two currencies met where only one goes. */
final class CurrenciesApart extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final transient EmptyBecause why;

    CurrenciesApart(Reason reason, Currency one, Currency other) {
        super("amounts of " + one + " and " + other);
        this.why = new EmptyBecause(reason, List.of(one.getCurrencyCode(), other.getCurrencyCode()));
    }

    /** Why there is no value; null where it has nothing to do with currencies. */
    static @Nullable EmptyBecause behind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof CurrenciesApart)) {
            cause = cause.getCause();
        }
        return cause instanceof CurrenciesApart apart ? apart.why : null;
    }
}
