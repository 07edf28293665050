package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.TimedTrigger;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;

/**
 * A day or moment of the record has come: {@code {"on": "date", "field": "endsOn", "days": -3, "at": "09:00"}}, three
 * days before the day, at nine; for a moment, {@code {"on": "date", "field": "startsAt", "hours": -2}}. Without a
 * number, on the day or at the moment itself. A record runs once for a value of the field; a value that is written when
 * its time is over sets nothing off, so that nobody writes to people about a past that was just brought in.
 */
@ApplicationScoped
class DateReached implements TimedTrigger {
    private static final int MOST_DAYS = 3_660;
    private static final int MOST_HOURS = MOST_DAYS * 24;
    /** Moments come all the time: they are looked for together. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public String code() {
        return "date";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("field", Parameter.Kind.MOMENT).must(),
                Parameter.offset("days", MOST_DAYS),
                Parameter.offset("hours", MOST_HOURS).onlyWhen("field", FieldKind.DATE_TIME.name()),
                Times.parameter().onlyWhen("field", FieldKind.DATE.name()));
    }

    @Override
    public void check(Arguments trigger) {
        FieldKind kind =
                trigger.type().find(trigger.text("field")).map(FieldView::kind).orElse(FieldKind.TEXT);
        if (kind == FieldKind.DATE) {
            refuse(trigger, "hours");
        } else if (kind == FieldKind.DATE_TIME) {
            refuse(trigger, "at");
        }
    }

    private static void refuse(Arguments trigger, String name) {
        if (trigger.raw(name) != null) {
            trigger.wrong(name, "records.metadata.error.unknown");
        }
    }

    private static boolean isDay(Arguments trigger) {
        return trigger.type()
                .find(trigger.text("field"))
                .filter(field -> field.kind() == FieldKind.DATE)
                .isPresent();
    }

    private static int days(Arguments trigger) {
        return trigger.number("days", BigDecimal.ZERO).intValue();
    }

    private static Duration offset(Arguments trigger) {
        return Duration.ofDays(days(trigger))
                .plusHours(trigger.number("hours", BigDecimal.ZERO).longValue());
    }

    @Override
    public Optional<Due> due(Arguments trigger, Instant behind, Instant upto) {
        String field = trigger.text("field");
        if (isDay(trigger)) {
            LocalDate first = day(behind, trigger).plusDays(1);
            LocalDate last = day(upto, trigger);
            return last.isBefore(first)
                    ? Optional.empty()
                    : Optional.of(new Due(upto, between(field, Filter.Op.GE, first, last)));
        }
        if (upto.isBefore(behind.plus(PATIENCE))) {
            return Optional.empty();
        }
        Duration offset = offset(trigger);
        return Optional.of(new Due(upto, between(field, Filter.Op.GT, behind.minus(offset), upto.minus(offset))));
    }

    /** The last day of the field whose time is not behind that moment. */
    private static LocalDate day(Instant moment, Arguments trigger) {
        ZoneId zone = Times.zone();
        LocalDate day = moment.atZone(zone).toLocalDate().plusDays(1);
        while (ZonedDateTime.of(day, Times.at(trigger), zone).toInstant().isAfter(moment)) {
            day = day.minusDays(1);
        }
        return day.minusDays(days(trigger));
    }

    private static Filter between(String field, Filter.Op lower, Object first, Object last) {
        return new Filter.And(
                List.of(new Filter.Compare(field, lower, first), new Filter.Compare(field, Filter.Op.LE, last)));
    }

    /** The moment that was reached: another value is another one, and so is another number of days. */
    @Override
    public String occasion(Arguments trigger, Due due, Map<String, Object> values) {
        Object value = values.get(trigger.text("field"));
        return value instanceof LocalDate day
                ? ZonedDateTime.of(day.plusDays(days(trigger)), Times.at(trigger), Times.zone())
                        .toInstant()
                        .toString()
                : value instanceof Instant moment ? moment.plus(offset(trigger)).toString() : "";
    }
}
