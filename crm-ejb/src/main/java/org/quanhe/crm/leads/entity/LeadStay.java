package org.quanhe.crm.leads.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time that a lead was in one status with one owner. */
@Entity
@Table(name = "lead_stay")
public class LeadStay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lead_seq")
    @SequenceGenerator(name = "lead_seq", sequenceName = "lead_seq", allocationSize = 50)
    private long id;

    @Column(name = "lead_id")
    private long leadId;

    private String status = Lead.NEW;

    @Column(name = "owner_id")
    private @Nullable Long ownerId;

    @Column(name = "by_id")
    private long by;

    @Column(name = "since_at")
    private Instant since = Instant.EPOCH;

    @Column(name = "until_at")
    private @Nullable Instant until;

    protected LeadStay() {
        // for JPA
    }

    public LeadStay(long lead, String status, @Nullable Long owner, long by, Instant since) {
        this.leadId = lead;
        this.status = status;
        this.ownerId = owner;
        this.by = by;
        this.since = since;
    }

    public void end(Instant at) {
        until = at;
    }

    public String status() {
        return status;
    }

    public @Nullable Long owner() {
        return ownerId;
    }

    public long by() {
        return by;
    }

    public Instant since() {
        return since;
    }

    public @Nullable Instant until() {
        return until;
    }
}
