package org.quanhe.crm.records.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.EmptyBecause;
import org.quanhe.crm.records.EmptyBecause.Reason;
import org.quanhe.crm.records.metadata.RollUpModel.Function;

/** What a roll-up gathers from one record after the other. */
final class Gathering {
    private static final int DECIMALS = 4;

    private final Function function;
    private long records;
    private long values;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Money total;
    private final Set<String> currencies = new TreeSet<>();
    private @Nullable Object extreme;

    Gathering(Function function) {
        this.function = function;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void take(@Nullable Object value) {
        records++;
        if (value == null) {
            return;
        }
        values++;
        if (value instanceof BigDecimal number) {
            sum = sum.add(number);
        }
        if (value instanceof Money money) {
            add(money);
        }
        int order = extreme == null ? 0 : ((Comparable) value).compareTo(extreme);
        if (extreme == null || (function == Function.MIN ? order < 0 : order > 0)) {
            extreme = value;
        }
    }

    private void add(Money money) {
        currencies.add(money.currency().getCurrencyCode());
        total = total == null ? money : mixed() ? total : total.plus(money);
    }

    private boolean mixed() {
        return currencies.size() > 1;
    }

    /** Amounts of several currencies come to an {@link EmptyBecause}: whatever figure stood there would be wrong. */
    @Nullable
    Object result(boolean money) {
        if (mixed() && function != Function.COUNT) {
            boolean extremes = function == Function.MIN || function == Function.MAX;
            return new EmptyBecause(extremes ? Reason.NOT_COMPARED : Reason.NOT_ADDED, List.copyOf(currencies));
        }
        return switch (function) {
            case COUNT -> BigDecimal.valueOf(records);
            case SUM -> money ? total : sum;
            case MIN, MAX -> extreme;
            case AVG ->
                values == 0
                        ? null
                        : sum.divide(BigDecimal.valueOf(values), MathContext.DECIMAL128)
                                .setScale(DECIMALS, RoundingMode.HALF_UP);
        };
    }
}
