package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** Waits: {@code {"do": "wait", "minutes": 90}}, or until a day or moment of the record: {@code "until": "day"}. */
@ApplicationScoped
class Wait implements Action {
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(60L * 24 * 366);

    @Override
    public String code() {
        return "wait";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.amount("minutes", BigDecimal.ZERO, MOST_MINUTES),
                Parameter.of("until", Parameter.Kind.MOMENT));
    }

    @Override
    public void check(Arguments step) {
        if (step.raw("until") == null && step.raw("minutes") == null) {
            step.wrong("minutes", "records.error.required");
        }
    }

    @Override
    public void run(Arguments step, Step run) {
        Instant until;
        if (step.raw("until") == null) {
            until = run.now()
                    .plus(Duration.ofSeconds(step.number("minutes", BigDecimal.ZERO)
                            .multiply(BigDecimal.valueOf(60))
                            .longValue()));
        } else {
            Object value = run.record().value(step.text("until"));
            until = value instanceof LocalDate day
                    ? day.atStartOfDay(ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE)))
                            .toInstant()
                    : value instanceof Instant moment ? moment : run.now();
        }
        if (until.isAfter(run.now())) {
            run.waitUntil(until);
            run.say("automation.trace.waits", until.toString());
        }
    }
}
