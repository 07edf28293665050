package org.quanhe.crm.workingtime.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;

/** What the form of working time holds: at first what is in force, then what was typed. */
final class HoursForm {
    /** What the select says for a holiday: an empty value would not be written into the page. */
    static final String OFF = "off";

    private static final int MOST_ROWS = 2_000;

    private final Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
    private final List<DayRow> days = new ArrayList<>();

    /** A special day as it was typed; {@code like} is a weekday, or {@link #OFF} for a holiday. */
    record DayRow(String date, String name, String like) {}

    private HoursForm() {}

    static HoursForm of(WorkingHours hours) {
        HoursForm form = new HoursForm();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            form.week.put(
                    weekday, hours.on(weekday).stream().map(Shift::toString).collect(Collectors.joining(", ")));
        }
        hours.days().forEach(day -> form.days.add(row(day)));
        return form;
    }

    private static DayRow row(SpecialDay day) {
        DayOfWeek like = day.worksLike();
        return new DayRow(day.date().toString(), day.name(), like == null ? OFF : code(like));
    }

    /** The form as it was sent; lines without date and name are gone. */
    static HoursForm read(HttpServletRequest request) {
        HoursForm form = new HoursForm();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            form.week.put(
                    weekday,
                    Objects.requireNonNullElse(request.getParameter("week." + code(weekday)), "")
                            .strip());
        }
        String[] dates = Objects.requireNonNullElse(request.getParameterValues("day.date"), new String[0]);
        for (int i = 0; i < Math.min(dates.length, MOST_ROWS); i++) {
            DayRow row = new DayRow(dates[i].strip(), at(request, "day.name", i), at(request, "day.like", i));
            if (!row.date().isEmpty() || !row.name().isEmpty()) {
                form.days.add(row);
            }
        }
        return form;
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }

    static String code(DayOfWeek weekday) {
        return weekday.name().toLowerCase(Locale.ROOT);
    }

    String text(DayOfWeek weekday) {
        return week.getOrDefault(weekday, "");
    }

    List<DayRow> days() {
        return days;
    }

    /** The working time that it describes. */
    Map<String, Object> document() {
        Map<String, Object> hours = new LinkedHashMap<>();
        week.forEach((weekday, text) -> hours.put(
                code(weekday),
                Arrays.stream(text.split("[,;，；、]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList()));
        return Map.of(
                "week", hours, "days", days.stream().map(HoursForm::document).toList());
    }

    private static Map<String, Object> document(DayRow row) {
        Map<String, Object> day = new LinkedHashMap<>();
        day.put("date", row.date());
        day.put("name", row.name());
        if (!row.like().equals(OFF)) {
            day.put("worksLike", row.like());
        }
        return day;
    }
}
