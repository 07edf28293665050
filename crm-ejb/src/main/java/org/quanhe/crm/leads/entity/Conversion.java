package org.quanhe.crm.leads.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

    /** An organisation that was made; null where one was found, or none was wanted. */
    @Column(name = "organisation_id")
    private @Nullable Long organisationId;

    @Column(name = "organisation_version")
    private long organisationVersion;

    @Column(name = "relation_id")
    private @Nullable Long relationId;

    @Column(name = "relation_version")
    private long relationVersion;

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

    /** This organisation was made for it. */
    public void madeOrganisation(long organisation, long version) {
        organisationId = organisation;
        organisationVersion = version;
    }

    /** This relation of both was made for it. */
    public void madeRelation(long relation, long version) {
        relationId = relation;
        relationVersion = version;
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

    /** The customer that was made. */
    public Optional<Made> customer() {
        return made(customerId, customerVersion);
    }

    /** The organisation that was made. */
    public Optional<Made> organisation() {
        return made(organisationId, organisationVersion);
    }

    /** The relation that was made. */
    public Optional<Made> relation() {
        return made(relationId, relationVersion);
    }

    /** The opportunity that was made. */
    public Optional<Made> opportunity() {
        return made(opportunityId, opportunityVersion);
    }

    private static Optional<Made> made(@Nullable Long number, long version) {
        return number == null ? Optional.empty() : Optional.of(new Made(number, version));
    }

    /** A record that was made, as it was then. */
    public record Made(long number, long version) {}
}
