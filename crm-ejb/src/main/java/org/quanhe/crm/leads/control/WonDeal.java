package org.quanhe.crm.leads.control;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Cycle;

/**
 * A won opportunity that came from a lead.
 *
 * @param qualified sales had accepted the lead after a hand-over
 * @param source of the lead, empty for none
 * @param team number of the deal's team
 * @param fromTouch days since the first touch
 * @param fromSales days since sales began
 */
record WonDeal(
        long opportunity,
        boolean qualified,
        String source,
        @Nullable Long team,
        double fromTouch,
        double fromSales) {
    private static final double QUARTER = 0.25;
    private static final double HALF = 0.5;
    private static final double TENTHS = 10;

    static Cycle.Group group(List<WonDeal> deals) {
        return new Cycle.Group(
                deals.size(),
                spread(deals.stream().map(WonDeal::fromTouch).sorted().toList()),
                spread(deals.stream().map(WonDeal::fromSales).sorted().toList()));
    }

    /** @param sorted days, the shortest first */
    static Cycle.Spread spread(List<Double> sorted) {
        return sorted.isEmpty()
                ? new Cycle.Spread(null, null, null)
                : new Cycle.Spread(at(sorted, QUARTER), at(sorted, HALF), at(sorted, 1 - QUARTER));
    }

    /** The value below which that share lies, between the two nearest (linear interpolation, R's type 7). */
    private static double at(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        double value = sorted.get(below);
        if (below + 1 < sorted.size()) {
            value += (place - below) * (sorted.get(below + 1) - value);
        }
        return Math.round(value * TENTHS) / TENTHS;
    }
}
