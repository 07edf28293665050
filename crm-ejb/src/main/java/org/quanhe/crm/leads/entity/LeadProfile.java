package org.quanhe.crm.leads.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.ContactPoint;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.PostalAddress;
import org.quanhe.crm.records.entity.ContactPoints;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.MoneyColumn;
import org.quanhe.crm.records.entity.PostalAddresses;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.entity.TextList;

/** What is known of a lead: who it is, what it wants, where it came from. */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class LeadProfile extends StagedRecord {
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
            uses = {Use.QUICK, Use.SEARCHED})
    @Convert(converter = ContactPoints.class)
    private List<ContactPoint> emails = List.of();

    @Field(
            kind = FieldKind.ADDRESSES,
            primary = "address",
            primaryCity = "city",
            choices = {"work", "home", "billing", "shipping", "other"},
            uses = {Use.SEARCHED})
    @Convert(converter = PostalAddresses.class)
    private List<PostalAddress> addresses = List.of();

    /** What the person wants. */
    @Field(
            kind = FieldKind.LONG_TEXT,
            uses = {Use.QUICK, Use.SEARCHED})
    private @Nullable String need;

    @Field(kind = FieldKind.MONEY, uses = Use.QUICK)
    @Convert(converter = MoneyColumn.class)
    private @Nullable Money budget;

    /** When the person wants it, in the person's own words. */
    @Field(kind = FieldKind.TEXT, name = "wishedTime", max = 120)
    @Column(name = "wished_time")
    private @Nullable String wishedTime;

    @Field(kind = FieldKind.TEXT, max = 120, uses = Use.FACET)
    private @Nullable String industry;

    /** Size of the company, in people. */
    @Field(kind = FieldKind.NUMBER)
    private @Nullable BigDecimal employees;

    /** In which language the person is written to. */
    @Field(
            kind = FieldKind.CHOICE,
            choices = {"en", "vi", "zh-CN", "zh-TW"},
            uses = Use.FACET)
    private @Nullable String language;

    @Field(
            kind = FieldKind.TEXT,
            max = 120,
            uses = {Use.LIST, Use.QUICK, Use.FACET})
    private @Nullable String source;

    @Field(kind = FieldKind.TEXT, max = 120, uses = Use.FACET)
    private @Nullable String medium;

    @Field(kind = FieldKind.TEXT, max = 120, uses = Use.FACET)
    private @Nullable String campaign;

    /** Page on which the person asked. */
    @Field(kind = FieldKind.URL, max = 500)
    private @Nullable String page;

    @Field(
            kind = FieldKind.CHOICE,
            name = "firstChannel",
            choices = {"call", "email", "web", "chat", "visit", "fair", "referral", "import", "other"},
            uses = {Use.QUICK, Use.FACET})
    @Column(name = "first_channel")
    private @Nullable String firstChannel;

    @Field(kind = FieldKind.DATE, name = "firstTouch", uses = Use.SORTABLE)
    @Column(name = "first_touch")
    private @Nullable LocalDate firstTouch;

    @Field(
            kind = FieldKind.CHOICES,
            uses = {Use.FACET, Use.SEARCHED})
    @Convert(converter = TextList.class)
    private List<String> tags = List.of();

    @Field(kind = FieldKind.LONG_TEXT, uses = Use.SEARCHED)
    private @Nullable String notes;

    /** When somebody looks at it again, after a refusal. */
    @Field(kind = FieldKind.DATE, name = "nextReview", uses = Use.SORTABLE)
    @Column(name = "next_review")
    private @Nullable LocalDate nextReview;

    @Override
    public String title() {
        return name;
    }

    @Override
    public void verify() {
        if (name.isBlank()) {
            throw CrmException.invalidField("name", LocalizedMessage.of("records.error.required"));
        }
        if (employees != null && employees.signum() < 0) {
            throw CrmException.invalidField("employees", LocalizedMessage.of("leads.error.employees"));
        }
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

    public List<ContactPoint> getPhones() {
        return phones;
    }

    public void setPhones(List<ContactPoint> phones) {
        this.phones = List.copyOf(phones);
    }

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

    public @Nullable String getNeed() {
        return need;
    }

    public void setNeed(@Nullable String need) {
        this.need = need;
    }

    public @Nullable Money getBudget() {
        return budget;
    }

    public void setBudget(@Nullable Money budget) {
        this.budget = budget;
    }

    public @Nullable String getWishedTime() {
        return wishedTime;
    }

    public void setWishedTime(@Nullable String wishedTime) {
        this.wishedTime = wishedTime;
    }

    public @Nullable String getIndustry() {
        return industry;
    }

    public void setIndustry(@Nullable String industry) {
        this.industry = industry;
    }

    public @Nullable BigDecimal getEmployees() {
        return employees;
    }

    public void setEmployees(@Nullable BigDecimal employees) {
        this.employees = employees;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getSource() {
        return source;
    }

    public void setSource(@Nullable String source) {
        this.source = source;
    }

    public @Nullable String getMedium() {
        return medium;
    }

    public void setMedium(@Nullable String medium) {
        this.medium = medium;
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable String campaign) {
        this.campaign = campaign;
    }

    public @Nullable String getPage() {
        return page;
    }

    public void setPage(@Nullable String page) {
        this.page = page;
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

    public List<String> getTags() {
        return tags;
    }

    public void setTags(List<String> tags) {
        this.tags = List.copyOf(tags);
    }

    public @Nullable String getNotes() {
        return notes;
    }

    public void setNotes(@Nullable String notes) {
        this.notes = notes;
    }

    public @Nullable LocalDate getNextReview() {
        return nextReview;
    }

    public void setNextReview(@Nullable LocalDate nextReview) {
        this.nextReview = nextReview;
    }
}
