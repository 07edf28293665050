package org.quanhe.crm.pipeline.control.chance;

import java.util.Map;
import org.quanhe.crm.platform.Proportion;

/**
 * How many leads came to an end, and how many of them were won, of all and by source.
 *
 * @param all of all sources
 * @param bySource by source, empty for leads that have none
 */
record FinishedLeads(Proportion all, Map<String, Proportion> bySource) {
    /** So few say nothing of the next one. */
    static final int FEWEST = 20;

    FinishedLeads {
        bySource = Map.copyOf(bySource);
    }

    /** How a lead ended. */
    enum End {
        WON,
        NOT_WON,
        /** An opportunity of it is open: nobody knows yet. */
        OPEN;

        /** Of a lead with one opportunity more: a win decides, then one that is open. */
        End and(String status) {
            return this == WON || status.equals("won") ? WON : this == OPEN || status.equals("open") ? OPEN : NOT_WON;
        }

        static End of(String status) {
            return NOT_WON.and(status);
        }
    }

    static FinishedLeads of(Map<String, Proportion> bySource) {
        return new FinishedLeads(bySource.values().stream().reduce(new Proportion(0, 0), FinishedLeads::sum), bySource);
    }

    static Proportion sum(Proportion one, Proportion other) {
        return new Proportion(one.hits() + other.hits(), one.all() + other.all());
    }

    Proportion of(String source) {
        return bySource.getOrDefault(source, new Proportion(0, 0));
    }

    /** Enough to tell a share. */
    static boolean enough(Proportion leads) {
        return leads.all() >= FEWEST;
    }
}
