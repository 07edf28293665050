package org.quanhe.crm.automation.control.triggers;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.quanhe.crm.workingtime.WorkingHours;

/**
 * Times that come round: on some days, at a time of day.
 *
 * @param days on which days
 * @param at when on those days; a time that a change of clocks leaves out is the next one that there is
 */
record Timetable(Predicate<LocalDate> days, LocalTime at, ZoneId zone) {
    /** Longer than any month: every timetable has a day in it. */
    private static final int LONGEST_PAUSE_DAYS = 62;

    static Timetable daily(LocalTime at, ZoneId zone) {
        return new Timetable(day -> true, at, zone);
    }

    static Timetable onWorkingDays(WorkingHours hours, LocalTime at, ZoneId zone) {
        return new Timetable(hours::works, at, zone);
    }

    static Timetable weekly(DayOfWeek weekday, LocalTime at, ZoneId zone) {
        return new Timetable(day -> day.getDayOfWeek() == weekday, at, zone);
    }

    /** On that day of each month, on the last one where a month has fewer. */
    static Timetable monthly(int number, LocalTime at, ZoneId zone) {
        return new Timetable(day -> day.getDayOfMonth() == Math.min(number, day.lengthOfMonth()), at, zone);
    }

    /** The last time behind the one moment and not behind the other; times that were missed in between are not told. */
    Optional<Instant> last(Instant behind, Instant upto) {
        LocalDate day = upto.atZone(zone).toLocalDate().plusDays(1);
        for (int i = 0; i <= LONGEST_PAUSE_DAYS; i++) {
            Instant time = ZonedDateTime.of(day, at, zone).toInstant();
            if (!time.isAfter(behind)) {
                return Optional.empty();
            }
            if (days.test(day) && !time.isAfter(upto)) {
                return Optional.of(time);
            }
            day = day.minusDays(1);
        }
        return Optional.empty();
    }
}
