package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an automation that time sets off has got. */
@Entity
@Table(name = "automation_clock")
public class AutomationClock {
    @Id
    @Column(name = "automation_id")
    private long automationId;

    @Version
    private long version;

    private Instant settled = Instant.EPOCH;

    private @Nullable Instant upto;

    private @Nullable String place;

    protected AutomationClock() {
        // for JPA
    }

    public AutomationClock(long automation, Instant at) {
        automationId = automation;
        settled = at;
    }

    public long automation() {
        return automationId;
    }

    /** What falls due from now on counts, what fell due before does not. */
    public void beginAt(Instant at) {
        settled = at;
        upto = null;
        place = null;
    }

    /** Begins to go through what has fallen due up to that moment; goes on with what was begun before. */
    public Instant sweepUpTo(Instant at) {
        Instant begun = upto;
        if (begun == null) {
            upto = at;
            return at;
        }
        return begun;
    }

    /** The portion is done, the next one begins there; without a place it was the last. */
    public void swept(@Nullable String next) {
        Instant done = upto;
        if (next != null) {
            place = next;
        } else if (done != null) {
            beginAt(done);
        }
    }

    /** Everything up to this moment is settled. */
    public Instant settled() {
        return settled;
    }

    /** The moment up to which records are gone through; the later one where nothing was begun. */
    public Instant upto(Instant otherwise) {
        Instant begun = upto;
        return begun == null ? otherwise : begun;
    }

    /** Where the next portion begins, null for the first. */
    public @Nullable String place() {
        return place;
    }
}
