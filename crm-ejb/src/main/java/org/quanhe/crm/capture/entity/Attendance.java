package org.quanhe.crm.capture.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordType;

/**
 * Somebody who registered for, or came to, a fair, a webinar or a podcast, as a badge list or the organiser's file
 * says. Whoever that is becomes a lead, or is the lead or customer that is known already.
 */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = Attendance.TYPE, icon = "pi-id-card", menu = 32, rights = RecordType.Preset.PROSPECTS)
public class Attendance extends OwnedRecord {
    public static final String TYPE = "attendances";

    /** The kind whose visitors were met in person. */
    public static final String FAIR = "fair";

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    /** Name of the fair or webinar: the source of the lead. Behind the name, as a phone shows a line below it. */
    @Field(
            kind = FieldKind.TEXT,
            max = 120,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.FACET})
    private String event = "";

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED, Use.SUBTITLE})
    private @Nullable String company;

    @Field(
            kind = FieldKind.PHONE,
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED})
    private @Nullable String phone;

    @Field(
            kind = FieldKind.EMAIL,
            uses = {Use.QUICK, Use.SEARCHED})
    private @Nullable String email;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {FAIR, "webinar", "podcast"},
            uses = {Use.LIST, Use.QUICK, Use.FACET})
    private @Nullable String gathering;

    @Field(
            kind = FieldKind.DATE,
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Column(name = "held_on")
    private @Nullable LocalDate day;

    @Field(
            kind = FieldKind.YES_NO,
            uses = {Use.LIST, Use.FACET})
    private @Nullable Boolean registered;

    @Field(
            kind = FieldKind.YES_NO,
            uses = {Use.LIST, Use.QUICK, Use.FACET})
    private @Nullable Boolean attended;

    /** How long, in minutes. */
    @Field(
            kind = FieldKind.NUMBER,
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    private @Nullable BigDecimal minutes;

    /** The lead that it is, or became. */
    @Field(
            kind = FieldKind.REFERENCE,
            name = "lead",
            target = "leads",
            uses = {Use.READ_ONLY, Use.LIST})
    @Column(name = "lead_id")
    private @Nullable Long leadId;

    /** The customer that it is. */
    @Field(
            kind = FieldKind.REFERENCE,
            name = "customer",
            target = "customers",
            uses = {Use.READ_ONLY, Use.LIST})
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    @Override
    public String title() {
        return name;
    }

    @Override
    public void verify() {
        if (minutes != null && minutes.signum() < 0) {
            throw CrmException.invalidField("minutes", LocalizedMessage.of("capture.error.minutes"));
        }
    }

    /** Nobody knows yet who it is. */
    public boolean unknown() {
        return leadId == null && customerId == null;
    }

    /** It is that lead or customer. */
    public void is(RecordRef person) {
        if (person.type().equals("leads")) {
            leadId = person.id();
        } else {
            customerId = person.id();
        }
    }

    /** True unless it is said that the person did not come: a badge list has nobody else. */
    public boolean came() {
        return !Boolean.FALSE.equals(attended) && (attended != null || minutes == null || minutes.signum() > 0);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable String getCompany() {
        return company;
    }

    public void setCompany(@Nullable String company) {
        this.company = company;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public String getEvent() {
        return event;
    }

    public void setEvent(@Nullable String event) {
        this.event = event == null ? "" : event;
    }

    public @Nullable String getGathering() {
        return gathering;
    }

    public void setGathering(@Nullable String gathering) {
        this.gathering = gathering;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public @Nullable Boolean getRegistered() {
        return registered;
    }

    public void setRegistered(@Nullable Boolean registered) {
        this.registered = registered;
    }

    public @Nullable Boolean getAttended() {
        return attended;
    }

    public void setAttended(@Nullable Boolean attended) {
        this.attended = attended;
    }

    public @Nullable BigDecimal getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable BigDecimal minutes) {
        this.minutes = minutes;
    }

    public @Nullable Long getLeadId() {
        return leadId;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }
}
