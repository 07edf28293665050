package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A published model. The number is the key: of two publishings at once the database lets one through. */
@Entity
@Table(name = "metadata_version")
public class MetadataVersion {
    @Id
    private long number;

    private String model = "";

    @Column(name = "published_at")
    private Instant publishedAt = Instant.EPOCH;

    @Column(name = "published_by")
    private long publishedBy;

    private String why = "";

    private @Nullable Long restores;

    protected MetadataVersion() {
        // for JPA
    }

    public MetadataVersion(
            long number, String model, Instant publishedAt, long publishedBy, String why, @Nullable Long restores) {
        this.number = number;
        this.model = model;
        this.publishedAt = publishedAt;
        this.publishedBy = publishedBy;
        this.why = why;
        this.restores = restores;
    }

    public long number() {
        return number;
    }

    /** The model as a document. */
    public String model() {
        return model;
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

    public @Nullable Long restores() {
        return restores;
    }
}
