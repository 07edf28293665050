package org.quanhe.crm.customers.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.privacy.spi.Consenting;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.entity.ContactPoints;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.PostalAddresses;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.entity.TextList;

/** A person or an organisation that the company deals with. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "customers", icon = "pi-users", menu = 10)
public class Customer extends StagedRecord implements Consenting {
    public static final String PERSON = "person";
    public static final String ORGANISATION = "organisation";

    @Field(
            kind = FieldKind.CHOICE,
            choices = {PERSON, ORGANISATION},
            uses = {Use.REQUIRED, Use.QUICK, Use.FACET})
    private String kind = PERSON;

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED, Use.SUBTITLE, Use.SORTABLE})
    private @Nullable String company;

    @Field(kind = FieldKind.TEXT, name = "jobTitle", max = 120, uses = Use.SEARCHED)
    @Column(name = "job_title")
    private @Nullable String jobTitle;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {"mr", "mrs", "ms", "anh", "chi", "ong", "ba", "xiansheng", "nvshi"})
    private @Nullable String salutation;

    @Field(
            kind = FieldKind.PHONES,
            primary = "phone",
            choices = {"mobile", "work", "home", "fax", "other"},
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED, Use.SUBTITLE})
    @Convert(converter = ContactPoints.class)
    private List<ContactPoint> phones = List.of();

    @Field(
            kind = FieldKind.EMAILS,
            primary = "email",
            choices = {"work", "home", "billing", "other"},
            uses = {Use.LIST, Use.QUICK, Use.SEARCHED})
    @Convert(converter = ContactPoints.class)
    private List<ContactPoint> emails = List.of();

    @Field(
            kind = FieldKind.ADDRESSES,
            primary = "address",
            primaryCity = "city",
            choices = {"work", "home", "billing", "shipping", "other"},
            uses = {Use.QUICK, Use.SEARCHED})
    @Convert(converter = PostalAddresses.class)
    private List<PostalAddress> addresses = List.of();

    @Field(
            kind = FieldKind.LINKS,
            choices = {"website", "facebook", "zalo", "wechat", "linkedin", "weibo", "line", "x", "other"},
            uses = {Use.QUICK, Use.SEARCHED})
    @Convert(converter = ContactPoints.class)
    private List<ContactPoint> links = List.of();

    @Field(kind = FieldKind.DATE)
    private @Nullable LocalDate birthday;

    @Field(
            kind = FieldKind.CHOICES,
            uses = {Use.FACET, Use.SEARCHED})
    @Convert(converter = TextList.class)
    private List<String> tags = List.of();

    @Field(
            kind = FieldKind.TEXT,
            max = 120,
            uses = {Use.FACET, Use.QUICK})
    private @Nullable String source;

    @Field(
            kind = FieldKind.CHOICE,
            name = "firstChannel",
            choices = {"call", "email", "web", "chat", "visit", "fair", "referral", "import", "other"},
            uses = {Use.QUICK, Use.FACET})
    @Column(name = "first_channel")
    private @Nullable String firstChannel;

    /** What it agrees to today, by purpose. */
    @Field(
            kind = FieldKind.CHOICES,
            uses = {Use.READ_ONLY, Use.FACET})
    @Convert(converter = TextList.class)
    private List<String> agreed = List.of();

    @Field(kind = FieldKind.DATE, name = "firstTouch", uses = Use.QUICK)
    @Column(name = "first_touch")
    private @Nullable LocalDate firstTouch;

    @Field(kind = FieldKind.LONG_TEXT, uses = Use.SEARCHED)
    private @Nullable String notes;

    @Field(kind = FieldKind.TEXT, name = "importedOwner", max = 200)
    @Column(name = "imported_owner")
    private @Nullable String importedOwner;

    @Override
    public String title() {
        return name;
    }

    @Override
    public void verify() {
        if (name.isBlank()) {
            throw CrmException.invalidField("name", LocalizedMessage.of("records.error.required"));
        }
    }

    public boolean person() {
        return PERSON.equals(kind);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? PERSON : kind;
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

    public @Nullable String getJobTitle() {
        return jobTitle;
    }

    public void setJobTitle(@Nullable String jobTitle) {
        this.jobTitle = jobTitle;
    }

    public @Nullable String getSalutation() {
        return salutation;
    }

    public void setSalutation(@Nullable String salutation) {
        this.salutation = salutation;
    }

    public List<ContactPoint> getPhones() {
        return phones;
    }

    public void setPhones(List<ContactPoint> phones) {
        this.phones = List.copyOf(phones);
    }

    @Override
    public List<ContactPoint> getEmails() {
        return emails;
    }

    public void setEmails(List<ContactPoint> emails) {
        this.emails = List.copyOf(emails);
    }

    public List<PostalAddress> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<PostalAddress> addresses) {
        this.addresses = List.copyOf(addresses);
    }

    public List<ContactPoint> getLinks() {
        return links;
    }

    public void setLinks(List<ContactPoint> links) {
        this.links = List.copyOf(links);
    }

    public @Nullable LocalDate getBirthday() {
        return birthday;
    }

    public void setBirthday(@Nullable LocalDate birthday) {
        this.birthday = birthday;
    }

    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = List.copyOf(tags);
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getFirstChannel() {
        return firstChannel;
    }

    public void setFirstChannel(@Nullable String firstChannel) {
        this.firstChannel = firstChannel;
    }

    public @Nullable LocalDate getFirstTouch() {
        return firstTouch;
    }

    public void setFirstTouch(@Nullable LocalDate firstTouch) {
        this.firstTouch = firstTouch;
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public @Nullable String getImportedOwner() {
        return importedOwner;
    }

    public void setImportedOwner(@Nullable String importedOwner) {
        this.importedOwner = importedOwner;
    }

    @Override
    public List<String> getAgreed() {
        return agreed;
    }

    @Override
    public void agree(List<String> purposes) {
        agreed = List.copyOf(purposes);
    }
}
