package org.quanhe.crm.automation.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Days on which people work: Monday to Friday, until five in the afternoon. */
public final class WorkingDays {
    private static final LocalTime END = LocalTime.of(17, 0);

    private WorkingDays() {}

    /**
     * The end of the working day that is so many working days behind that moment.
     *
     * @param days 0 for the same day, or the next working day where the moment is on none or behind its end
     */
    public static Instant after(Instant moment, int days, ZoneId zone) {
        ZonedDateTime at = moment.atZone(zone);
        ZonedDateTime day = at.toLocalTime().isAfter(END) ? at.plusDays(1) : at;
        day = working(day);
        for (int i = 0; i < days; i++) {
            day = working(day.plusDays(1));
        }
        return day.with(END).toInstant();
    }

    private static ZonedDateTime working(ZonedDateTime from) {
        ZonedDateTime day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
