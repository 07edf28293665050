package org.quanhe.crm.pipeline.control.chance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Money;

/**
 * What is known of an opportunity, over time.
 *
 * @param stays stages in their order
 * @param amounts amounts as they were, the last one as it is
 * @param competitors whether somebody competes, as it was
 * @param profile what its lead was like, by field: texts as they were, the last one as it is; nothing without a lead
 * @param channel code of the lead's first channel, empty without one
 * @param signals when the lead showed interest
 * @param talks when calls, messages and meetings took place
 * @param bought when its customer was won before, by other opportunities
 */
record Facts(
        long id,
        Instant created,
        @Nullable Instant closed,
        boolean won,
        boolean ofLead,
        List<Stay> stays,
        List<Past<Optional<Money>>> amounts,
        List<Past<Boolean>> competitors,
        Map<String, List<Past<String>>> profile,
        String channel,
        List<Instant> signals,
        List<Instant> talks,
        List<Instant> bought) {
    /** A time in a stage; {@code until} is null while it goes on. */
    record Stay(String stage, Instant since, @Nullable Instant until) {}

    /** A value that held until a moment, null for now. */
    record Past<V>(V value, @Nullable Instant until) {}

    /** What held at that moment. */
    static <V> V at(List<Past<V>> values, Instant moment) {
        for (Past<V> past : values) {
            Instant until = past.until();
            if (until == null || moment.isBefore(until)) {
                return past.value();
            }
        }
        throw new IllegalStateException("the last value holds until now");
    }

    /** What that field of its lead said at that moment, empty where it said nothing. */
    String profile(String field, Instant moment) {
        List<Past<String>> values = profile.get(field);
        return values == null ? "" : at(values, moment);
    }

    static long until(List<Instant> times, Instant moment) {
        return times.stream().filter(at -> !at.isAfter(moment)).count();
    }
}
