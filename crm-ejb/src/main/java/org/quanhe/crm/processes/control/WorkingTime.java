package org.quanhe.crm.processes.control;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Hours in which people work: Monday to Friday, 8 to 12 and 13 to 17 o'clock; a working day has eight of them. */
public final class WorkingTime {
    private record Shift(LocalTime from, LocalTime to) {}

    private static final List<Shift> SHIFTS =
            List.of(new Shift(LocalTime.of(8, 0), LocalTime.NOON), new Shift(LocalTime.of(13, 0), LocalTime.of(17, 0)));

    private WorkingTime() {}

    /** Whole working minutes between two moments; 0 where the second is not behind the first. */
    public static long minutes(Instant from, Instant to, ZoneId zone) {
        Duration worked = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (worked(day)) {
                for (Shift shift : SHIFTS) {
                    worked = worked.plus(overlap(at(day, shift.from(), zone), at(day, shift.to(), zone), from, to));
                }
            }
        }
        return worked.toMinutes();
    }

    /** The moment at which so many working minutes have passed. */
    public static Instant after(Instant from, long minutes, ZoneId zone) {
        Duration left = Duration.ofMinutes(minutes);
        LocalDate day = from.atZone(zone).toLocalDate();
        Instant at = from;
        while (!left.isZero()) {
            if (worked(day)) {
                for (Shift shift : SHIFTS) {
                    Instant end = at(day, shift.to(), zone);
                    Instant begin = later(at(day, shift.from(), zone), from);
                    Duration open = begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
                    if (!open.isZero() && !left.isZero()) {
                        Duration taken = open.compareTo(left) < 0 ? open : left;
                        left = left.minus(taken);
                        at = begin.plus(taken);
                    }
                }
            }
            day = day.plusDays(1);
        }
        return at;
    }

    private static boolean worked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(day, time, zone).toInstant();
    }

    private static Duration overlap(Instant begin, Instant end, Instant from, Instant to) {
        Instant since = later(begin, from);
        Instant until = end.isBefore(to) ? end : to;
        return since.isBefore(until) ? Duration.between(since, until) : Duration.ZERO;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
