package org.quanhe.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.quanhe.crm.platform.RecordRef;

/** The way out that stands in mails to a person at an address. */
@Entity
@Table(name = "consent_link")
public class ConsentLink {
    @Id
    private String id = "";

    @Column(name = "record_type")
    private String recordType = "";

    @Column(name = "record_id")
    private long recordId;

    private String address = "";

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected ConsentLink() {
        // for JPA
    }

    public ConsentLink(String key, RecordRef person, String address, Instant at) {
        this.id = key;
        this.recordType = person.type();
        this.recordId = person.id();
        this.address = address;
        this.madeAt = at;
    }

    public String key() {
        return id;
    }

    public RecordRef person() {
        return new RecordRef(recordType, recordId);
    }

    public String address() {
        return address;
    }
}
