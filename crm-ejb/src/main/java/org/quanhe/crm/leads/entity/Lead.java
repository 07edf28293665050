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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.privacy.spi.Consenting;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.entity.Field;
import org.quanhe.crm.records.entity.RecordType;
import org.quanhe.crm.records.entity.TextList;
import org.quanhe.crm.scoring.spi.Scored;

/** Somebody who may become a customer. */
@Entity
@Access(AccessType.FIELD)
@RecordType(name = "leads", icon = "pi-bolt", menu = 12, rights = RecordType.Preset.PROSPECTS, sort = "-score")
public class Lead extends LeadProfile implements Scored, Consenting {
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

    private static final Map<String, Set<String>> MOVES = Map.of(
            NEW, Set.of(NURTURING, AWAITING, CONVERTED),
            NURTURING, Set.of(NURTURING, AWAITING, CONVERTED),
            AWAITING, Set.of(NURTURING, ACCEPTED, CONVERTED),
            ACCEPTED, Set.of(NURTURING, AWAITING, CONVERTED),
            CONVERTED, Set.of(NURTURING));

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

    /** How often it came back after a refusal or a lost opportunity. */
    @Field(kind = FieldKind.NUMBER, uses = Use.READ_ONLY)
    private BigDecimal recycled = BigDecimal.ZERO;

    /** What it agrees to today, by purpose. */
    @Field(
            kind = FieldKind.CHOICES,
            uses = {Use.READ_ONLY, Use.FACET})
    @Convert(converter = TextList.class)
    private List<String> agreed = List.of();

    /** The customer that it became. */
    @Field(kind = FieldKind.REFERENCE, name = "customer", target = "customers", uses = Use.READ_ONLY)
    @Column(name = "customer_id")
    private @Nullable Long customerId;

    /** The organisation for which that customer works. */
    @Field(kind = FieldKind.REFERENCE, name = "organisation", target = "customers", uses = Use.READ_ONLY)
    @Column(name = "organisation_id")
    private @Nullable Long organisationId;

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
            throw CrmException.invalid("leads.error.converted", title());
        }
        move(AWAITING);
        readyAt = null;
        if (team != null) {
            setTeamId(team);
        }
    }

    /** Sales accept it. */
    public void accept(long seller) {
        move(ACCEPTED);
        setOwnerId(seller);
    }

    /** Sales return it: marketing keep in touch, and sales are not asked again before its score was below. */
    public void giveBack(@Nullable Long owner, @Nullable Long team) {
        demand(AWAITING, NURTURING);
        move(NURTURING);
        declined = true;
        readyAt = null;
        setOwnerId(owner);
        setTeamId(team);
    }

    /** The person does not want to buy now: it is looked at again on that day. */
    public void notNow(LocalDate review) {
        if (status.equals(CONVERTED)) {
            throw CrmException.invalid("leads.error.converted", title());
        }
        move(NURTURING);
        declined = true;
        readyAt = null;
        setNextReview(review);
    }

    /** It showed interest again: marketing keep in touch. */
    public void nurture() {
        demand(NEW, NURTURING);
        move(NURTURING);
    }

    /** It became that customer, of that organisation, and that opportunity. */
    public void convert(long customer, @Nullable Long organisation, @Nullable Long opportunity) {
        if (status.equals(CONVERTED)) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("leads.error.converted", title()));
        }
        move(CONVERTED);
        readyAt = null;
        customerId = customer;
        organisationId = organisation;
        opportunityId = opportunity;
    }

    /** The conversion is taken back: it stands where it stood before. */
    public void unconvert(String before) {
        demand(CONVERTED, before);
        status = before;
        customerId = null;
        organisationId = null;
        opportunityId = null;
    }

    /** What came of it was lost: marketing keep in touch again. */
    public void recycle(LocalDate review) {
        move(NURTURING);
        declined = true;
        readyAt = null;
        recycled = recycled.add(BigDecimal.ONE);
        setNextReview(review);
    }

    /** Where leads may go from each status; a conversion that is taken back goes to where it came from. */
    public static Set<String> movesFrom(String status) {
        return MOVES.getOrDefault(status, Set.of());
    }

    private void move(String to) {
        if (!movesFrom(status).contains(to)) {
            throw refused(to);
        }
        status = to;
    }

    private void demand(String from, String to) {
        if (!status.equals(from)) {
            throw refused(to);
        }
    }

    private CrmException refused(String to) {
        return new CrmException(
                CrmException.Kind.CONFLICT,
                LocalizedMessage.of(
                        "leads.error.move",
                        title(),
                        LocalizedMessage.of("leads.status." + status),
                        LocalizedMessage.of("leads.status." + to)));
    }

    /** Sales were asked and have not answered. */
    public boolean awaiting() {
        return status.equals(AWAITING);
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

    public BigDecimal getRecycled() {
        return recycled;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public @Nullable Long getOrganisationId() {
        return organisationId;
    }

    public @Nullable Long getOpportunityId() {
        return opportunityId;
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
