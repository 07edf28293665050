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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.messages.MailView;
import org.quanhe.crm.messages.MailView.State;
import org.quanhe.crm.messages.MessageKind;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.entity.StoredText;

/** A message of the outbox: a mail or a short text. */
@Entity
@Table(name = "mail")
public class Mail {
    /** So often it is tried before it is given up: over nine hours. */
    public static final int MOST_ATTEMPTS = 9;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Set<State> SENDABLE = EnumSet.of(State.KEPT, State.FAILED, State.IN_DOUBT, State.DISCARDED);
    private static final Set<State> UNSENT =
            EnumSet.of(State.WAITING, State.KEPT, State.FAILED, State.HELD, State.IN_DOUBT);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "message_seq")
    @SequenceGenerator(name = "message_seq", sequenceName = "message_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    @Enumerated(EnumType.STRING)
    private MessageKind kind = MessageKind.MAIL;

    private String address = "";
    private String language = "";
    private String subject = "";
    private String body = "";

    @Column(name = "record_type")
    private @Nullable String recordType;

    @Column(name = "record_id")
    private @Nullable Long recordId;

    @Column(name = "automation_id")
    private @Nullable Long automationId;

    /** Purpose that the reader must agree to, empty for none. */
    private String purpose = "";

    /** Key of the way out that stands in it. */
    @Column(name = "way_out")
    private @Nullable String wayOut;

    private String cause = "";

    /** The same in every try: a receiver that gets it twice can tell. */
    @Column(name = "message_key")
    private String messageKey = UUID.randomUUID().toString();

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @Column(name = "claimed_at")
    private @Nullable Instant claimedAt;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    private @Nullable String reason;

    protected Mail() {
        // for JPA
    }

    /** A message that goes out by itself; the caller says so if it does not. */
    public Mail(
            MessageKind kind,
            String address,
            Language language,
            String subject,
            String body,
            String cause,
            Instant at) {
        this.kind = kind;
        this.address = address;
        this.language = language.tag();
        this.subject = subject;
        this.body = body;
        this.cause = cause;
        this.createdAt = at;
        this.nextAt = at;
    }

    /** What it is about, and which automation wrote it. */
    public void about(@Nullable RecordRef record, @Nullable Long automation) {
        recordType = record == null ? null : record.type();
        recordId = record == null ? null : record.id();
        automationId = automation;
    }

    /** Its reader must agree to that purpose, and gets out by that key. */
    public void agreed(String toPurpose, String key) {
        purpose = toPurpose;
        wayOut = key;
    }

    /** The person does not agree to such mails. */
    public void unwanted(String toPurpose, LocalizedMessage why) {
        purpose = toPurpose;
        refuse(why);
        state = State.UNWANTED;
    }

    /** Nothing is set that would carry it. */
    public void keep() {
        rest(State.KEPT);
    }

    /** Somebody must decide first. */
    public void hold() {
        rest(State.HELD);
    }

    /** It will not go out as it is. */
    public void refuse(LocalizedMessage why) {
        rest(State.FAILED);
        reason = JsonText.write(StoredText.of(why));
    }

    /** Says something else, while nobody can have read it. */
    public void say(String newSubject) {
        subject = newSubject;
    }

    /** Somebody sends it. */
    public void send(Instant at) {
        in(SENDABLE);
        state = State.WAITING;
        attempts = 0;
        nextAt = at;
    }

    /** Somebody decided that it is not sent. */
    public void discard() {
        in(UNSENT);
        rest(State.DISCARDED);
    }

    /** True if it is to be sent now. */
    public boolean due(Instant now) {
        return state == State.WAITING && nextAt != null && !nextAt.isAfter(now);
    }

    /** From here on the other side may have it. */
    public void claim(Instant at) {
        in(EnumSet.of(State.WAITING));
        state = State.SENDING;
        claimedAt = at;
        nextAt = null;
        attempts++;
    }

    /** The other side took it; true also where that was in doubt. */
    public void sent(Instant at) {
        in(EnumSet.of(State.SENDING, State.IN_DOUBT));
        rest(State.SENT);
        sentAt = at;
        reason = null;
    }

    /** It did not go out: later again, unless that is of no use. */
    public void failed(LocalizedMessage why, boolean forGood, Instant at) {
        in(EnumSet.of(State.SENDING, State.IN_DOUBT));
        refuse(why);
        if (!forGood && attempts < MOST_ATTEMPTS) {
            state = State.WAITING;
            nextAt = at.plus(FIRST_PAUSE.multipliedBy((long) Math.pow(3, attempts - 1)));
        }
    }

    /** Nobody knows whether the other side took it. */
    public void doubt(LocalizedMessage why) {
        in(EnumSet.of(State.SENDING));
        refuse(why);
        state = State.IN_DOUBT;
    }

    private void rest(State at) {
        state = at;
        nextAt = null;
    }

    private void in(Set<State> allowed) {
        if (!allowed.contains(state)) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of("messages.error.state", LocalizedMessage.of("messages.state." + state.name())));
        }
    }

    public long id() {
        return id;
    }

    /** What carries it. */
    public MessageKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public String address() {
        return address;
    }

    public @Nullable Long automation() {
        return automationId;
    }

    /** Purpose that its reader must agree to; empty for none. */
    public String purpose() {
        return purpose;
    }

    public @Nullable String wayOut() {
        return wayOut;
    }

    public String messageKey() {
        return messageKey;
    }

    public MailView view() {
        return new MailView(
                id,
                kind,
                state,
                address,
                subject,
                body,
                Language.ofTag(language),
                recordType == null || recordId == null ? null : new RecordRef(recordType, recordId),
                cause,
                createdAt,
                nextAt,
                sentAt,
                attempts,
                reason == null ? null : StoredText.read(JsonText.readList(reason)));
    }
}
