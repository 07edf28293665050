package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.spi.Access;

/** Brings records from stage to stage, inside the transaction that writes and has locked them, and tells the audit. */
@ApplicationScoped
public class StageWalk {
    @Inject
    private StagesInForce inForce;

    @Inject
    private Stays stays;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    @Inject
    private CallerContext caller;

    @Inject
    private TimeSource time;

    /**
     * Lets a record go as far as conditions say.
     *
     * @param values of the record; they follow
     * @return true if it is in another stage than before
     */
    boolean follow(RecordTypeDescriptor type, StagedRecord record, Map<String, Object> values) {
        List<StageWay.Step> steps = way(type, record).follow(values);
        steps.forEach(step -> note(type, record, step));
        return !steps.isEmpty();
    }

    /** A person brings the record to that stage; whoever calls has made sure that it may. */
    void bring(RecordTypeDescriptor type, StagedRecord record, Stage stage, LocalizedMessage why) {
        way(type, record).enter(stage, false, why);
    }

    private StageWay way(RecordTypeDescriptor type, StagedRecord record) {
        return new StageWay(stays, inForce.stages(), type.view(), record, time.now(), who());
    }

    /** Where a record begins needs no line: that it was made has one. */
    private void note(RecordTypeDescriptor type, StagedRecord record, StageWay.Step step) {
        String from = step.from();
        if (from != null) {
            audit.note(
                    new RecordRef(type.name(), record.getId()),
                    time.now(),
                    who(),
                    RecordWriter.CHANGED,
                    List.of(new FieldChange(StagedRecord.STAGE, from, step.to().code())),
                    step.why());
        }
    }

    /** Number of the caller, 0 where the server itself writes. */
    private long who() {
        return caller.username().isPresent() ? access.caller().id() : 0;
    }
}
