package org.quanhe.crm.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/** What a document said from some moment on; written once; it follows the names of fields, and nothing else. */
@Entity
@Table(name = "document_version")
public class DocumentVersionRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "document_version_seq")
    @SequenceGenerator(name = "document_version_seq", sequenceName = "document_version_seq", allocationSize = 50)
    private long id;

    private String kind = "";

    @Column(name = "thing_id")
    private long thingId;

    private int number;

    private String document = "{}";

    @Column(name = "written_at")
    private Instant writtenAt = Instant.EPOCH;

    @Column(name = "written_by")
    private long writtenBy;

    private String why = "";

    private @Nullable Integer restores;

    protected DocumentVersionRow() {
        // for JPA
    }

    public DocumentVersionRow(
            RecordRef thing, int number, String document, Instant at, long by, String why, @Nullable Integer restores) {
        this.kind = thing.type();
        this.thingId = thing.id();
        this.number = number;
        this.document = document;
        this.writtenAt = at;
        this.writtenBy = by;
        this.why = why;
        this.restores = restores;
    }

    /** Says the same, with the new names of fields. */
    public void follow(String text) {
        document = text;
    }

    public int number() {
        return number;
    }

    public String document() {
        return document;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public long writtenBy() {
        return writtenBy;
    }

    public String why() {
        return why;
    }

    public @Nullable Integer restores() {
        return restores;
    }
}
