package org.quanhe.crm.workingtime.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;

/** What holds for working time, whatever hours and holidays there are; held against counting minute by minute. */
class WorkingHoursPropertyTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Monday, midnight in Hanoi. */
    private static final Instant MONDAY = Instant.parse("2026-11-22T17:00:00Z");

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 23);
    private static final int DAYS = 14;

    private static final WorkingHours OFFICE = new WorkingHours(
            week(List.of(new Shift(480, 720), new Shift(780, 1020)), DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(),
            HANOI);

    private static Map<DayOfWeek, List<Shift>> week(List<Shift> shifts, DayOfWeek first, DayOfWeek last) {
        Map<DayOfWeek, List<Shift>> week = new HashMap<>();
        for (int day = first.getValue(); day <= last.getValue(); day++) {
            week.put(DayOfWeek.of(day), shifts);
        }
        return week;
    }

    @Provide
    Arbitrary<WorkingHours> hours() {
        Arbitrary<List<Shift>> shifts = Arbitraries.integers()
                .between(0, Shift.DAY)
                .set()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(WorkingHoursPropertyTest::shifts);
        Arbitrary<Map<DayOfWeek, List<Shift>>> weeks = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), shifts)
                .filter(week -> week.values().stream().anyMatch(day -> !day.isEmpty()));
        return Combinators.combine(
                        weeks,
                        Arbitraries.maps(
                                        Arbitraries.integers().between(0, DAYS - 1),
                                        Arbitraries.of(DayOfWeek.class).injectNull(0.6))
                                .ofMaxSize(5))
                .as((week, special) -> {
                    List<SpecialDay> days = new ArrayList<>();
                    special.forEach((day, like) -> days.add(new SpecialDay(FIRST.plusDays(day), "x", like)));
                    return new WorkingHours(week, days, HANOI);
                });
    }

    /** Neighbours of the sorted minutes are hours; an odd one is left over. */
    private static List<Shift> shifts(Set<Integer> minutes) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(minutes));
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i += 2) {
            shifts.add(new Shift(sorted.get(i), sorted.get(i + 1)));
        }
        return shifts;
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(0, DAYS * 1440L).map(minute -> MONDAY.plus(Duration.ofMinutes(minute)));
    }

    @Property(tries = 150)
    void minutesAreThoseThatCountingFinds(
            @ForAll("hours") WorkingHours hours, @ForAll("moments") Instant one, @ForAll("moments") Instant two) {
        Instant from = earliest(one, two);
        Instant to = latest(one, two);
        long counted = 0;
        for (Instant minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            counted += worked(hours, minute) ? 1 : 0;
        }
        assertThat(hours.minutes(from, to)).isEqualTo(counted);
    }

    /** Asked as a person would: is it a holiday, whose hours are worked, is this minute within them? */
    private static boolean worked(WorkingHours hours, Instant minute) {
        ZonedDateTime at = minute.atZone(HANOI);
        int now = at.getHour() * 60 + at.getMinute();
        DayOfWeek weekday = at.getDayOfWeek();
        for (SpecialDay day : hours.days()) {
            if (day.date().equals(at.toLocalDate())) {
                weekday = day.worksLike();
            }
        }
        return weekday != null && hours.on(weekday).stream().anyMatch(shift -> now >= shift.from() && now < shift.to());
    }

    @Property(tries = 300)
    void whatIsAddedIsWhatHasPassed(
            @ForAll("hours") WorkingHours hours,
            @ForAll("moments") Instant from,
            @ForAll @LongRange(max = 5_000) long minutes) {
        assertThat(hours.minutes(from, hours.after(from, minutes))).isEqualTo(minutes);
    }

    @Property(tries = 300)
    void stretchesAddUp(
            @ForAll("hours") WorkingHours hours,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant two,
            @ForAll("moments") Instant three) {
        Instant from = earliest(one, earliest(two, three));
        Instant to = latest(one, latest(two, three));
        for (Instant between : List.of(one, two, three)) {
            assertThat(hours.minutes(from, between) + hours.minutes(between, to))
                    .isEqualTo(hours.minutes(from, to));
        }
    }

    @Property(tries = 200)
    void backwardsNothingPasses(
            @ForAll("hours") WorkingHours hours, @ForAll("moments") Instant one, @ForAll("moments") Instant two) {
        assertThat(hours.minutes(latest(one, two), earliest(one, two))).isZero();
    }

    @Property(tries = 300)
    void theEndOfADayIsOnAWorkingDayAndNotBefore(
            @ForAll("hours") WorkingHours hours,
            @ForAll("moments") Instant moment,
            @ForAll @IntRange(max = 5) int ahead) {
        Instant end = hours.endOfDay(moment, ahead);
        assertThat(end).isAfterOrEqualTo(moment.minusSeconds(60));
        assertThat(hours.works(end.atZone(HANOI).toLocalDate())).isTrue();
        LocalDate first = hours.endOfDay(moment, 0).atZone(HANOI).toLocalDate();
        long between = first.datesUntil(end.atZone(HANOI).toLocalDate())
                .filter(hours::works)
                .count();
        assertThat(between).isEqualTo(ahead);
    }

    @Property(tries = 150)
    void aDocumentSaysTheSameWhenItIsReadAgain(@ForAll("hours") WorkingHours hours) {
        List<SpecialDay> kept = hours.days().stream()
                .filter(day ->
                        day.worksLike() == null || !hours.on(day.worksLike()).isEmpty())
                .toList();
        Map<DayOfWeek, List<Shift>> week = new HashMap<>();
        Set.of(DayOfWeek.values()).forEach(day -> week.put(day, hours.on(day)));
        WorkingHours fitting = new WorkingHours(week, kept, HANOI);
        assertThat(HoursReader.read(HoursReader.document(fitting), HANOI)).isEqualTo(fitting);
        assertThat(HoursDifference.between(fitting, fitting)).isEmpty();
    }

    @Example
    void fridayAfternoonGoesOnAfterTheWeekend() {
        Instant fridayHalfPastFour = MONDAY.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(16 * 60 + 30));
        Instant mondayHalfPastEight = MONDAY.plus(Duration.ofDays(7)).plus(Duration.ofMinutes(8 * 60 + 30));
        assertThat(OFFICE.after(fridayHalfPastFour, 60)).isEqualTo(mondayHalfPastEight);
        assertThat(OFFICE.dayMinutes()).isEqualTo(480);
    }

    @Example
    void aMakeUpSaturdayIsWorkedAndAHolidayIsNot() {
        WorkingHours china = new WorkingHours(
                week(List.of(new Shift(540, 1080)), DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of(
                        new SpecialDay(FIRST.plusDays(4), "调休", null),
                        new SpecialDay(FIRST.plusDays(5), "补班", DayOfWeek.FRIDAY)),
                HANOI);
        Instant thursdayEvening = at(FIRST.plusDays(3), 18);
        assertThat(china.after(thursdayEvening, 60)).isEqualTo(at(FIRST.plusDays(5), 10));
        assertThat(china.endOfDay(thursdayEvening.plusSeconds(1), 0)).isEqualTo(at(FIRST.plusDays(5), 18));
    }

    @Example
    void aChangeOfClocksMakesTheNightShiftLonger() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WorkingHours nights = new WorkingHours(
                week(List.of(new Shift(0, 360)), DayOfWeek.MONDAY, DayOfWeek.SUNDAY), List.of(), berlin);
        Instant saturday = ZonedDateTime.of(LocalDate.of(2026, 10, 24), LocalTime.of(12, 0), berlin)
                .toInstant();
        assertThat(nights.minutes(saturday, saturday.plus(Duration.ofDays(1)))).isEqualTo(7 * 60);
    }

    private static Instant at(LocalDate day, int hour) {
        return ZonedDateTime.of(day, LocalTime.of(hour, 0), HANOI).toInstant();
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
