package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.quanhe.crm.platform.RecordRef;

/** What a caller's key has created: written in the transaction that created it, kept for a day. */
@Entity
@Table(name = "request_key")
public class RequestKey {
    @Id
    private String id;

    private String fingerprint;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "record_id")
    private long recordId;

    @Column(name = "created_at")
    private Instant createdAt;

    protected RequestKey() {}

    /**
     * @param id hash of caller and key
     * @param fingerprint hash of what was asked for
     */
    public RequestKey(String id, String fingerprint, String recordType, Instant createdAt) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.recordType = recordType;
        this.createdAt = createdAt;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public RecordRef made() {
        return new RecordRef(recordType, recordId);
    }

    public void made(long record) {
        recordId = record;
    }
}
