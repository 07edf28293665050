package org.quanhe.crm.lifecycle.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one run that holds all records against the profile of the ideal customer, and how far it is. */
@Entity
@Table(name = "fit_run")
public class FitRun {
    /** Number of the row. */
    public static final long ONLY = 1;

    @Id
    private long id = ONLY;

    @Version
    private long version;

    /** The record type that it is at. */
    @Column(name = "record_type")
    private String recordType = "";

    /** Number of the last record of the type that was looked at. */
    @Column(name = "behind_id")
    private long behind;

    private long total;
    private long done;
    private long changed;

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "started_by")
    private long startedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    public FitRun() {
        // for JPA, and before the first run
    }

    /** Begins anew. */
    public void begin(String firstType, long records, Instant at, long by) {
        recordType = firstType;
        behind = 0;
        total = records;
        done = 0;
        changed = 0;
        startedAt = at;
        startedBy = by;
        endedAt = null;
    }

    /** Some records are done. */
    public void goOn(long last, int looked, int others) {
        behind = last;
        done += looked;
        changed += others;
    }

    /** All records of a type are done. */
    public void goOnWith(String nextType) {
        recordType = nextType;
        behind = 0;
    }

    public void end(Instant at) {
        endedAt = at;
    }

    public boolean ended() {
        return endedAt != null;
    }

    public String recordType() {
        return recordType;
    }

    public long behind() {
        return behind;
    }

    public long total() {
        return total;
    }

    public long done() {
        return done;
    }

    public long changed() {
        return changed;
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
