package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.entity.ChanceRow;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.FollowingValues;

/** Keeps the chance of winning in each opportunity, with why, in the transaction that writes it. */
@ApplicationScoped
public class ChanceFollower implements FollowingValues {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ModelsKept models;

    @Inject
    private FactsReader facts;

    @Inject
    private Ways ways;

    @Inject
    private TimeSource time;

    @Override
    public boolean follow(String type, RecordEntity record) {
        if (!(record instanceof Opportunity opportunity)) {
            return false;
        }
        ChanceRow known = entities.find(ChanceRow.class, opportunity.getId());
        if (opportunity.closed() || opportunity.deleted()) {
            if (known != null) {
                entities.remove(known);
            }
            return opportunity.chance(null);
        }
        Reckoned reckoned = reckon(opportunity);
        ChanceRow row = known;
        if (row == null) {
            row = new ChanceRow(opportunity.getId());
            entities.persist(row);
        }
        row.say(reckoned.document(), reckoned.number(), reckoned.changesAt(), time.now());
        return opportunity.chance(BigDecimal.valueOf(reckoned.percent()));
    }

    /** What is worked out for an open one now. */
    Reckoned reckon(Opportunity opportunity) {
        String stage = Objects.requireNonNullElse(opportunity.getStage(), "");
        int ofStage =
                ways.find(stage).map(Ways.Placed::stage).map(Stage::probability).orElse(0);
        Optional<ModelsKept.Learnt> learnt = models.of(Objects.requireNonNullElse(opportunity.getPipeline(), ""));
        if (learnt.isEmpty()) {
            return Reckoned.byStage(Reckoned.NEVER, ofStage, 0);
        }
        int number = learnt.get().number();
        return learnt.get()
                .used()
                .map(model -> Reckoned.byModel(number, model, moment(opportunity, stage)))
                .orElseGet(() -> Reckoned.byStage(learnt.get().judgement().reason(), ofStage, number));
    }

    private Moment moment(Opportunity opportunity, String stage) {
        Facts known = facts.open(List.of(opportunity)).get(0);
        return new Moment(known, stage, opportunity.getStageSince(), time.now());
    }

    /** What is kept of an opportunity, null if nothing is. */
    @Nullable
    Reckoned kept(Opportunity opportunity) {
        ChanceRow row = entities.find(ChanceRow.class, opportunity.getId());
        return row == null ? null : Reckoned.read(row.document(), row.modelNumber());
    }

    /** Opportunities of those leads are to be looked at again, because something about the leads has happened. */
    void dueOfLeads(Set<Long> leads, Instant at) {
        if (!leads.isEmpty() && models.any()) {
            due(
                    Set.copyOf(entities.createQuery(
                                    "select o.id from Opportunity o where o.leadId in :leads and o.status = 'open'",
                                    Long.class)
                            .setParameter("leads", leads)
                            .getResultList()),
                    at);
        }
    }

    /** Opportunities that are to be looked at again, because something about them has happened. */
    void due(Set<Long> opportunities, Instant at) {
        if (!opportunities.isEmpty() && models.any()) {
            entities.createQuery("update ChanceRow c set c.dueAt = :now where c.opportunityId in :opportunities"
                            + " and c.modelNumber > 0")
                    .setParameter("now", at)
                    .setParameter("opportunities", opportunities)
                    .executeUpdate();
        }
    }
}
