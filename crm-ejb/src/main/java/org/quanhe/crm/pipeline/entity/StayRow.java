package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that an opportunity stood in a stage. */
@Entity
@Table(name = "opportunity_stay")
public class StayRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity_stay_seq")
    @SequenceGenerator(name = "opportunity_stay_seq", sequenceName = "opportunity_stay_seq", allocationSize = 50)
    private long id;

    @Column(name = "opportunity_id")
    private long opportunityId;

    private String pipeline = "";

    private String stage = "";

    @Column(name = "entered_at")
    private Instant enteredAt = Instant.EPOCH;

    @Column(name = "entered_by")
    private long enteredBy;

    @Column(name = "left_at")
    private @Nullable Instant leftAt;

    @Column(name = "left_by")
    private @Nullable Long leftBy;

    protected StayRow() {
        // for JPA
    }

    public StayRow(long opportunity, String pipeline, String stage, Instant at, long by) {
        this.opportunityId = opportunity;
        this.pipeline = pipeline;
        this.stage = stage;
        this.enteredAt = at;
        this.enteredBy = by;
    }

    /** The opportunity goes on. */
    public void leave(Instant at, long by) {
        leftAt = at;
        leftBy = by;
    }

    public String stage() {
        return stage;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public long enteredBy() {
        return enteredBy;
    }

    public @Nullable Instant leftAt() {
        return leftAt;
    }

    public @Nullable Long leftBy() {
        return leftBy;
    }
}
