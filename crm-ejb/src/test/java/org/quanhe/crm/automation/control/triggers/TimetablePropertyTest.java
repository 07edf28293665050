package org.quanhe.crm.automation.control.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.WorkingHours;

/** What holds for times that come round, whenever they are asked for. */
class TimetablePropertyTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingHours WEEK =
            new WorkingHours(Map.of(DayOfWeek.MONDAY, List.of(new Shift(480, 720))), List.of(), HANOI);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, 2 * 365 * 24 * 60).map(minute -> BEGIN.plus(Duration.ofMinutes(minute)));
    }

    @Provide
    Arbitrary<Timetable> timetables() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(m -> LocalTime.of(m / 60, m % 60));
        Arbitrary<ZoneId> zones = Arbitraries.of(HANOI, BERLIN);
        return Arbitraries.oneOf(
                times.flatMap(at -> zones.map(zone -> Timetable.daily(at, zone))),
                times.flatMap(at -> zones.map(zone -> Timetable.onWorkingDays(WEEK, at, zone))),
                times.flatMap(at -> Arbitraries.of(DayOfWeek.values()).map(day -> Timetable.weekly(day, at, HANOI))),
                times.flatMap(
                        at -> Arbitraries.integers().between(1, 31).map(day -> Timetable.monthly(day, at, BERLIN))));
    }

    @Property(tries = 500)
    void theLastTimeLiesBetweenAndIsSettledByItself(
            @ForAll("timetables") Timetable table, @ForAll("moments") Instant one, @ForAll("moments") Instant two) {
        Instant behind = one.isBefore(two) ? one : two;
        Instant upto = one.isBefore(two) ? two : one;
        Optional<Instant> last = table.last(behind, upto);
        last.ifPresent(time -> {
            assertThat(time).isAfter(behind).isBeforeOrEqualTo(upto);
            assertThat(table.days()).accepts(time.atZone(table.zone()).toLocalDate());
            assertThat(table.last(time, upto)).isEmpty();
        });
    }

    @Property(tries = 300)
    void whoeverLooksOftenMissesNothingAndSeesNothingTwice(
            @ForAll("timetables") Timetable table,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int hours) {
        Instant settled = from;
        Instant now = from;
        Instant seen = from;
        for (int i = 0; i < 60; i++) {
            now = now.plus(Duration.ofHours(hours));
            Optional<Instant> last = table.last(settled, now);
            if (last.isPresent()) {
                assertThat(last.get()).isAfter(seen);
                seen = last.get();
            }
            settled = now;
        }
        assertThat(table.last(from, now)).isEqualTo(seen.equals(from) ? Optional.empty() : Optional.of(seen));
    }

    @Example
    void whatWasMissedForDaysIsOneTime() {
        Timetable daily = Timetable.daily(LocalTime.of(8, 0), HANOI);
        assertThat(daily.last(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-10T00:30:00Z")))
                .contains(Instant.parse("2026-03-09T01:00:00Z"));
    }

    @Example
    void theThirtyFirstIsTheLastDayOfAShorterMonth() {
        Timetable monthly = Timetable.monthly(31, LocalTime.of(8, 0), HANOI);
        assertThat(monthly.last(Instant.parse("2026-02-01T02:00:00Z"), Instant.parse("2026-03-05T00:00:00Z")))
                .contains(Instant.parse("2026-02-28T01:00:00Z"));
    }

    @Example
    void aTimeThatTheClocksLeaveOutIsTheNextOne() {
        Timetable daily = Timetable.daily(LocalTime.of(2, 30), BERLIN);
        assertThat(daily.last(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
    }
}
