package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanhe.crm.activities.RecurrenceRule.Frequency;
import org.quanhe.crm.platform.CrmException;

/** What holds for rules, whatever they are; held against looking at one day after the other. */
class RecurrenceRulePropertyTest {
    private static final int DAYS = 1_200;

    /** The meaning of a rule, as a question about a single day. */
    private static boolean takesPlace(RecurrenceRule rule, LocalDate first, LocalDate day) {
        if (day.isBefore(first)) {
            return false;
        }
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        return switch (rule.frequency()) {
            case DAILY -> ChronoUnit.DAYS.between(first, day) % rule.every() == 0;
            case WEEKLY ->
                ChronoUnit.DAYS.between(monday, day) / 7 % rule.every() == 0
                        && (rule.days().isEmpty()
                                ? day.getDayOfWeek() == first.getDayOfWeek()
                                : rule.days().contains(day.getDayOfWeek()));
            case MONTHLY ->
                ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day)) % rule.every() == 0
                        && rightDayOfMonth(rule, first, day);
            case YEARLY ->
                (day.getYear() - first.getYear()) % rule.every() == 0
                        && day.getMonth() == first.getMonth()
                        && day.getDayOfMonth() == first.getDayOfMonth();
        };
    }

    private static boolean rightDayOfMonth(RecurrenceRule rule, LocalDate first, LocalDate day) {
        Integer nth = rule.nth();
        if (nth != null) {
            boolean last = day.plusDays(7).getMonth() != day.getMonth();
            int which = (day.getDayOfMonth() - 1) / 7 + 1;
            return day.getDayOfWeek() == rule.weekday() && (nth < 0 ? last : which == nth);
        }
        Integer told = rule.monthDay();
        int wanted = told == null ? first.getDayOfMonth() : told;
        return wanted < 0 ? day.plusDays(1).getMonth() != day.getMonth() : day.getDayOfMonth() == wanted;
    }

    private static List<LocalDate> counted(RecurrenceRule rule, LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        Integer count = rule.count();
        LocalDate until = rule.until();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = first.plusDays(i);
            boolean open = (count == null || days.size() < count) && (until == null || !day.isAfter(until));
            if (open && takesPlace(rule, first, day)) {
                days.add(day);
            }
        }
        return days;
    }

    @Property
    void daysAreThoseThatCountingFinds(@ForAll("rules") RecurrenceRule rule, @ForAll("days") LocalDate first) {
        LocalDate end = first.plusDays(DAYS);
        assertThat(rule.from(first).takeWhile(day -> day.isBefore(end)).toList())
                .isEqualTo(counted(rule, first));
    }

    @Property
    void theNextDayIsTheFirstThatCountingFindsBehind(
            @ForAll("rules") RecurrenceRule rule,
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = -10, max = 700) int passed) {
        LocalDate behind = first.plusDays(passed);
        Optional<LocalDate> wanted =
                counted(rule, first).stream().filter(day -> day.isAfter(behind)).findFirst();
        Optional<LocalDate> found = rule.next(first, behind).filter(day -> day.isBefore(first.plusDays(DAYS)));
        assertThat(found).isEqualTo(wanted);
    }

    @Property
    void aRuleIsReadAsItIsWritten(@ForAll("rules") RecurrenceRule rule) {
        assertThat(RecurrenceRule.parse(rule.text())).isEqualTo(rule);
    }

    @Property
    void aMovedRuleBeginsOnTheNewDay(
            @ForAll("rules") RecurrenceRule rule,
            @ForAll("days") LocalDate first,
            @ForAll @IntRange(min = 0, max = 40) int later) {
        RecurrenceRule open = rule.ending(null, null);
        Optional<LocalDate> old = open.from(first).findFirst().filter(open::beginsOn);
        old.ifPresent(day -> {
            LocalDate moved = day.plusDays(later);
            assertThat(open.movedTo(day, moved).beginsOn(moved)).isTrue();
        });
    }

    @Example
    void whatIsNotMeantIsRefused() {
        for (String text : List.of(
                "",
                "FREQ=HOURLY",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=DAILY;INTERVAL=1000000000",
                "FREQ=DAILY;BYSETPOS=1",
                "FREQ=DAILY;FREQ=WEEKLY",
                "FREQ=YEARLY;UNTIL=2027",
                "FREQ=DAILY;UNTIL=20279999")) {
            assertThatThrownBy(() -> RecurrenceRule.parse(text)).as(text).isInstanceOf(CrmException.class);
        }
        assertThat(RecurrenceRule.parse("rrule:freq=weekly;byday=th,mo;wkst=mo;until=20271231T165959Z")
                        .text())
                .isEqualTo("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20271231");
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 2_000).map(day -> LocalDate.of(2023, 1, 1)
                .plusDays(day));
    }

    @Provide
    Arbitrary<RecurrenceRule> rules() {
        Arbitrary<Integer> end = Arbitraries.integers().between(-40, 40);
        return Combinators.combine(plain(), end, Arbitraries.integers().between(0, 900))
                .as((rule, count, days) -> count > 0
                        ? rule.ending(count, null)
                        : count < -20
                                ? rule.ending(null, LocalDate.of(2025, 1, 1).plusDays(days))
                                : rule);
    }

    private static Arbitrary<RecurrenceRule> plain() {
        Arbitrary<Integer> every = Arbitraries.integers().between(1, 5);
        Arbitrary<RecurrenceRule> weekly = Combinators.combine(
                        every, Arbitraries.of(DayOfWeek.class).set().ofMaxSize(4))
                .as((n, days) -> rule(Frequency.WEEKLY, n, days, null, null, null));
        Arbitrary<RecurrenceRule> ofMonth = Combinators.combine(
                        every, Arbitraries.integers().between(-1, 31).filter(day -> day != 0))
                .as((n, day) -> rule(Frequency.MONTHLY, n, Set.of(), day, null, null));
        Arbitrary<RecurrenceRule> nth = Combinators.combine(
                        every, Arbitraries.of(-1, 1, 2, 3, 4, 5), Arbitraries.of(DayOfWeek.class))
                .as((n, which, day) -> rule(Frequency.MONTHLY, n, Set.of(), null, which, day));
        Arbitrary<RecurrenceRule> others = Combinators.combine(every, Arbitraries.of(Frequency.class))
                .as((n, frequency) -> rule(frequency, n, Set.of(), null, null, null));
        return Arbitraries.oneOf(weekly, ofMonth, nth, others);
    }

    private static RecurrenceRule rule(
            Frequency frequency, int every, Set<DayOfWeek> days, Integer monthDay, Integer nth, DayOfWeek weekday) {
        return new RecurrenceRule(frequency, every, List.copyOf(days), monthDay, nth, weekday, null, null);
    }
}
