package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Sets automations off: their runs are written in the transaction that wrote the record. */
@ApplicationScoped
public class RecordWatch implements RecordListener {
    @Inject
    private ActiveAutomations active;

    @Inject
    private NewRuns runs;

    @Override
    public boolean wants(String type, String action) {
        return active.of(type).stream()
                .anyMatch(one -> one.definition().trigger().hears(action) || wakes(one, action));
    }

    private static boolean wakes(ActiveAutomations.Active one, String action) {
        return one.definition().watches() && !action.equals(RecordWriter.CREATED);
    }

    @Override
    public void written(WrittenRecord record) {
        boolean some = false;
        for (ActiveAutomations.Active one : active.of(record.ref().type())) {
            Definition definition = one.definition();
            if (definition.trigger().hears(record.action())
                    && definition.trigger().fires(definition.on(), record)
                    && definition.condition().holds(record.after())) {
                LocalizedMessage why = LocalizedMessage.of(
                        "automation.trace.setOff", LocalizedMessage.of("automation.action." + record.action()));
                runs.begin(one, new NewRuns.Subject(record.ref(), record.title(), record.after(), why));
                some = true;
            }
        }
        if (some) {
            runs.nudgeBehindTheCommit();
        }
        if (active.of(record.ref().type()).stream().anyMatch(one -> wakes(one, record.action()))) {
            runs.wakeBehindTheCommit(record.ref());
        }
    }
}
