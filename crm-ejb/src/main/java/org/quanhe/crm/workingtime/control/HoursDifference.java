package org.quanhe.crm.workingtime.control;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;

/** What differs between two working times, for the audit: weekdays with their hours, dates with their names. */
public final class HoursDifference {
    private HoursDifference() {}

    /** The weekdays first, then the dates in their order; nothing where both are the same. */
    public static List<FieldChange> between(WorkingHours before, WorkingHours after) {
        List<FieldChange> changes = new ArrayList<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            add(changes, HoursReader.name(weekday), told(before.on(weekday)), told(after.on(weekday)));
        }
        Map<String, String> was = byDate(before);
        Map<String, String> is = byDate(after);
        TreeSet<String> dates = new TreeSet<>(was.keySet());
        dates.addAll(is.keySet());
        dates.forEach(date -> add(changes, date, was.getOrDefault(date, ""), is.getOrDefault(date, "")));
        return changes;
    }

    private static void add(List<FieldChange> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.add(new FieldChange(what, before, after));
        }
    }

    private static String told(List<Shift> shifts) {
        return shifts.stream().map(Shift::toString).collect(Collectors.joining(", "));
    }

    private static Map<String, String> byDate(WorkingHours hours) {
        Map<String, String> byDate = new LinkedHashMap<>();
        for (SpecialDay day : hours.days()) {
            DayOfWeek like = day.worksLike();
            byDate.put(day.date().toString(), day.name() + (like == null ? "" : ": " + told(hours.on(like))));
        }
        return byDate;
    }
}
