package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.StepStay;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** A run pauses while its record is deleted; the pause does not count as time that its step took. */
@ApplicationScoped
public class RecordsComeAndGo implements RecordListener {
    @Inject
    private ProcessedTypes processed;

    @Inject
    private RunRecords records;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private TimeSource time;

    @Override
    public boolean wants(String type, String action) {
        boolean comesOrGoes = action.equals(RecordWriter.DELETED) || action.equals(RecordWriter.RESTORED);
        return comesOrGoes && processed.contain(type);
    }

    @Override
    public void written(WrittenRecord record) {
        boolean gone = record.action().equals(RecordWriter.DELETED);
        Instant now = time.now();
        for (ProcessRun run : records.lockedRuns(record.ref())) {
            if (gone) {
                run.pause(now);
            } else {
                Instant since = run.resume();
                if (since != null) {
                    records.stay(run.id(), run.place()).ifPresent(stay -> later(stay, since, now));
                }
            }
        }
    }

    private void later(StepStay stay, Instant since, Instant now) {
        WorkingHours hours = workingTime.hours();
        long away = hours.minutes(since, now);
        Instant due = stay.dueAt();
        stay.paused(away, due == null ? null : hours.after(due, away));
    }
}
