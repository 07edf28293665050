package org.quanhe.crm.messages.entity;

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
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.NoticeKind;
import org.quanhe.crm.messages.NoticeView;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.entity.StoredText;

/** A notice on somebody's page. */
@Entity
@Table(name = "notice")
public class Notice {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Column(name = "user_id")
    private long userId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind = NoticeKind.AUTOMATION;

    private String message = "[]";
    private String body = "";

    @Column(name = "record_type")
    private @Nullable String recordType;

    @Column(name = "record_id")
    private @Nullable Long recordId;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "read_at")
    private @Nullable Instant readAt;

    protected Notice() {
        // for JPA
    }

    public Notice(
            long user, NoticeKind kind, LocalizedMessage text, String body, @Nullable RecordRef record, Instant at) {
        this.userId = user;
        this.kind = kind;
        this.body = body;
        this.recordType = record == null ? null : record.type();
        this.recordId = record == null ? null : record.id();
        this.createdAt = at;
        say(text);
    }

    /** Says something else, while nobody can have read it. */
    public void say(LocalizedMessage text) {
        message = JsonText.write(StoredText.of(text));
    }

    /** Its reader has read it; the first time counts. */
    public void read(Instant at) {
        if (readAt == null) {
            readAt = at;
        }
    }

    public boolean belongsTo(long user) {
        return userId == user;
    }

    public NoticeView view() {
        RecordRef record = recordType == null || recordId == null ? null : new RecordRef(recordType, recordId);
        LocalizedMessage text = StoredText.read(JsonText.readList(message));
        return new NoticeView(id, kind, text, body, record, createdAt, readAt == null);
    }
}
