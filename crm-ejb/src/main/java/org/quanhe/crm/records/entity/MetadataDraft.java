package org.quanhe.crm.records.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.Draft;

/** Changes of metadata that wait, or what became of them. */
@Entity
@Table(name = "metadata_draft")
public class MetadataDraft {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "metadata_seq")
    @SequenceGenerator(name = "metadata_seq", sequenceName = "metadata_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private long base;

    private String changes = "[]";

    private String why = "";

    @Enumerated(EnumType.STRING)
    private Draft.State state = Draft.State.OPEN;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by")
    private long createdBy;

    @Column(name = "published_as")
    private @Nullable Long publishedAs;

    protected MetadataDraft() {
        // for JPA
    }

    public MetadataDraft(long base, Instant createdAt, long createdBy) {
        this.base = base;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Says what it changes. */
    public void write(List<?> documents, String reason) {
        waits();
        changes = JsonText.write(documents);
        why = reason;
    }

    public void publishedAs(long number) {
        waits();
        state = Draft.State.PUBLISHED;
        publishedAs = number;
    }

    public void discard() {
        waits();
        state = Draft.State.DISCARDED;
    }

    private void waits() {
        if (state != Draft.State.OPEN) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of("records.metadata.error.notWaiting." + state.name()));
        }
    }

    public long id() {
        return id;
    }

    public Draft view() {
        return new Draft(id, base, JsonText.readList(changes), why, state, createdAt, createdBy, publishedAs);
    }
}
