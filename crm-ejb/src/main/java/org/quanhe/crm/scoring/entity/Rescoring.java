package org.quanhe.crm.scoring.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.scoring.ScoreModelView.Progress;

/** How far the scoring of all leads by a new model is. */
@Entity
@Table(name = "rescoring")
public class Rescoring {
    @Id
    @Column(name = "model_number")
    private int number;

    private long behind;
    private long done;
    private long total;
    private long changed;

    @Column(name = "started_at")
    private Instant startedAt = Instant.EPOCH;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected Rescoring() {
        // for JPA
    }

    public Rescoring(int number, long total, Instant at) {
        this.number = number;
        this.total = total;
        this.startedAt = at;
    }

    /** Number of the last lead that was looked at. */
    public long behind() {
        return behind;
    }

    /** Some more leads were looked at, the last of them with that number. */
    public void advance(long last, int looked, int others) {
        behind = last;
        done += looked;
        changed += others;
    }

    /** All were looked at, or a newer model takes over. */
    public void end(Instant at) {
        endedAt = at;
    }

    public Progress told() {
        return new Progress(number, done, total, changed, startedAt, endedAt);
    }
}
