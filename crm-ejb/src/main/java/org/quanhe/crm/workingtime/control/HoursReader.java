package org.quanhe.crm.workingtime.control;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;

/** Reads documents of working time, and says all that is wrong with one at once. */
public final class HoursReader {
    private static final int MOST_SHIFTS = 10;
    private static final int MOST_DAYS = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final int SHOWN = 60;

    private final ZoneId zone;
    private final List<Violation> violations = new ArrayList<>();

    private HoursReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Reads a document.
     *
     * @throws CrmException INVALID, naming every place that cannot be read
     */
    public static WorkingHours read(Map<String, ?> document, ZoneId zone) {
        return new HoursReader(zone).hours(document);
    }

    private WorkingHours hours(Map<String, ?> document) {
        Part part = new Part("", document, violations);
        Map<DayOfWeek, List<Shift>> week = week(part.part("week"));
        if (violations.isEmpty() && week.isEmpty()) {
            part.wrong("week", "workingtime.error.never");
        }
        List<SpecialDay> days = days(part, week);
        String told = part.text("timeZone", zone.getId());
        if (!told.equals(zone.getId())) {
            part.wrong("timeZone", "workingtime.error.zone", zone.getId());
        }
        part.end();
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        return new WorkingHours(week, days, zone);
    }

    private static Map<DayOfWeek, List<Shift>> week(Part part) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            String name = name(weekday);
            List<Shift> shifts = shifts(part, name);
            if (!shifts.isEmpty()) {
                week.put(weekday, shifts);
            }
        }
        part.end();
        return week;
    }

    private static List<Shift> shifts(Part part, String name) {
        List<String> texts = part.names(name);
        if (texts.size() > MOST_SHIFTS) {
            part.wrong(name, "records.error.tooMany", texts.size(), MOST_SHIFTS);
            return List.of();
        }
        List<Shift> shifts = new ArrayList<>();
        for (String text : texts) {
            Optional<int[]> minutes = Shift.minutes(text);
            if (minutes.isEmpty()) {
                part.wrong(name, "workingtime.error.hours", shown(text));
            } else if (minutes.get()[0] >= minutes.get()[1]) {
                part.wrong(name, "workingtime.error.reversed", shown(text));
            } else {
                Shift shift = new Shift(minutes.get()[0], minutes.get()[1]);
                shifts.stream()
                        .filter(shift::overlaps)
                        .findFirst()
                        .ifPresent(other ->
                                part.wrong(name, "workingtime.error.overlap", other.toString(), shift.toString()));
                shifts.add(shift);
            }
        }
        return shifts;
    }

    private static List<SpecialDay> days(Part part, Map<DayOfWeek, List<Shift>> week) {
        List<Part> parts = part.parts("days");
        if (parts.size() > MOST_DAYS) {
            part.wrong("days", "records.error.tooMany", parts.size(), MOST_DAYS);
            return List.of();
        }
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        for (Part one : parts) {
            LocalDate date = date(one);
            String name = one.text("name", "");
            if (name.isEmpty()) {
                one.wrong("name", "records.error.required");
            } else if (name.length() > LONGEST_NAME) {
                one.wrong("name", "records.error.tooLong", name.length(), LONGEST_NAME);
            }
            DayOfWeek like = one.oneOf("worksLike", DayOfWeek.class, null);
            if (like != null && !week.containsKey(like)) {
                one.wrong("worksLike", "workingtime.error.free");
            }
            if (date != null && days.put(date, new SpecialDay(date, name, like)) != null) {
                one.wrong("date", "workingtime.error.twice", date.toString());
            }
            one.end();
        }
        return List.copyOf(days.values());
    }

    private static @Nullable LocalDate date(Part part) {
        String text = part.text("date", "");
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            part.wrong("date", "workingtime.error.year", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        } catch (DateTimeException noDate) {
            part.wrong("date", text.isEmpty() ? "records.error.required" : "workingtime.error.date", shown(text));
        }
        return null;
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    /** {@code monday}. */
    static String name(DayOfWeek weekday) {
        return weekday.name().toLowerCase(Locale.ROOT);
    }

    /** The document of these hours, all weekdays and days in their order. */
    public static Map<String, Object> document(WorkingHours hours) {
        Map<String, Object> week = new LinkedHashMap<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            week.put(
                    name(weekday),
                    hours.on(weekday).stream().map(Shift::toString).toList());
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("week", week);
        document.put("days", hours.days().stream().map(HoursReader::day).toList());
        return document;
    }

    private static Map<String, Object> day(SpecialDay day) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("date", day.date().toString());
        told.put("name", day.name());
        DayOfWeek like = day.worksLike();
        if (like != null) {
            told.put("worksLike", name(like));
        }
        return told;
    }
}
