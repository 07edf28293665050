package org.quanhe.crm.records.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.metadata.RollUpModel.Function;

/** What a roll-up gathers from one record after the other. */
final class Gathering {
    private static final int DECIMALS = 4;

    private final Function function;
    private long records;
    private long values;
    private BigDecimal sum = BigDecimal.ZERO;
    private @Nullable Money total;
    private boolean mixed;
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
        mixed |= total != null && !total.currency().equals(money.currency());
        total = total == null ? money : mixed ? total : total.plus(money);
    }

    /** Amounts of several currencies come to nothing: whatever figure stood there would be wrong. */
    @Nullable
    Object result(boolean money) {
        if (mixed && function != Function.COUNT) {
            return null;
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
