package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.records.control.RecordCondition;

/**
 * Waits until the record fulfils a condition: {@code {"do": "waitUntil", "condition": "stage == 'won'", "days": 14}}.
 * It is looked at whenever the record changes. After so many days the run goes on all the same, or ends with
 * {@code "otherwise": "stop"}.
 */
@ApplicationScoped
class WaitUntil implements Action {
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(366);
    /** A second and a half. */
    private static final BigDecimal LEAST_DAYS = new BigDecimal("0.00002");

    private static final List<String> OTHERWISE = List.of("go", "stop");
    private static final String CONDITION = "condition";

    @Override
    public String code() {
        return "waitUntil";
    }

    @Override
    public boolean watches() {
        return true;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(CONDITION, Parameter.Kind.CONDITION).must(),
                Parameter.amount("days", LEAST_DAYS, MOST_DAYS).must(),
                Parameter.choice("otherwise", OTHERWISE).or(OTHERWISE.get(0)));
    }

    @Override
    public void run(Arguments step, Step run) {
        String condition = step.text(CONDITION);
        if (RecordCondition.parse(step.type(), condition).holds(run.record().values())) {
            run.say("automation.trace.untilHolds", condition);
            return;
        }
        Instant begun = run.watchedUntil().orElse(null);
        Instant end = begun == null ? run.now().plus(patience(step)) : begun;
        if (run.now().isBefore(end)) {
            if (begun == null) {
                run.say("automation.trace.untilWaits", condition, end.toString());
            }
            run.watchUntil(end);
        } else if (step.text("otherwise").equals("stop")) {
            run.say("automation.trace.untilStops", condition);
            run.end();
        } else {
            run.say("automation.trace.untilGoesOn", condition);
        }
    }

    private static Duration patience(Arguments step) {
        BigDecimal seconds = step.number("days", BigDecimal.ZERO).multiply(BigDecimal.valueOf(86_400));
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
