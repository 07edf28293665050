package org.quanhe.crm.leads.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
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
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.entity.StagedRecord;
import org.quanhe.crm.records.entity.TextList;
import org.quanhe.crm.scoring.spi.Scored;

/** Somebody who may become a customer. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "leads", icon = "pi-bolt", menu = 12, rights = RecordType.Preset.PROSPECTS, sort = "-score")
public class Lead extends StagedRecord implements Scored {
    /** Came in, nobody has judged it. */
    public static final String NEW = "new";

    /** Not ready to buy: marketing keeps in touch. */
    public static final String NURTURING = "nurturing";

    /** Handed to sales, who have not answered. */
    public static final String AWAITING = "awaiting";

    /** Sales work on it. */
    public static final String ACCEPTED = "accepted";

    /** Became a customer and perhaps an opportunity. */
    public static final String CONVERTED = "converted";

    public static final String COLD = "cold";
    public static final String WARM = "warm";
    public static final String HOT = "hot";

    /** Where it stands on the way from marketing to sales. */
    @Field(
            kind = FieldKind.CHOICE,
            choices = {NEW, NURTURING, AWAITING, ACCEPTED, CONVERTED},
            uses = {Use.READ_ONLY, Use.LIST, Use.FACET, Use.SORTABLE})
    private String status = NEW;

    /** Sum of the lines of its ledger, in points. */
    @Field(
            kind = FieldKind.NUMBER,
            uses = {Use.READ_ONLY, Use.LIST, Use.SORTABLE})
    private BigDecimal score = BigDecimal.ZERO;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {COLD, WARM, HOT},
            uses = {Use.READ_ONLY, Use.LIST, Use.FACET, Use.SORTABLE})
    private String band = COLD;

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

    /** When somebody looks at it again, after a refusal. */
    @Field(kind = FieldKind.DATE, name = "nextReview", uses = Use.SORTABLE)
    @Column(name = "next_review")
    private @Nullable LocalDate nextReview;

    /** How often it came back after a refusal or a lost opportunity. */
    @Field(kind = FieldKind.NUMBER, uses = Use.READ_ONLY)
    private BigDecimal recycled = BigDecimal.ZERO;

    @Field(
            kind = FieldKind.CHOICES,
            uses = {Use.FACET, Use.SEARCHED})
    @Convert(converter = TextList.class)
    private List<String> tags = List.of();

    @Field(kind = FieldKind.LONG_TEXT, uses = Use.SEARCHED)
    private @Nullable String notes;

    /** The customer that it became. */
    @Field(kind = FieldKind.REFERENCE, name = "customer", target = "customers", uses = Use.READ_ONLY)
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    /** The opportunity that it became. */
    @Field(kind = FieldKind.REFERENCE, name = "opportunity", target = "opportunities", uses = Use.READ_ONLY)
    @Column(name = "opportunity_id")
    private @Nullable Long opportunityId;

    /** When its score reached the threshold, until sales are asked to accept it. */
    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    /** Sales said no: they are asked again when the score has been below the threshold. */
    private boolean declined;

    @Override
    public int points() {
        return score.intValue();
    }

    /** Sales are to be asked when the score reaches the threshold, and again when it has been below meanwhile. */
    @Override
    public void scored(int points, String band, int threshold, Instant at) {
        if (score.compareTo(BigDecimal.valueOf(points)) != 0) {
            score = BigDecimal.valueOf(points);
        }
        this.band = band;
        if (points < threshold) {
            readyAt = null;
            declined = false;
        } else if (readyAt == null && !declined) {
            readyAt = at;
        }
    }

    /** Sales are to be asked: its score reached the threshold, and nobody has been asked since. */
    public boolean ready() {
        return readyAt != null && (status.equals(NEW) || status.equals(NURTURING));
    }

    /**
     * Sales are asked to accept it. Its owner stays until they do; the team of sales may work on it from now on.
     *
     * @param team team that is asked, null leaves it with its own
     */
    public void await(@Nullable Long team) {
        if (status.equals(CONVERTED)) {
            throw CrmException.invalid("leads.error.converted", name);
        }
        status = AWAITING;
        readyAt = null;
        if (team != null) {
            setTeamId(team);
        }
    }

    /** Sales accept it. */
    public void accept(long seller) {
        status = ACCEPTED;
        setOwnerId(seller);
    }

    /** Sales return it: marketing keep in touch, and sales are not asked again before its score was below. */
    public void giveBack(@Nullable Long owner, @Nullable Long team) {
        status = NURTURING;
        declined = true;
        readyAt = null;
        setOwnerId(owner);
        setTeamId(team);
    }

    /** The person does not want to buy now: it is looked at again on that day. */
    public void notNow(LocalDate review) {
        if (status.equals(CONVERTED)) {
            throw CrmException.invalid("leads.error.converted", name);
        }
        status = NURTURING;
        declined = true;
        readyAt = null;
        nextReview = review;
    }

    /** It became that customer, and that opportunity. */
    public void convert(long customer, @Nullable Long opportunity) {
        if (status.equals(CONVERTED)) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.converted", name));
        }
        status = CONVERTED;
        readyAt = null;
        customerId = customer;
        opportunityId = opportunity;
    }

    /** The conversion is taken back: it stands where it stood before. */
    public void unconvert(String before) {
        status = before;
        customerId = null;
        opportunityId = null;
    }

    /** What came of it was lost: marketing keep in touch again. */
    public void recycle(LocalDate review) {
        status = NURTURING;
        declined = true;
        readyAt = null;
        recycled = recycled.add(BigDecimal.ONE);
        nextReview = review;
    }

    /** Sales were asked and have not answered. */
    public boolean awaiting() {
        return status.equals(AWAITING);
    }

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

    public String getStatus() {
        return status;
    }

    public BigDecimal getScore() {
        return score;
    }

    public String getBand() {
        return band;
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

    public @Nullable LocalDate getNextReview() {
        return nextReview;
    }

    public void setNextReview(@Nullable LocalDate nextReview) {
        this.nextReview = nextReview;
    }

    public BigDecimal getRecycled() {
        return recycled;
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

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public @Nullable Long getOpportunityId() {
        return opportunityId;
    }
}
