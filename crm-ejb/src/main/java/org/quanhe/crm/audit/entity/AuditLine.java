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
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.entity.StoredText;

/** A line of the audit; written once, never changed. */
@Entity
@Table(name = "audit_line")
public class AuditLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_seq")
    @SequenceGenerator(name = "audit_seq", sequenceName = "audit_seq", allocationSize = 50)
    private long id;

    @Column(name = "record_type")
    private String recordType;

    @Column(name = "record_id")
    private long recordId;

    @Column(name = "at_time")
    private Instant at;

    @Column(name = "by_user")
    private long by;

    private String action;

    /** JSON list of [field, before, after]. */
    private String changes;

    private @Nullable String why;

    /** JSON of a message that takes the place of {@code why}. */
    private @Nullable String told;

    @Column(name = "request_id")
    private String requestId;

    protected AuditLine() {}

    public AuditLine(
            String recordType,
            long recordId,
            Instant at,
            long by,
            String action,
            String changes,
            LocalizedMessage why,
            String requestId) {
        this.recordType = recordType;
        this.recordId = recordId;
        this.at = at;
        this.by = by;
        this.action = action;
        this.changes = changes;
        this.why = why.asWritten().orElse(null);
        this.told = this.why == null ? JsonText.write(StoredText.of(why)) : null;
        this.requestId = requestId;
    }

    public long id() {
        return id;
    }

    public String recordType() {
        return recordType;
    }

    public long recordId() {
        return recordId;
    }

    public Instant at() {
        return at;
    }

    public long by() {
        return by;
    }

    public String action() {
        return action;
    }

    public String changes() {
        return changes;
    }

    public LocalizedMessage why() {
        return told == null
                ? LocalizedMessage.verbatim(why == null ? "" : why)
                : StoredText.read(JsonText.readList(told));
    }

    public String requestId() {
        return requestId == null ? "" : requestId;
    }
}
