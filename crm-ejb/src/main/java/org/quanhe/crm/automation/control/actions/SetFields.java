package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.control.RecordWriter;

/** Sets fields of the record: {@code {"do": "set", "fields": {"stage": "won", "notes": "By {{owner}}"}}}. */
@ApplicationScoped
class SetFields implements Action {
    @Inject
    private RecordWriter writer;

    @Inject
    private FieldTypes fieldTypes;

    @Override
    public String code() {
        return "set";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of("fields", Parameter.Kind.VALUES));
    }

    @Override
    public void check(Arguments step) {
        FieldsOfAction.check(step, step.type(), fieldTypes, false);
    }

    @Override
    public void run(Arguments step, Step run) {
        Map<String, @Nullable Object> values = FieldsOfAction.merged(step, run);
        writer.change(run.record().ref(), null, values, run.why());
        run.say("automation.trace.set", FieldsOfAction.told(values));
    }
}
