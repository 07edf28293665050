package org.quanhe.crm.automation.control.actions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Step;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.RecordEntity;

/**
 * Creates a record: {@code {"do": "create", "type": "installations", "fields": {"name": "For {{name}}", "customer":
 * "{{id}}"}}}.
 */
@ApplicationScoped
class CreateRecord implements Action {
    @Inject
    private RecordWriter writer;

    @Inject
    private RecordTypes types;

    @Inject
    private FieldTypes fieldTypes;

    @Override
    public String code() {
        return "create";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("type", Parameter.Kind.TYPE),
                Parameter.of("fields", Parameter.Kind.VALUES).to("type"));
    }

    @Override
    public void check(Arguments step) {
        String type = step.text("type");
        types.find(type)
                .ifPresentOrElse(
                        found -> FieldsOfAction.check(step, found.view(), fieldTypes, true),
                        () -> step.wrong("type", "records.error.unknownType", type));
    }

    @Override
    public void run(Arguments step, Step run) {
        String type = step.text("type");
        RecordEntity made = writer.create(type, FieldsOfAction.merged(step, run));
        run.say(
                "automation.trace.created",
                LocalizedMessage.of(type + ".type.one"),
                made.title(),
                Long.toString(made.getId()));
    }
}
