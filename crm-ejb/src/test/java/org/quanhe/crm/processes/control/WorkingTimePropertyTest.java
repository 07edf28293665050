package org.quanhe.crm.processes.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for working time from whatever moment on. */
class WorkingTimePropertyTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Monday, midnight in Hanoi. */
    private static final Instant MONDAY = Instant.parse("2026-11-22T17:00:00Z");

    private static final long WEEK = 5 * 8 * 60;

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 20_000).map(minute -> MONDAY.plus(Duration.ofMinutes(minute)));
    }

    @Property(tries = 300)
    void whatIsAddedIsWhatHasPassed(@ForAll("moments") Instant from, @ForAll @LongRange(max = 5_000) long minutes) {
        assertThat(WorkingTime.minutes(from, WorkingTime.after(from, minutes, HANOI), HANOI))
                .isEqualTo(minutes);
    }

    @Property(tries = 300)
    void stretchesAddUp(
            @ForAll("moments") Instant one, @ForAll("moments") Instant two, @ForAll("moments") Instant three) {
        Instant from = earliest(one, earliest(two, three));
        Instant to = latest(one, latest(two, three));
        for (Instant between : new Instant[] {one, two, three}) {
            assertThat(WorkingTime.minutes(from, between, HANOI) + WorkingTime.minutes(between, to, HANOI))
                    .isEqualTo(WorkingTime.minutes(from, to, HANOI));
        }
    }

    @Property(tries = 200)
    void aWeekIsFortyHoursWheneverItBegins(@ForAll("moments") Instant from) {
        assertThat(WorkingTime.minutes(from, from.plus(Duration.ofDays(7)), HANOI))
                .isEqualTo(WEEK);
    }

    @Property(tries = 200)
    void backwardsNothingPasses(@ForAll("moments") Instant one, @ForAll("moments") Instant two) {
        assertThat(WorkingTime.minutes(latest(one, two), earliest(one, two), HANOI))
                .isZero();
    }

    @Example
    void fridayAfternoonGoesOnAfterTheWeekend() {
        Instant fridayHalfPastFour = MONDAY.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(16 * 60 + 30));
        Instant mondayHalfPastEight = MONDAY.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(8 * 60 + 30));
        assertThat(WorkingTime.after(fridayHalfPastFour, 60, HANOI)).isEqualTo(mondayHalfPastEight);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
