package org.quanhe.crm.processes.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.ProcessView;

/** A process: its draft, and which version new runs begin on. */
@Entity
@Table(name = "process")
public class BusinessProcess {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "process_seq")
    @SequenceGenerator(name = "process_seq", sequenceName = "process_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String code = "";

    @Column(name = "record_type")
    private String recordType = "";

    private @Nullable String draft;

    private int published;

    private boolean retired;

    private String author = "";

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    protected BusinessProcess() {
        // for JPA
    }

    /** @param key by which other servers know it */
    public BusinessProcess(String key) {
        this.code = key;
    }

    /** Says what the next version is to be. The record type stays once a version is published: runs rely on it. */
    public void draft(String type, String document, String by, Instant at) {
        if (published > 0 && !type.equals(recordType)) {
            throw CrmException.invalidField("type", LocalizedMessage.of("processes.error.typeStays"));
        }
        recordType = type;
        draft = document;
        touched(by, at);
    }

    /** The draft says the same, with the new names of fields. */
    public void follow(String document) {
        draft = document;
    }

    public void discard(String by, Instant at) {
        draft();
        draft = null;
        touched(by, at);
    }

    /** The draft is the version of that number from now on. */
    public void publishedAs(int number, String by, Instant at) {
        draft = null;
        published = number;
        touched(by, at);
    }

    public void retire(boolean from, String by, Instant at) {
        if (published == 0) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("processes.error.neverPublished"));
        }
        retired = from;
        touched(by, at);
    }

    private void touched(String by, Instant at) {
        author = by;
        updatedAt = at;
    }

    public long id() {
        return id;
    }

    /** By which other servers know it; it stays. */
    public String code() {
        return code;
    }

    public String recordType() {
        return recordType;
    }

    /** The draft; CONFLICT where there is none. */
    public String draft() {
        return waiting()
                .orElseThrow(() ->
                        new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("processes.error.noDraft")));
    }

    public Optional<String> waiting() {
        return Optional.ofNullable(draft);
    }

    /** Number of the version on which new runs begin, 0 for none. */
    public int published() {
        return published;
    }

    public ProcessView.State state() {
        if (published == 0) {
            return ProcessView.State.DRAFT;
        }
        return retired ? ProcessView.State.RETIRED : ProcessView.State.ACTIVE;
    }

    public String author() {
        return author;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
