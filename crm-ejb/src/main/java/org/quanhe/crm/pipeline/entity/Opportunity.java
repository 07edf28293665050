package org.quanhe.crm.pipeline.entity;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.MoneyColumn;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.entity.RecordType;

/** A sale that may come about, on its way through the stages of a pipeline until it is won or lost. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = Opportunity.TYPE, icon = "pi-briefcase", menu = 14)
public class Opportunity extends OwnedRecord {
    /** Name of the record type. */
    public static final String TYPE = "opportunities";

    /** Codes of the status. */
    public static final String OPEN = "open";

    public static final String WON = "won";
    public static final String LOST = "lost";

    /** How sure a sale is in the eyes of who makes it; the surest first. */
    public static final String COMMIT = "commit";

    public static final String BEST_CASE = "best-case";
    public static final String IN_PIPELINE = "pipeline";
    public static final String OMITTED = "omitted";

    private static final BigDecimal CERTAIN = BigDecimal.valueOf(100);

    @Field(
            kind = FieldKind.TEXT,
            max = 200,
            uses = {Use.REQUIRED, Use.LIST, Use.QUICK, Use.SEARCHED, Use.TITLE, Use.SORTABLE})
    private String name = "";

    @Field(
            kind = FieldKind.REFERENCE,
            name = "customer",
            target = "customers",
            uses = {Use.LIST, Use.QUICK})
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    /** The person who speaks for the customer, where that is an organisation. */
    @Field(kind = FieldKind.REFERENCE, name = "contact", target = "customers", uses = Use.QUICK)
    @Column(name = "contact_id")
    private @Nullable Long contactId;

    @Field(
            kind = FieldKind.CHOICE,
            uses = {Use.INITIAL, Use.FACET})
    private String pipeline = "";

    @Field(
            kind = FieldKind.CHOICE,
            uses = {Use.INITIAL, Use.LIST, Use.QUICK, Use.FACET, Use.SORTABLE})
    private String stage = "";

    @Field(
            kind = FieldKind.MONEY,
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Convert(converter = MoneyColumn.class)
    private @Nullable Money amount;

    @Column(name = "amount_value")
    private @Nullable BigDecimal amountValue;

    private @Nullable String currency;

    @Field(
            kind = FieldKind.DATE,
            name = "expectedClose",
            uses = {Use.LIST, Use.QUICK, Use.SORTABLE})
    @Column(name = "expected_close")
    private @Nullable LocalDate expectedClose;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {COMMIT, BEST_CASE, IN_PIPELINE, OMITTED},
            uses = {Use.REQUIRED, Use.FACET})
    private String forecast = IN_PIPELINE;

    /** Percent; without it that of the stage holds. */
    @Field(kind = FieldKind.NUMBER)
    private @Nullable BigDecimal probability;

    @Field(kind = FieldKind.TEXT, max = 120, uses = Use.FACET)
    private @Nullable String competitor;

    @Field(
            kind = FieldKind.CHOICE,
            choices = {OPEN, WON, LOST},
            uses = {Use.READ_ONLY, Use.FACET})
    private String status = OPEN;

    @Field(
            kind = FieldKind.CHOICE,
            uses = {Use.READ_ONLY, Use.FACET})
    private @Nullable String reason;

    @Field(
            kind = FieldKind.DATE_TIME,
            uses = {Use.READ_ONLY, Use.SORTABLE})
    @Column(name = "stage_since")
    private Instant stageSince = Instant.EPOCH;

    @Field(
            kind = FieldKind.DATE_TIME,
            uses = {Use.READ_ONLY, Use.SORTABLE})
    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    /** Percent, by what was learnt from closed ones; without that the stage's. It follows by itself. */
    @Field(
            kind = FieldKind.NUMBER,
            name = "winProbability",
            uses = {Use.READ_ONLY, Use.LIST, Use.SORTABLE})
    @Column(name = "win_probability")
    private @Nullable BigDecimal winProbability;

    /** Stages that it came into; see {@link #visited(String)}. */
    private String visited = "";

    /** The lead that it came from. */
    @Field(kind = FieldKind.REFERENCE, name = "lead", target = "leads", uses = Use.INITIAL)
    @Column(name = "lead_id")
    private @Nullable Long leadId;

    @Override
    public String title() {
        return name;
    }

    @Override
    public void verify() {
        if (name.isBlank()) {
            throw CrmException.invalidField("name", LocalizedMessage.of("records.error.required"));
        }
        if (probability != null && (probability.signum() < 0 || probability.compareTo(CERTAIN) > 0)) {
            throw CrmException.invalidField("probability", LocalizedMessage.of("pipeline.error.probability"));
        }
    }

    /** It stands in a stage of some pipeline already. */
    public boolean placed() {
        return !stageSince.equals(Instant.EPOCH);
    }

    public boolean closed() {
        return !status.equals(OPEN);
    }

    /** Begins its way; also where the stage that it stood in is not there any more. */
    public void begin(String way, Stage first, Instant at) {
        pipeline = way;
        enter(first, at);
    }

    /**
     * Goes to another open stage of its pipeline, forward or back.
     *
     * @throws CrmException CONFLICT if it is closed; the stage of a closed sale stays as it is
     */
    public void moveTo(Stage next, Instant at) {
        demandOpen();
        if (next.end() != Stage.End.OPEN) {
            throw new IllegalArgumentException(next.code() + " ends the way: win or lose");
        }
        if (!next.code().equals(stage)) {
            enter(next, at);
        }
    }

    /** Its stage goes: it stands in another one of the same kind from now on. */
    public void transfer(Stage next, Instant at) {
        if (!next.end().code().equals(status)) {
            throw new IllegalArgumentException(next.code() + " is no stage for what is " + status);
        }
        enter(next, at);
    }

    /** It is sold. */
    public void win(Stage end, Optional<String> why, Instant at) {
        close(end, Stage.End.WON, at);
        reason = why.orElse(null);
    }

    /** It is not sold, for a reason. */
    public void lose(Stage end, String why, Instant at) {
        demandOpen();
        if (why.isBlank()) {
            throw CrmException.invalidField("reason", LocalizedMessage.of("records.error.required"));
        }
        close(end, Stage.End.LOST, at);
        reason = why;
    }

    /**
     * Is worked at again.
     *
     * @throws CrmException CONFLICT if it is open
     */
    public void reopen(Stage again, Instant at) {
        if (!closed()) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("pipeline.error.isOpen", title()));
        }
        status = OPEN;
        reason = null;
        closedAt = null;
        enter(again, at);
    }

    private void close(Stage end, Stage.End wanted, Instant at) {
        demandOpen();
        if (end.end() != wanted) {
            throw new IllegalArgumentException(end.code() + " is not where sales are " + wanted);
        }
        status = end.end().code();
        closedAt = at;
        enter(end, at);
    }

    private void demandOpen() {
        if (closed()) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of(
                            "pipeline.error.closed", title(), LocalizedMessage.of("opportunities.status." + status)));
        }
    }

    private void enter(Stage next, Instant at) {
        stage = next.code();
        stageSince = at;
        Set<String> stages = new TreeSet<>(visited(visited));
        stages.add(stage);
        visited = String.join(",", stages);
    }

    /** Codes of the stages that are written together in the column, none where it is empty. */
    public static List<String> visited(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(","));
    }

    /**
     * How likely it is to be won now.
     *
     * @param percent null where it is closed
     * @return false if that is what it says already
     */
    public boolean chance(@Nullable BigDecimal percent) {
        BigDecimal known = winProbability;
        boolean same = known == null ? percent == null : percent != null && known.compareTo(percent) == 0;
        if (!same) {
            winProbability = percent;
        }
        return !same;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name == null ? "" : name;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public void setCustomerId(@Nullable Long customerId) {
        this.customerId = customerId;
    }

    public @Nullable Long getContactId() {
        return contactId;
    }

    public void setContactId(@Nullable Long contactId) {
        this.contactId = contactId;
    }

    public @Nullable Long getLeadId() {
        return leadId;
    }

    public void setLeadId(@Nullable Long leadId) {
        this.leadId = leadId;
    }

    public @Nullable Money getAmount() {
        return amount;
    }

    public void setAmount(@Nullable Money amount) {
        this.amount = amount;
        this.amountValue = amount == null ? null : amount.amount();
        this.currency = amount == null ? null : amount.currency().getCurrencyCode();
    }

    public @Nullable LocalDate getExpectedClose() {
        return expectedClose;
    }

    public void setExpectedClose(@Nullable LocalDate expectedClose) {
        this.expectedClose = expectedClose;
    }

    public @Nullable String getPipeline() {
        return pipeline.isEmpty() ? null : pipeline;
    }

    /** Where a new one goes. */
    public void setPipeline(@Nullable String pipeline) {
        if (!placed()) {
            this.pipeline = pipeline == null ? "" : pipeline;
        }
    }

    public @Nullable String getStage() {
        return stage.isEmpty() ? null : stage;
    }

    /** Where a new one begins. */
    public void setStage(@Nullable String stage) {
        if (!placed()) {
            this.stage = stage == null ? "" : stage;
        }
    }

    public Instant getStageSince() {
        return stageSince;
    }

    public String getForecast() {
        return forecast;
    }

    public void setForecast(@Nullable String forecast) {
        this.forecast = forecast == null ? IN_PIPELINE : forecast;
    }

    public @Nullable BigDecimal getProbability() {
        return probability;
    }

    public void setProbability(@Nullable BigDecimal probability) {
        this.probability = probability;
    }

    public @Nullable BigDecimal getWinProbability() {
        return winProbability;
    }

    public @Nullable String getCompetitor() {
        return competitor;
    }

    public void setCompetitor(@Nullable String competitor) {
        this.competitor = competitor;
    }

    public String getStatus() {
        return status;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public @Nullable Instant getClosedAt() {
        return closedAt;
    }
}
