package org.quanhe.crm.leads.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sales are asked whether they accept a lead. Whoever writes it has locked the lead. */
@Entity
@Table(name = "handover")
public class Handover {
    public static final String OPEN = "open";
    public static final String ACCEPTED = "accepted";
    public static final String RETURNED = "returned";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lead_seq")
    @SequenceGenerator(name = "lead_seq", sequenceName = "lead_seq", allocationSize = 50)
    private long id;

    @Column(name = "lead_id")
    private long leadId;

    private String state = OPEN;

    @Column(name = "from_user")
    private @Nullable Long fromUser;

    @Column(name = "from_team")
    private @Nullable Long fromTeam;

    @Column(name = "asked_by")
    private @Nullable Long askedBy;

    private String note = "";

    @Column(name = "asked_at")
    private Instant askedAt = Instant.EPOCH;

    @Column(name = "to_user")
    private @Nullable Long toUser;

    @Column(name = "to_team")
    private @Nullable Long toTeam;

    @Column(name = "limit_minutes")
    private int limitMinutes;

    /** Number of the model that both sides agreed on, by whose threshold it is judged. */
    @Column(name = "model_number")
    private int modelNumber;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    private String reason = "";

    protected Handover() {
        // for JPA
    }

    /**
     * A question about a lead.
     *
     * @param lead its number
     * @param owner who owns it now, and gets it back
     * @param team the team that it is of now
     * @param askedBy who asks, null where the score does
     * @param model number of the model of scores in force
     */
    public Handover(
            long lead,
            @Nullable Long owner,
            @Nullable Long team,
            @Nullable Long askedBy,
            String note,
            int model,
            Instant at) {
        this.leadId = lead;
        this.fromUser = owner;
        this.fromTeam = team;
        this.askedBy = askedBy;
        this.note = note;
        this.modelNumber = model;
        this.askedAt = at;
    }

    /**
     * These are asked.
     *
     * @param minutes working minutes that they have
     * @param due when those have passed
     */
    public void asks(@Nullable Long user, @Nullable Long team, int minutes, Instant due) {
        toUser = user;
        toTeam = team;
        limitMinutes = minutes;
        dueAt = due;
        escalatedAt = null;
    }

    /** Nobody answered: somebody else is asked, without a limit. */
    public void escalate(@Nullable Long user, Instant at) {
        toUser = user;
        escalatedAt = at;
        dueAt = null;
    }

    public void accept(long by, Instant at) {
        answer(ACCEPTED, by, at, "");
    }

    public void giveBack(long by, Instant at, String why) {
        answer(RETURNED, by, at, why);
    }

    private void answer(String answer, long by, Instant at, String why) {
        state = answer;
        answeredBy = by;
        answeredAt = at;
        reason = why;
        dueAt = null;
    }

    public long id() {
        return id;
    }

    public long lead() {
        return leadId;
    }

    public boolean open() {
        return state.equals(OPEN);
    }

    public String state() {
        return state;
    }

    public @Nullable Long fromUser() {
        return fromUser;
    }

    public @Nullable Long fromTeam() {
        return fromTeam;
    }

    public @Nullable Long askedBy() {
        return askedBy;
    }

    public String note() {
        return note;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public @Nullable Long toUser() {
        return toUser;
    }

    public @Nullable Long toTeam() {
        return toTeam;
    }

    public int limitMinutes() {
        return limitMinutes;
    }

    public int modelNumber() {
        return modelNumber;
    }

    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public @Nullable Instant escalatedAt() {
        return escalatedAt;
    }

    public @Nullable Instant answeredAt() {
        return answeredAt;
    }

    /** Why it was returned, empty where it was not. */
    public String reason() {
        return reason;
    }

    public @Nullable Long answeredBy() {
        return answeredBy;
    }
}
