package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.TimedTrigger;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.workingtime.WorkingTime;

/**
 * It is time: {@code {"on": "schedule", "every": "day", "at": "08:00"}}, or {@code "weekday"} for working days,
 * {@code "week"} with {@code "day": "monday"}, {@code "month"} with {@code "day": 15}, in the installation's time zone.
 * Sets off every record that fulfils the condition. Times that were missed count once, the last one.
 */
@ApplicationScoped
class Schedule implements TimedTrigger {
    private static final List<String> EVERY = List.of("day", "weekday", "week", "month");
    private static final int MOST_DAYS = 31;

    @Inject
    private WorkingTime workingTime;

    @Override
    public String code() {
        return "schedule";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("every", EVERY).must(),
                Parameter.of("day", Parameter.Kind.TEXT),
                Parameter.of("at", Parameter.Kind.TIME));
    }

    @Override
    public void check(Arguments trigger) {
        String every = trigger.text("every");
        if (every.equals("week") && weekday(trigger).isEmpty()) {
            List<String> days = Arrays.stream(DayOfWeek.values())
                    .map(day -> day.name().toLowerCase(Locale.ROOT))
                    .toList();
            trigger.wrong("day", "records.error.noChoice", trigger.text("day"), listed(days));
        }
        int day = dayOfMonth(trigger);
        if (every.equals("month") && (day < 1 || day > MOST_DAYS)) {
            trigger.wrong("day", "automation.error.noDay", MOST_DAYS);
        }
        Times.check(trigger);
    }

    private static LocalizedMessage listed(List<String> words) {
        return LocalizedMessage.of("records.list", String.join(", ", words));
    }

    private static Optional<DayOfWeek> weekday(Arguments trigger) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(trigger.text("day")))
                .findFirst();
    }

    /** 0 where there is none. */
    private static int dayOfMonth(Arguments trigger) {
        BigDecimal day = trigger.number("day", BigDecimal.ZERO).stripTrailingZeros();
        return day.scale() > 0 || day.compareTo(BigDecimal.valueOf(MOST_DAYS)) > 0 ? 0 : day.intValue();
    }

    @Override
    public Optional<Due> due(Arguments trigger, Instant behind, Instant upto) {
        return timetable(trigger, Times.at(trigger).orElse(LocalTime.MIDNIGHT), Times.zone())
                .last(behind, upto)
                .map(time -> new Due(time, Filter.ALL));
    }

    private Timetable timetable(Arguments trigger, LocalTime at, ZoneId zone) {
        return switch (trigger.text("every")) {
            case "weekday" -> Timetable.onWorkingDays(workingTime.hours(), at, zone);
            case "week" -> Timetable.weekly(weekday(trigger).orElse(DayOfWeek.MONDAY), at, zone);
            case "month" -> Timetable.monthly(dayOfMonth(trigger), at, zone);
            default -> Timetable.daily(at, zone);
        };
    }

    @Override
    public String occasion(Arguments trigger, Due due, Map<String, Object> values) {
        return due.moment().toString();
    }
}
