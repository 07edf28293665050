package org.quanhe.crm.activities.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordType;

/** Something staff did, or are going to do, with a customer. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "activities", icon = "pi-calendar", menu = 20, sort = "-startsAt")
public class Activity extends OwnedRecord {
    public static final String TASK = "task";
    public static final String MEETING = "meeting";
    public static final String PROMISE = "promise";

    /** Outcomes of a promise. */
    public static final String KEPT = "kept";

    public static final String BROKEN = "broken";

    private static final int MOST_MINUTES = 10_080;
    private static final int LONGEST_NOTICE = 44_640;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {"call", "message", MEETING, "visit", "gift", TASK, PROMISE, "note"},
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.FACET})
    private String kind = "note";

    @Field(
            kind = FieldKind.TEXT,
            max = 300,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String subject = "";

    @Field(
            kind = FieldKind.LONG_TEXT,
            uses = {Use.QUICK, Use.SEARCHED})
    private @Nullable String body;

    @Field(
            kind = FieldKind.REFERENCE,
            name = "customer",
            target = "customers",
            uses = {Use.LIST, Use.QUICK})
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    @Field(kind = FieldKind.REFERENCE, name = "lead", target = "leads", uses = Use.QUICK)
    @Column(name = "lead_id")
    private @Nullable Long leadId;

    @Field(kind = FieldKind.REFERENCE, name = "opportunity", target = "opportunities", uses = Use.QUICK)
    @Column(name = "opportunity_id")
    private @Nullable Long opportunityId;

    /** When it took or takes place. */
    @Field(
            kind = FieldKind.DATE_TIME,
            name = "startsAt",
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Column(name = "starts_at")
    private @Nullable Instant startsAt;

    /** The same as the database has it: the latest of many is found there, and a converted one cannot be. */
    @Column(name = "starts_at", insertable = false, updatable = false)
    private @Nullable LocalDateTime startsUtc;

    @Field(kind = FieldKind.NUMBER, name = "minutes", uses = Use.QUICK)
    private @Nullable BigDecimal minutes;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {
                "reached",
                "no-answer",
                "call-back",
                "interested",
                "not-interested",
                "agreed",
                KEPT,
                BROKEN,
                "other"
            },
            uses = {Use.QUICK, Use.FACET})
    private @Nullable String outcome;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {"phone", "email", "zalo", "wechat", "sms", "facebook", "in-person", "online", "other"},
            uses = Use.QUICK)
    private @Nullable String channel;

    @Field(
            kind = FieldKind.YES_NO,
            uses = {Use.LIST, Use.FACET})
    private @Nullable Boolean done;

    /** So many minutes before it begins its owner is reminded; the reminder moves with it. */
    @Field(kind = FieldKind.NUMBER, name = "remindBefore", uses = Use.QUICK)
    @Column(name = "remind_before")
    private @Nullable BigDecimal remindBefore;

    /** When its owner is reminded, whenever it begins. */
    @Field(kind = FieldKind.DATE_TIME, name = "remindAt")
    @Column(name = "remind_at")
    private @Nullable Instant remindAt;

    @Column(name = "series_id")
    private @Nullable Long seriesId;

    /** The day on which the series has it, wherever it was moved to. */
    @Column(name = "series_slot")
    private @Nullable LocalDate seriesSlot;

    @Override
    public String title() {
        return subject;
    }

    @Override
    public void verify() {
        if (outside(minutes, MOST_MINUTES)) {
            throw CrmException.invalidField("minutes", LocalizedMessage.of("activities.error.minutes"));
        }
        if (outside(remindBefore, LONGEST_NOTICE)) {
            throw CrmException.invalidField("remindBefore", LocalizedMessage.of("activities.error.remindBefore"));
        }
        if (PROMISE.equals(kind) && startsAt == null) {
            throw CrmException.invalidField("startsAt", LocalizedMessage.of("activities.error.promiseDue"));
        }
        if (!PROMISE.equals(kind) && (KEPT.equals(outcome) || BROKEN.equals(outcome))) {
            throw CrmException.invalidField("outcome", LocalizedMessage.of("activities.error.noPromise"));
        }
    }

    private static boolean outside(@Nullable BigDecimal number, int most) {
        return number != null && (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0);
    }

    @Override
    public void saved(long by, Instant at, String collationKey) {
        boolean isNew = getCreatedAt().equals(Instant.EPOCH);
        super.saved(by, at, collationKey);
        // What is logged without a time has just happened; a task without one waits.
        if (startsAt == null && !TASK.equals(kind)) {
            startsAt = at;
        }
        if (isNew && done == null) {
            done = !TASK.equals(kind) && !PROMISE.equals(kind) && (startsAt == null || !startsAt.isAfter(at));
        }
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? "note" : kind;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public void setCustomerId(@Nullable Long customerId) {
        this.customerId = customerId;
    }

    public @Nullable Long getLeadId() {
        return leadId;
    }

    public void setLeadId(@Nullable Long leadId) {
        this.leadId = leadId;
    }

    public @Nullable Long getOpportunityId() {
        return opportunityId;
    }

    public void setOpportunityId(@Nullable Long opportunityId) {
        this.opportunityId = opportunityId;
    }

    public @Nullable Instant getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(@Nullable Instant startsAt) {
        this.startsAt = startsAt;
    }

    public @Nullable BigDecimal getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable BigDecimal minutes) {
        this.minutes = minutes;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable Boolean getDone() {
        return done;
    }

    /** Left open at the beginning, the kind decides: tasks and what is still to come are not done. */
    public void setDone(@Nullable Boolean done) {
        this.done = done;
    }

    public @Nullable BigDecimal getRemindBefore() {
        return remindBefore;
    }

    public void setRemindBefore(@Nullable BigDecimal remindBefore) {
        this.remindBefore = remindBefore;
    }

    public @Nullable Instant getRemindAt() {
        return remindAt;
    }

    public void setRemindAt(@Nullable Instant remindAt) {
        this.remindAt = remindAt;
    }

    /** It is one of a series from now on. */
    public void partOf(long series, LocalDate slot) {
        seriesId = series;
        seriesSlot = slot;
    }

    public @Nullable Long seriesId() {
        return seriesId;
    }

    public @Nullable LocalDate seriesSlot() {
        return seriesSlot;
    }
}
