package org.quanhe.crm.pipeline.control.chance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An opportunity as it stood at a moment: only what was known then.
 *
 * @param stage code
 * @param since when it came into the stage
 */
record Moment(Facts facts, String stage, Instant since, Instant at) {
    /** After so many days in a stage it is looked at again. */
    static final List<Integer> AGES = List.of(0, 7, 30, 90);

    /** Moments of a closed one: each time it came into an open stage, and after 7, 30 and 90 days there. */
    static List<Moment> of(Facts facts, java.util.Set<String> open) {
        List<Moment> moments = new ArrayList<>();
        for (Facts.Stay stay : facts.stays()) {
            for (int days : AGES) {
                Instant at = stay.since().plus(Duration.ofDays(days));
                Instant until = stay.until() == null ? facts.closed() : stay.until();
                boolean stood = days == 0 || until != null && at.isBefore(until);
                if (open.contains(stay.stage()) && stood) {
                    moments.add(new Moment(facts, stay.stage(), stay.since(), at));
                }
            }
        }
        return moments;
    }

    long daysInStage() {
        return Math.max(0, Duration.between(since, at).toDays());
    }

    long age() {
        return Math.max(0, Duration.between(facts.created(), at).toDays());
    }
}
