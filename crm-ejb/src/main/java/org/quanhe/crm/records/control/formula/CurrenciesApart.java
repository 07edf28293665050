package org.quanhe.crm.records.control.formula;

import java.util.Currency;
import java.util.List;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;

/** Amounts of two currencies met where only one goes. */
final class CurrenciesApart extends NoValue {
    private static final long serialVersionUID = 1L;

    CurrenciesApart(Reason reason, Currency one, Currency other) {
        super(
                new EmptyBecause(reason, List.of(one.getCurrencyCode(), other.getCurrencyCode())),
                "amounts of " + one + " and " + other);
    }
}
