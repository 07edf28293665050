package org.quanhe.crm.automation.control.triggers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.automation.spi.Trigger;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * A record was changed: {@code {"on": "changed"}}; with {@code field}, that field was, and with {@code from} and
 * {@code to}, from and to those values. A value that was worked out anew because of other records is no edit of the
 * record (ADR 12): whoever names the field is told, whoever listens to any change is not.
 */
@ApplicationScoped
class Changed implements Trigger {
    @Inject
    private FieldTypes fieldTypes;

    @Override
    public String code() {
        return "changed";
    }

    @Override
    public String action() {
        return "changed";
    }

    @Override
    public boolean hears(String written) {
        return written.equals(RecordWriter.CHANGED) || written.equals(RecordWriter.RECALCULATED);
    }

    @Override
    public boolean fires(Arguments trigger, WrittenRecord written) {
        String field = trigger.text("field");
        return field.isEmpty()
                ? written.action().equals(RecordWriter.CHANGED)
                : written.changed(field)
                        && is(trigger, "from", written.was(field))
                        && is(trigger, "to", written.is(field));
    }

    private boolean is(Arguments trigger, String end, @Nullable Object value) {
        return trigger.raw(end) == null
                || trigger.type()
                        .find(trigger.text("field"))
                        .filter(field -> fieldTypes.text(field, value).equals(trigger.text(end)))
                        .isPresent();
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of("field", Parameter.Kind.FIELD),
                Parameter.of("from", Parameter.Kind.VALUE).to("field"),
                Parameter.of("to", Parameter.Kind.VALUE).to("field"));
    }

    @Override
    public void check(Arguments trigger) {
        if (trigger.raw("field") == null && (trigger.raw("from") != null || trigger.raw("to") != null)) {
            trigger.wrong("field", "automation.error.fromToWantField");
        }
    }
}
