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
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();
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
                Parameter.choice("every", EVERY).must().or("day"),
                Parameter.choice("day", WEEKDAYS).must().onlyWhen("every", "week"),
                Parameter.count("day", 1, MOST_DAYS).must().onlyWhen("every", "month"),
                Times.parameter());
    }

    @Override
    public Optional<Due> due(Arguments trigger, Instant behind, Instant upto) {
        return timetable(trigger, Times.at(trigger), Times.zone())
                .last(behind, upto)
                .map(time -> new Due(time, Filter.ALL));
    }

    private Timetable timetable(Arguments trigger, LocalTime at, ZoneId zone) {
        return switch (trigger.text("every")) {
            case "weekday" -> Timetable.onWorkingDays(workingTime.hours(), at, zone);
            case "week" ->
                Timetable.weekly(DayOfWeek.valueOf(trigger.text("day").toUpperCase(Locale.ROOT)), at, zone);
            case "month" ->
                Timetable.monthly(trigger.number("day", BigDecimal.ONE).intValue(), at, zone);
            default -> Timetable.daily(at, zone);
        };
    }

    @Override
    public String occasion(Arguments trigger, Due due, Map<String, Object> values) {
        return due.moment().toString();
    }
}
