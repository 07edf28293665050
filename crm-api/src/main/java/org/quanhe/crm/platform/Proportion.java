package org.quanhe.crm.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many of all, with the 95 % interval by Wilson's score method (z = 1.96): it stays within 0 and 1, and holds for
 * few cases too.
 *
 * @param hits how many, 0 to {@code all}
 * @param all of how many; the interval of nothing is 0 to 1
 */
public record Proportion(long hits, long all) {
    /** Half of a 95 % interval, in standard deviations. */
    public static final double Z = 1.959964;

    public Proportion {
        if (hits < 0 || all < hits) {
            throw new IllegalArgumentException(hits + " of " + all);
        }
    }

    /** Share of all, 0 where there is nothing. */
    public double rate() {
        return all == 0 ? 0 : (double) hits / all;
    }

    /** Lower end of the interval. */
    public double low() {
        return all == 0 ? 0 : Math.max(0, middle() - half());
    }

    /** Upper end of the interval. */
    public double high() {
        return all == 0 ? 1 : Math.min(1, middle() + half());
    }

    private double middle() {
        return (rate() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double half() {
        double p = rate();
        return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
    }

    /** A share as whole percent, half up. */
    public static int percent(double share) {
        return BigDecimal.valueOf(share * 100).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
