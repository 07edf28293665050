package org.quanhe.crm.scoring.control.suggest;

import org.quanhe.crm.platform.Proportion;

/**
 * Won and lost, with an attribute and without it.
 *
 * <p>The lift is the ratio of the two rates. Its 95 % interval is that of Katz: the logarithm of the ratio is taken as
 * normal, with variance {@code 1/a - 1/m + 1/c - 1/n} for a of m and c of n. Where nothing was won on one side, or
 * everything was on both, half a case is added to each of the four cells (Haldane and Anscombe), so that ratio and
 * interval exist.
 */
record TwoByTwo(Proportion with, Proportion without) {
    private static final double HALF = 0.5;
    private static final int MOST_POINTS = 30;
    private static final double POINTS_PER_LOGIT = 10;

    private boolean mended() {
        boolean sure = with.hits() == with.all() && without.hits() == without.all();
        return with.hits() == 0 || without.hits() == 0 || sure;
    }

    private double hits(Proportion side) {
        return side.hits() + (mended() ? HALF : 0);
    }

    private double all(Proportion side) {
        return side.all() + (mended() ? 2 * HALF : 0);
    }

    double lift() {
        return hits(with) / all(with) / (hits(without) / all(without));
    }

    private double deviation() {
        return Math.sqrt(1 / hits(with) - 1 / all(with) + 1 / hits(without) - 1 / all(without));
    }

    double low() {
        return lift() * Math.exp(-Proportion.Z * deviation());
    }

    double high() {
        return lift() * Math.exp(Proportion.Z * deviation());
    }

    /** The interval leaves out 1: it makes a difference. */
    boolean matters() {
        return low() > 1 || high() < 1;
    }

    /** How far the nearer end of the interval is from 1, on the logarithm: the surest differences are the largest. */
    double certainty() {
        return matters() ? Math.min(Math.abs(Math.log(low())), Math.abs(Math.log(high()))) : 0;
    }

    /**
     * Points for a criterion: ten times the logarithm of the odds ratio, half a case added to each cell so that few
     * cases count less, rounded, -30 to 30 and not 0.
     */
    int points() {
        double odds = (with.hits() + HALF)
                / (with.all() - with.hits() + HALF)
                * (without.all() - without.hits() + HALF)
                / (without.hits() + HALF);
        long points = Math.round(POINTS_PER_LOGIT * Math.log(odds));
        long within = Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points));
        return within == 0 ? (odds >= 1 ? 1 : -1) : (int) within;
    }
}
