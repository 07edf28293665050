package org.quanhe.crm.activities;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;

/**
 * How something repeats, in the words of RFC 5545 that people need: {@code FREQ=DAILY},
 * {@code FREQ=WEEKLY;BYDAY=MO,TH}, {@code FREQ=MONTHLY;BYMONTHDAY=-1}, {@code FREQ=MONTHLY;BYDAY=2TU},
 * {@code FREQ=YEARLY}, each with {@code INTERVAL} and an end by {@code COUNT} or {@code UNTIL}. Weeks begin on Monday.
 * A month without that day has no occurrence.
 *
 * @param every one of so many days, weeks, months or years
 * @param days weekdays of a weekly rule, none for that of the first day
 * @param monthDay 1 to 31, or -1 for the last day, of a monthly rule
 * @param nth which {@code weekday} of the month, 1 to 5, or -1 for the last
 * @param weekday of {@code nth}
 * @param count how many occurrences there are
 * @param until last day on which there may be one
 */
public record RecurrenceRule(
        Frequency frequency,
        int every,
        List<DayOfWeek> days,
        @Nullable Integer monthDay,
        @Nullable Integer nth,
        @Nullable DayOfWeek weekday,
        @Nullable Integer count,
        @Nullable LocalDate until) {
    /** Most periods that are looked through for the next occurrence: after those there is none. */
    private static final int HORIZON = 1_000;

    private static final int MOST_PERIODS = 100_000;

    private static final int MOST_EVERY = 99;
    private static final int MOST_COUNT = 999;
    private static final int LONGEST_MONTH = 31;
    private static final int WEEKS_OF_A_MONTH = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final List<String> NAMES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** What is counted. */
    public enum Frequency {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    public RecurrenceRule {
        days = days.stream().distinct().sorted().toList();
    }

    /** Once in each period, without an end. */
    public static RecurrenceRule of(Frequency frequency) {
        return new RecurrenceRule(frequency, 1, List.of(), null, null, null, null, null);
    }

    /**
     * Reads a rule.
     *
     * @throws CrmException INVALID, naming the part that is not understood
     */
    public static RecurrenceRule parse(String text) {
        Map<String, String> parts = new TreeMap<>();
        String body = text.strip().toUpperCase(Locale.ROOT);
        for (String part : body.startsWith("RRULE:") ? body.substring(6).split(";") : body.split(";")) {
            int sign = part.indexOf('=');
            if (sign <= 0 || parts.put(part.substring(0, sign), part.substring(sign + 1)) != null) {
                throw wrong(part);
            }
        }
        return new Reader(parts).rule();
    }

    private static CrmException wrong(String part) {
        return CrmException.invalid("activities.error.rule", part.length() > 40 ? part.substring(0, 40) + "…" : part);
    }

    /** Takes the parts of a text one by one: what is left at the end is refused. */
    private static final class Reader {
        private final Map<String, String> parts;

        Reader(Map<String, String> parts) {
            this.parts = parts;
        }

        RecurrenceRule rule() {
            Frequency frequency =
                    frequency(Optional.ofNullable(parts.remove("FREQ")).orElse(""));
            int every = Optional.ofNullable(number("INTERVAL", 1, MOST_EVERY)).orElse(1);
            List<DayOfWeek> days = List.of();
            Integer monthDay = null;
            Integer nth = null;
            DayOfWeek weekday = null;
            if (frequency == Frequency.WEEKLY && parts.containsKey("BYDAY")) {
                days = Arrays.stream(parts.remove("BYDAY").split(","))
                        .map(Reader::day)
                        .toList();
            } else if (frequency == Frequency.MONTHLY && parts.containsKey("BYDAY")) {
                String told = parts.remove("BYDAY");
                if (!told.matches("[+]?[1-5]\\w{2}|-1\\w{2}")) {
                    throw wrong("BYDAY=" + told);
                }
                nth = Integer.valueOf(told.substring(0, told.length() - 2));
                weekday = day(told.substring(told.length() - 2));
            } else if (frequency == Frequency.MONTHLY) {
                monthDay = number("BYMONTHDAY", -1, LONGEST_MONTH);
                if (monthDay != null && monthDay == 0) {
                    throw wrong("BYMONTHDAY=0");
                }
            }
            Integer count = number("COUNT", 1, MOST_COUNT);
            LocalDate until = until();
            if (count != null && until != null) {
                throw wrong("COUNT+UNTIL");
            }
            if ("MO".equals(parts.get("WKST"))) {
                parts.remove("WKST");
            }
            parts.forEach((name, value) -> {
                throw wrong(name + "=" + value);
            });
            return new RecurrenceRule(frequency, every, days, monthDay, nth, weekday, count, until);
        }

        private static Frequency frequency(String told) {
            return Stream.of(Frequency.values())
                    .filter(one -> one.name().equals(told))
                    .findFirst()
                    .orElseThrow(() -> wrong("FREQ=" + told));
        }

        private static DayOfWeek day(String told) {
            int at = NAMES.indexOf(told);
            if (at < 0) {
                throw wrong("BYDAY=" + told);
            }
            return DayOfWeek.of(at + 1);
        }

        private @Nullable Integer number(String name, int least, int most) {
            String told = parts.remove(name);
            if (told == null) {
                return null;
            }
            if (!told.matches("-?\\d{1,3}") || Integer.parseInt(told) < least || Integer.parseInt(told) > most) {
                throw wrong(name + "=" + told);
            }
            return Integer.valueOf(told);
        }

        private @Nullable LocalDate until() {
            String told = parts.remove("UNTIL");
            if (told == null) {
                return null;
            }
            try {
                return LocalDate.parse(told.replaceFirst("T\\d{6}Z?$", ""), DAY);
            } catch (DateTimeException unreadable) {
                throw wrong("UNTIL=" + told);
            }
        }
    }

    /** The rule as RFC 5545 writes it. */
    public String text() {
        List<String> parts = new ArrayList<>(List.of("FREQ=" + frequency));
        if (every > 1) {
            parts.add("INTERVAL=" + every);
        }
        if (!days.isEmpty()) {
            parts.add("BYDAY=" + days.stream().map(RecurrenceRule::name).collect(Collectors.joining(",")));
        }
        if (monthDay != null) {
            parts.add("BYMONTHDAY=" + monthDay);
        }
        if (nth != null && weekday != null) {
            parts.add("BYDAY=" + nth + name(weekday));
        }
        if (count != null) {
            parts.add("COUNT=" + count);
        }
        if (until != null) {
            parts.add("UNTIL=" + DAY.format(until));
        }
        return String.join(";", parts);
    }

    private static String name(DayOfWeek day) {
        return NAMES.get(day.getValue() - 1);
    }

    /**
     * The days on which it takes place, in their order, as long as there are any.
     *
     * @param first day of the first occurrence; nothing takes place before it
     */
    public Stream<LocalDate> from(LocalDate first) {
        Stream<LocalDate> days = Stream.iterate(0, period -> period + 1)
                .takeWhile(period -> period < MOST_PERIODS)
                .flatMap(period -> within(first, period).stream())
                .filter(day -> !day.isBefore(first));
        if (until != null) {
            days = days.takeWhile(day -> !day.isAfter(until));
        }
        return count == null ? days : days.limit(count);
    }

    /** The first day behind that one on which it takes place; nothing where the series is over. */
    public Optional<LocalDate> next(LocalDate first, LocalDate behind) {
        if (count != null) {
            return from(first).filter(day -> day.isAfter(behind)).findFirst();
        }
        int near = Math.max(0, period(first, behind) - 1);
        return Stream.iterate(near, period -> period + 1)
                .limit(HORIZON)
                .flatMap(period -> within(first, period).stream())
                .filter(day -> !day.isBefore(first) && day.isAfter(behind))
                .findFirst()
                .filter(day -> until == null || !day.isAfter(until));
    }

    /** True if it takes place on its first day. */
    public boolean beginsOn(LocalDate first) {
        Iterator<LocalDate> days = within(first, 0).iterator();
        while (days.hasNext()) {
            if (days.next().equals(first)) {
                return true;
            }
        }
        return false;
    }

    /** How many took place before that day. */
    public int before(LocalDate first, LocalDate day) {
        return (int) from(first).takeWhile(one -> one.isBefore(day)).count();
    }

    private int period(LocalDate first, LocalDate day) {
        long passed =
                switch (frequency) {
                    case DAILY -> ChronoUnit.DAYS.between(first, day);
                    case WEEKLY -> ChronoUnit.WEEKS.between(monday(first), day);
                    case MONTHLY -> ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(day));
                    case YEARLY -> day.getYear() - first.getYear();
                };
        return (int) Math.max(0, passed / every);
    }

    private Collection<LocalDate> within(LocalDate first, int period) {
        int step = period * every;
        return switch (frequency) {
            case DAILY -> List.of(first.plusDays(step));
            case WEEKLY -> week(first, monday(first).plusWeeks(step));
            case MONTHLY -> month(first, YearMonth.from(first).plusMonths(step));
            case YEARLY -> ofMonth(YearMonth.from(first).plusYears(step), first.getDayOfMonth());
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private Collection<LocalDate> week(LocalDate first, LocalDate monday) {
        List<DayOfWeek> all = days.isEmpty() ? List.of(first.getDayOfWeek()) : days;
        return all.stream()
                .map(day -> monday.plusDays(day.getValue() - 1L))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Collection<LocalDate> month(LocalDate first, YearMonth month) {
        if (nth == null || weekday == null) {
            return ofMonth(month, monthDay == null ? first.getDayOfMonth() : monthDay);
        }
        LocalDate day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        return nth > WEEKS_OF_A_MONTH || !YearMonth.from(day).equals(month) ? List.of() : List.of(day);
    }

    private static Collection<LocalDate> ofMonth(YearMonth month, int day) {
        if (day < 0) {
            return List.of(month.atEndOfMonth());
        }
        return month.isValidDay(day) ? List.of(month.atDay(day)) : List.of();
    }

    /**
     * The same that begins on another day: the weekday or day of the month of the old first day becomes the new one's.
     */
    public RecurrenceRule movedTo(LocalDate old, LocalDate day) {
        List<DayOfWeek> moved = days.stream()
                .map(one -> one == old.getDayOfWeek() ? day.getDayOfWeek() : one)
                .toList();
        Integer onDay = monthDay == null
                        || monthDay < 0 && day.equals(YearMonth.from(day).atEndOfMonth())
                ? monthDay
                : Integer.valueOf(day.getDayOfMonth());
        boolean last = nth != null && nth < 0 && day.plusWeeks(1).getMonth() != day.getMonth();
        Integer which = nth == null || last ? nth : Integer.valueOf((day.getDayOfMonth() - 1) / 7 + 1);
        return new RecurrenceRule(
                frequency, every, moved, onDay, which, weekday == null ? null : day.getDayOfWeek(), count, until);
    }

    /** The same with another end. */
    public RecurrenceRule ending(@Nullable Integer occurrences, @Nullable LocalDate last) {
        return new RecurrenceRule(frequency, every, days, monthDay, nth, weekday, occurrences, last);
    }
}
