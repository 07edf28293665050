package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.workingtime.WorkingTime;

/**
 * Plans a task for the record's owner: {@code {"do": "task", "subject": "Call {{name}}", "workingDays": 1}}; with
 * {@code owner}, for that user.
 */
@ApplicationScoped
class PlanTask implements Action {
    private static final String CUSTOMERS = "customers";
    private static final String ACTIVITIES = "activities";
    private static final int MOST_DAYS = 365;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordWriter writer;

    @Inject
    private WorkingTime workingTime;

    @Override
    public String code() {
        return "task";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("subject", Parameter.Kind.MERGED_TEXT).must(),
                Parameter.count("workingDays", 0, MOST_DAYS).or("1"),
                Parameter.record("owner", "users"));
    }

    @Override
    public void run(Arguments step, Step run) {
        int days = step.number("workingDays", BigDecimal.ONE).intValue();
        Instant due = workingTime.hours().endOfDay(run.now(), days);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kind", "task");
        values.put("subject", run.merged(step.text("subject")));
        values.put("startsAt", due);
        Object owner =
                step.raw("owner") != null ? step.text("owner") : run.record().value("owner");
        if (owner != null) {
            values.put("owner", owner);
        }
        customer(run).ifPresent(customer -> values.put("customer", customer));
        pointing(run.record().ref())
                .ifPresent(field -> values.put(field, run.record().ref()));
        long id = writer.create(ACTIVITIES, values).getId();
        run.say("automation.trace.task", values.get("subject"), due.toString(), Long.toString(id));
    }

    /** The field by which activities point to records such as this one: leads, opportunities, types of one's own. */
    private Optional<String> pointing(RecordRef ref) {
        return types.named(ACTIVITIES).view().fields().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE
                        && !field.readOnly()
                        && field.target().equals(ref.type()))
                .map(FieldView::name)
                .findFirst();
    }

    /** The customer that the record is, or points to. */
    private static Optional<RecordRef> customer(Step run) {
        if (run.record().ref().type().equals(CUSTOMERS)) {
            return Optional.of(run.record().ref());
        }
        return run.record().values().values().stream()
                .filter(value -> value instanceof RecordRef ref && ref.type().equals(CUSTOMERS))
                .map(value -> (RecordRef) value)
                .findFirst();
    }
}
