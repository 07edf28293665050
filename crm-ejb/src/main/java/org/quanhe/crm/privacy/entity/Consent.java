package org.quanhe.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.quanhe.crm.platform.RecordRef;

/** What a person said to a purpose, once. */
@Entity
@Table(name = "consent")
public class Consent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_seq")
    @SequenceGenerator(name = "consent_seq", sequenceName = "consent_seq", allocationSize = 50)
    private long id;

    @Column(name = "record_type")
    private String recordType = "";

    @Column(name = "record_id")
    private long recordId;

    private String purpose = "";
    private boolean given;
    private String source = "";
    private String wording = "";

    @Column(name = "by_user")
    private long by;

    @Column(name = "at_time")
    private Instant at = Instant.EPOCH;

    protected Consent() {
        // for JPA
    }

    /** @param by number of the colleague who noted it, 0 if the person did it alone */
    public Consent(
            RecordRef person, String purpose, boolean given, String source, String wording, long by, Instant at) {
        this.recordType = person.type();
        this.recordId = person.id();
        this.purpose = purpose;
        this.given = given;
        this.source = source;
        this.wording = wording;
        this.by = by;
        this.at = at;
    }

    /** The same answer, given for another record of the same person. */
    public Consent of(RecordRef other) {
        return new Consent(other, purpose, given, source, wording, by, at);
    }

    public String purpose() {
        return purpose;
    }

    public boolean given() {
        return given;
    }

    public String source() {
        return source;
    }

    public String wording() {
        return wording;
    }

    public long by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
