package org.quanhe.crm.platform.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Work that a transaction leaves to be done after it: written in it, done at least once, then removed. */
@Entity
@Table(name = "outbox")
public class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "outbox_seq")
    @SequenceGenerator(name = "outbox_seq", sequenceName = "outbox_seq", allocationSize = 50)
    private long id;

    private String topic;

    @Column(name = "record_type")
    private String recordType;

    /** Numbers of the records, separated by commas: a chunk of an import is one row. */
    private String records;

    @Column(name = "created_at")
    private Instant createdAt;

    protected OutboxRow() {}

    public OutboxRow(String topic, String recordType, String records, Instant createdAt) {
        this.topic = topic;
        this.recordType = recordType;
        this.records = records;
        this.createdAt = createdAt;
    }

    /** Part of the work is done, in the transaction that did it: this is left. */
    public void leave(String rest) {
        records = rest;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long id() {
        return id;
    }

    public String recordType() {
        return recordType;
    }

    public String records() {
        return records;
    }
}
