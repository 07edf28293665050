package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CalendarItem;
import org.quanhe.crm.activities.ui.DayView.Band;
import org.quanhe.crm.activities.ui.DayView.Block;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Viewer;
import org.quanhe.crm.workingtime.Shift;
import org.quanhe.crm.workingtime.SpecialDay;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** Days of a calendar in the viewer's time zone, with the hours in which nobody works. */
@RequestScoped
public class CalendarDays {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    /** Shorter ones are drawn so long, or nobody could read them. */
    private static final int SHORTEST = 30;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Viewer viewer;

    private @Nullable WorkingHours hours;

    /**
     * The part of the day that is shown.
     *
     * @param from first hour
     * @param to behind the last hour
     */
    public record Window(int from, int to) {
        /** Hours on the edge: {@code 08:00}. */
        public List<String> labels() {
            List<String> labels = new ArrayList<>();
            for (int hour = from; hour < to; hour++) {
                labels.add("%02d:00".formatted(hour));
            }
            return labels;
        }

        public int minutes() {
            return (to - from) * HOUR;
        }
    }

    /** As much of the day as these need, and the usual hours of work. */
    public Window window(List<CalendarItem> items, int usualFrom, int usualTo) {
        int from = usualFrom;
        int to = usualTo;
        for (CalendarItem item : items) {
            ZonedDateTime at = item.at().atZone(zone());
            int end = (minute(at) + Math.max(SHORTEST, item.minutes()) + HOUR - 1) / HOUR;
            from = Math.min(from, at.getHour());
            to = Math.max(to, Math.min(24, end));
        }
        return new Window(from, to);
    }

    private ZoneId zone() {
        return viewer.told().zone();
    }

    private static int minute(ZonedDateTime at) {
        return at.getHour() * HOUR + at.getMinute();
    }

    /** @param month the month that is shown, null where days of several stand beside each other */
    public List<DayView> days(
            LocalDate first, int count, List<CalendarItem> items, Window window, @Nullable YearMonth month) {
        List<DayView> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDate day = first.plusDays(i);
            List<Block> blocks = items.stream()
                    .filter(item -> viewer.told().day(item.at()).equals(day))
                    .map(item -> block(item, window))
                    .toList();
            boolean today = day.equals(viewer.today());
            int now = minute(viewer.now().atZone(zone())) - window.from() * HOUR;
            days.add(new DayView(
                    day.toString(),
                    day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, viewer.getLocale()),
                    Integer.toString(day.getDayOfMonth()),
                    viewer.told().weekday(day),
                    today,
                    month != null && !YearMonth.from(day).equals(month),
                    holiday(day),
                    off(day, window),
                    Lanes.sideBySide(blocks),
                    today && now >= 0 && now < window.minutes() ? now : -1,
                    viewer.told().time(viewer.now())));
        }
        return days;
    }

    /** One item, wherever it stands. */
    public Block block(CalendarItem item, Window window) {
        RecordView activity = item.activity();
        ZonedDateTime at = item.at().atZone(zone());
        String kind = String.valueOf(activity.values().getOrDefault(Contacts.KIND, "task"));
        int from = minute(at) - window.from() * HOUR;
        int length = Math.max(SHORTEST, Math.min(item.minutes(), window.minutes() - from));
        boolean done = Boolean.TRUE.equals(activity.value(Contacts.DONE));
        String begins = viewer.told().time(item.at());
        return new Block(
                activity.ref().id(),
                activity.version(),
                activity.title(),
                about(activity),
                kind,
                viewer.text("ui.kind." + kind),
                Contacts.icon(kind),
                from,
                Math.max(SHORTEST, length),
                0,
                1,
                at.toLocalDate().toString(),
                at.toLocalTime().withSecond(0).withNano(0).toString(),
                item.minutes() == 0 ? begins : begins + "–" + viewer.told().time(item.end()),
                item.minutes() == 0 ? "" : Integer.toString(item.minutes()),
                activity.mayChange() && !done,
                done,
                !done && item.end().isBefore(viewer.now()),
                item.repeats());
    }

    private static String about(RecordView activity) {
        for (String field : List.of(Contacts.CUSTOMER, "lead", "opportunity")) {
            if (activity.value(field) instanceof RecordRef ref
                    && activity.referenceTitles().containsKey(ref.key())) {
                return activity.referenceTitles().get(ref.key());
            }
        }
        return "";
    }

    private WorkingHours hours() {
        if (hours == null) {
            hours = workingTime.hours();
        }
        return hours;
    }

    private String holiday(LocalDate day) {
        return hours().days().stream()
                .filter(one -> one.date().equals(day) && one.worksLike() == null)
                .map(SpecialDay::name)
                .findFirst()
                .orElse("");
    }

    /** What is left of the day beside the hours of work, which may be those of another time zone. */
    private List<Band> off(LocalDate day, Window window) {
        Instant begin =
                day.atTime(LocalTime.of(window.from(), 0)).atZone(zone()).toInstant();
        List<Band> off = new ArrayList<>();
        int free = 0;
        for (LocalDate there = day.minusDays(1); !there.isAfter(day.plusDays(1)); there = there.plusDays(1)) {
            Instant midnight = there.atStartOfDay(hours().zone()).toInstant();
            for (Shift shift : hours().on(there)) {
                int from = clipped(begin, midnight.plusSeconds(shift.from() * 60L), window);
                int to = clipped(begin, midnight.plusSeconds(shift.to() * 60L), window);
                if (to > free) {
                    if (from > free) {
                        off.add(new Band(free, from - free));
                    }
                    free = to;
                }
            }
        }
        if (free < window.minutes()) {
            off.add(new Band(free, window.minutes() - free));
        }
        return off;
    }

    private static int clipped(Instant begin, Instant at, Window window) {
        long minutes =
                Math.max(-DAY, Math.min(2L * DAY, Duration.between(begin, at).toMinutes()));
        return (int) Math.max(0, Math.min(window.minutes(), minutes));
    }
}
