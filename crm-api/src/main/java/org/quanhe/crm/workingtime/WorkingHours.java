package org.quanhe.crm.workingtime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When people work, and what is counted by it. Time is that of the clock on the wall of one zone. */
public final class WorkingHours {
    private final Map<DayOfWeek, List<Shift>> week;
    private final List<SpecialDay> days;
    private final Map<LocalDate, SpecialDay> byDate;
    private final ZoneId zone;

    /**
     * @param week hours by weekday, without overlaps; a weekday that is missing is free. Some weekday has hours.
     * @param days holidays and days that are worked although they would be free, no date twice
     */
    public WorkingHours(Map<DayOfWeek, List<Shift>> week, List<SpecialDay> days, ZoneId zone) {
        this.week = week.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> day.getValue().stream()
                        .sorted(Comparator.comparingInt(Shift::from))
                        .toList()));
        this.days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
        this.byDate = this.days.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::date, day -> day));
        this.zone = zone;
        if (this.week.isEmpty()) {
            throw new IllegalArgumentException("nobody would ever work");
        }
    }

    /** Hours of that weekday, in their order; none for a free one. */
    public List<Shift> on(DayOfWeek weekday) {
        return week.getOrDefault(weekday, List.of());
    }

    /** Hours of that day, in their order; none for a free one. */
    public List<Shift> on(LocalDate day) {
        SpecialDay special = byDate.get(day);
        if (special == null) {
            return on(day.getDayOfWeek());
        }
        DayOfWeek like = special.worksLike();
        return like == null ? List.of() : on(like);
    }

    /** Somebody works on that day. */
    public boolean works(LocalDate day) {
        return !on(day).isEmpty();
    }

    /** Days that are not as their weekdays say, by date. */
    public List<SpecialDay> days() {
        return days;
    }

    public ZoneId zone() {
        return zone;
    }

    /** How long a working day is, in minutes: the mean of the weekdays that are worked. */
    public long dayMinutes() {
        int all = week.values().stream()
                .flatMap(List::stream)
                .mapToInt(Shift::minutes)
                .sum();
        return Math.max(1, Math.round((double) all / week.size()));
    }

    /** Whole working minutes between two moments; 0 where the second is not behind the first. */
    public long minutes(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : on(day)) {
                Instant since = later(at(day, shift.from()), from);
                Instant until = earlier(at(day, shift.to()), to);
                worked = worked.plus(since.isBefore(until) ? Duration.between(since, until) : Duration.ZERO);
            }
        }
        return worked.toMinutes();
    }

    /** The moment at which so many working minutes have passed. */
    public Instant after(Instant from, long minutes) {
        Duration left = Duration.ofMinutes(minutes);
        LocalDate day = from.atZone(zone).toLocalDate();
        Instant at = from;
        while (!left.isZero()) {
            for (Shift shift : on(day)) {
                Instant end = at(day, shift.to());
                Instant begin = later(at(day, shift.from()), from);
                Duration open = begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
                if (!open.isZero() && !left.isZero()) {
                    Duration taken = open.compareTo(left) < 0 ? open : left;
                    left = left.minus(taken);
                    at = begin.plus(taken);
                }
            }
            day = day.plusDays(1);
        }
        return at;
    }

    /**
     * The end of the working day that is so many working days behind that moment; of a day that is worked until
     * midnight its last minute.
     *
     * @param ahead 0 for the same day, or the next working day where the moment is on none or behind its end
     */
    public Instant endOfDay(Instant moment, int ahead) {
        LocalDate day = working(moment.atZone(zone).toLocalDate());
        if (moment.isAfter(end(day))) {
            day = working(day.plusDays(1));
        }
        for (int i = 0; i < ahead; i++) {
            day = working(day.plusDays(1));
        }
        return end(day);
    }

    /** The first moment, that one or behind it, at which people work. */
    public Instant next(Instant from) {
        for (LocalDate day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (Shift shift : on(day)) {
                if (at(day, shift.to()).isAfter(from)) {
                    return later(at(day, shift.from()), from);
                }
            }
        }
    }

    private LocalDate working(LocalDate from) {
        LocalDate day = from;
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private Instant end(LocalDate day) {
        List<Shift> shifts = on(day);
        return at(day, Math.min(shifts.get(shifts.size() - 1).to(), Shift.DAY - 1));
    }

    private Instant at(LocalDate day, int minute) {
        return minute == Shift.DAY
                ? ZonedDateTime.of(day.plusDays(1), LocalTime.MIDNIGHT, zone).toInstant()
                : ZonedDateTime.of(day, LocalTime.ofSecondOfDay(minute * 60L), zone)
                        .toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingHours hours
                && week.equals(hours.week)
                && days.equals(hours.days)
                && zone.equals(hours.zone);
    }

    @Override
    public int hashCode() {
        return week.hashCode() + days.hashCode();
    }
}
