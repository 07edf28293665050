package org.quanhe.crm.scoring.control.suggest;

import java.util.Map;
import java.util.function.Predicate;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;

/**
 * An attribute that leads have or do not have, and the criterion that it would be.
 *
 * @param field whose value it is about, empty for what somebody does
 * @param rest the criterion but for key, labels and points
 * @param has whether a lead has it
 */
record Trait(String key, LocalizedMessage label, String field, Map<String, Object> rest, Predicate<KnownLead> has) {
    /** How those with it and without it ended; who had the field written later is left out. */
    TwoByTwo count(Iterable<KnownLead> leads) {
        long[] won = new long[2];
        long[] all = new long[2];
        for (KnownLead lead : leads) {
            if (!lead.later().contains(field)) {
                int side = has.test(lead) ? 1 : 0;
                all[side]++;
                won[side] += lead.won() ? 1 : 0;
            }
        }
        return new TwoByTwo(new Proportion(won[1], all[1]), new Proportion(won[0], all[0]));
    }
}
