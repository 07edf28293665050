package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.spi.NurtureRuns;
import org.quanhe.crm.records.spi.Access;

/** Ends runs of processes that nurture. */
@ApplicationScoped
public class NurtureRunsBook implements NurtureRuns {
    @Inject
    private RunRecords records;

    @Inject
    private Versions versions;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public int end(RecordRef record, LocalizedMessage why) {
        int ended = 0;
        for (ProcessRun run : records.lockedRuns(record)) {
            Plan plan = versions.plan(run.versionId());
            if (plan.nurture()) {
                run.stop(time.now());
                audit.note(
                        record,
                        time.now(),
                        access.caller().id(),
                        "processStopped",
                        List.of(),
                        LocalizedMessage.of("processes.told.stopped", plan.title(), why));
                ended++;
            }
        }
        return ended;
    }
}
