package org.quanhe.crm.pipeline.control;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Figures;
import org.quanhe.crm.platform.Money;

/** Counts opportunities and adds what they are worth, each currency for itself, to the last digit. */
final class Tally {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, BigDecimal> sums = new HashMap<>();
    private final Map<String, BigDecimal> weighted = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long count;

    /** So many that are worth so much together, with that probability in percent. */
    void add(long many, @Nullable String currency, @Nullable BigDecimal worth, BigDecimal probability) {
        count += many;
        if (currency != null && worth != null) {
            sums.merge(currency, worth, BigDecimal::add);
            weighted.merge(currency, worth.multiply(probability).divide(HUNDRED), BigDecimal::add);
            counts.merge(currency, many, Long::sum);
        }
    }

    /** The same without a probability. */
    void add(long many, @Nullable String currency, @Nullable BigDecimal worth) {
        add(many, currency, worth, BigDecimal.ZERO);
    }

    long count() {
        return count;
    }

    /** @param amounts false where the caller may not read amounts */
    Figures figures(boolean amounts, Currency own) {
        return new Figures(count, amounts ? told(sums, own) : List.of());
    }

    /** What is worth what it is worth times how probable it is, rounded to minor units at the end. */
    List<Money> weighted(boolean amounts, Currency own) {
        return amounts ? told(weighted, own) : List.of();
    }

    private List<Money> told(Map<String, BigDecimal> byCurrency, Currency own) {
        Comparator<String> order = Comparator.<String, Boolean>comparing(code -> !code.equals(own.getCurrencyCode()))
                .thenComparing(code -> -counts.getOrDefault(code, 0L))
                .thenComparing(Comparator.naturalOrder());
        return byCurrency.keySet().stream()
                .sorted(order)
                .map(code -> Money.rounded(byCurrency.get(code), Currency.getInstance(code)))
                .toList();
    }
}
