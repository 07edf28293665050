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

/** What a conversion made of a lead, so that it can be taken back. */
@Entity
@Table(name = "lead_conversion")
public class Conversion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lead_seq")
    @SequenceGenerator(name = "lead_seq", sequenceName = "lead_seq", allocationSize = 50)
    private long id;

    @Column(name = "lead_id")
    private long leadId;

    @Column(name = "status_before")
    private String statusBefore = Lead.ACCEPTED;

    /** A customer that was made; null where one was found. */
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    @Column(name = "customer_version")
    private long customerVersion;

    @Column(name = "opportunity_id")
    private @Nullable Long opportunityId;

    @Column(name = "opportunity_version")
    private long opportunityVersion;

    @Column(name = "converted_at")
    private Instant convertedAt = Instant.EPOCH;

    @Column(name = "undone_at")
    private @Nullable Instant undoneAt;

    protected Conversion() {
        // for JPA
    }

    public Conversion(long lead, String statusBefore, Instant at) {
        this.leadId = lead;
        this.statusBefore = statusBefore;
        this.convertedAt = at;
    }

    /** This customer was made for it. */
    public void madeCustomer(long customer, long version) {
        customerId = customer;
        customerVersion = version;
    }

    /** This opportunity was made for it. */
    public void madeOpportunity(long opportunity, long version) {
        opportunityId = opportunity;
        opportunityVersion = version;
    }

    public void undone(Instant at) {
        undoneAt = at;
    }

    public String statusBefore() {
        return statusBefore;
    }

    public @Nullable Long customer() {
        return customerId;
    }

    public long customerVersion() {
        return customerVersion;
    }

    public @Nullable Long opportunity() {
        return opportunityId;
    }

    public long opportunityVersion() {
        return opportunityVersion;
    }
}
