package org.quanhe.crm.processes.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.RunView;

/** A record on its way through a version of a process. */
@Entity
@Table(name = "process_run")
public class ProcessRun {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_seq")
    @SequenceGenerator(name = "process_seq", sequenceName = "process_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "process_id")
    private long processId;

    @Column(name = "version_id")
    private long versionId;

    @Column(name = "version_number")
    private int versionNumber;

    @Column(name = "record_type")
    private String recordType = "";

    @Column(name = "record_id")
    private long recordId;

    @Enumerated(EnumType.STRING)
    private RunView.State state = RunView.State.RUNNING;

    private int place = 1;

    @Column(name = "paused_at")
    private @Nullable Instant pausedAt;

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "started_by")
    private long startedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "open_key")
    private @Nullable String openKey;

    protected ProcessRun() {
        // for JPA
    }

    public ProcessRun(ProcessVersion of, RecordRef record, Instant at, long by) {
        this.processId = of.processId();
        this.versionId = of.id();
        this.versionNumber = of.number();
        this.recordType = record.type();
        this.recordId = record.id();
        this.startedAt = at;
        this.startedBy = by;
        this.openKey = openKey(of.processId(), record);
    }

    /** What only one run at a time has: its process and record. */
    public static String openKey(long process, RecordRef record) {
        return process + "/" + record.key();
    }

    /** The next step is the present one. */
    public void goOn() {
        runs();
        place++;
    }

    public void done(Instant at) {
        runs();
        end(RunView.State.DONE, at);
    }

    /** Somebody ends it. */
    public void stop(Instant at) {
        if (ended()) {
            throw wrongState(state);
        }
        end(RunView.State.STOPPED, at);
    }

    private void end(RunView.State as, Instant at) {
        state = as;
        endedAt = at;
        openKey = null;
    }

    /** Its record was deleted. */
    public void pause(Instant at) {
        if (state == RunView.State.RUNNING) {
            state = RunView.State.PAUSED;
            pausedAt = at;
        }
    }

    /** Its record is back; returns since when it was away, null if it was not. */
    public @Nullable Instant resume() {
        Instant since = pausedAt;
        if (state == RunView.State.PAUSED) {
            state = RunView.State.RUNNING;
            pausedAt = null;
        }
        return since;
    }

    /** Refuses to go on where it is paused or has ended. */
    public void runs() {
        if (state != RunView.State.RUNNING) {
            throw wrongState(state);
        }
    }

    /** The refusal for what is not under way. */
    public static CrmException wrongState(RunView.State state) {
        return new CrmException(
                CrmException.Kind.CONFLICT,
                LocalizedMessage.of("processes.error.state", LocalizedMessage.of("processes.state." + state.name())));
    }

    public boolean ended() {
        return endedAt != null;
    }

    public long id() {
        return id;
    }

    public long processId() {
        return processId;
    }

    public long versionId() {
        return versionId;
    }

    public int versionNumber() {
        return versionNumber;
    }

    public RecordRef record() {
        return new RecordRef(recordType, recordId);
    }

    public RunView.State state() {
        return state;
    }

    /** Number of the present step within the run, from 1; of the last one where it has ended. */
    public int place() {
        return place;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public long startedBy() {
        return startedBy;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
