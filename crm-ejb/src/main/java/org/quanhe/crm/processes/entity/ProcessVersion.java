package org.quanhe.crm.processes.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was published: it never changes, but for the names of fields, which it follows. */
@Entity
@Table(name = "process_version")
public class ProcessVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_seq")
    @SequenceGenerator(name = "process_seq", sequenceName = "process_seq", allocationSize = 50)
    private long id;

    @Column(name = "process_id")
    private long processId;

    private int number;

    private String document = "{}";

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    @Column(name = "published_by")
    private long publishedBy;

    private String why = "";

    protected ProcessVersion() {
        // for JPA
    }

    public ProcessVersion(BusinessProcess process, Instant at, long by, String why) {
        this.processId = process.id();
        this.number = process.published() + 1;
        this.document = process.draft();
        this.publishedAt = at;
        this.publishedBy = by;
        this.why = why;
    }

    /** Says the same, with the new names of fields. */
    public void follow(String other) {
        document = other;
    }

    public long id() {
        return id;
    }

    public long processId() {
        return processId;
    }

    public int number() {
        return number;
    }

    public String document() {
        return document;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public long publishedBy() {
        return publishedBy;
    }

    public String why() {
        return why;
    }
}
