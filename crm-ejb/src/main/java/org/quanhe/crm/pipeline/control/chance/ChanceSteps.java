package org.quanhe.crm.pipeline.control.chance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.control.Ways;
import org.quanhe.crm.pipeline.entity.ChanceModelRow;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordVerbs;

/**
 * Portions of learning and of working chances out, each a transaction with the note of how far it is: a crash repeats,
 * never loses.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ChanceSteps {
    private static final int PORTION = 100;
    private static final int MOST_DEALS = 5_000;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private FactsReader reader;

    @Inject
    private ModelsKept models;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private Ways ways;

    @Inject
    private TimeSource time;

    /** Asks for models; {@code all} also for pipelines that have one. */
    public void ask(boolean all) {
        Map<String, ChanceModelRow> known = new LinkedHashMap<>();
        entities.createQuery("select m from ChanceModelRow m order by m.pipeline", ChanceModelRow.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> known.put(row.pipeline(), row));
        Set<String> there = new HashSet<>();
        for (PipelineView pipeline : ways.all()) {
            there.add(pipeline.code());
            ChanceModelRow row = known.get(pipeline.code());
            if (row == null) {
                row = new ChanceModelRow(pipeline.code());
                entities.persist(row);
                row.ask(time.now());
            } else if (all) {
                row.ask(time.now());
            }
        }
        known.values().stream().filter(row -> !there.contains(row.pipeline())).forEach(entities::remove);
    }

    /** Learns from the closed opportunities of a pipeline; true if there may be another one. */
    public boolean learn() {
        ChanceModelRow row = claimed("m.askedAt is not null", ChanceModelRow::asked);
        if (row == null) {
            return false;
        }
        Optional<PipelineView> pipeline = ways.all().stream()
                .filter(one -> one.code().equals(row.pipeline()))
                .findFirst();
        if (pipeline.isEmpty()) {
            entities.remove(row);
            return true;
        }
        Map<String, Integer> percents = new LinkedHashMap<>();
        pipeline.get().open().forEach(stage -> percents.put(stage.code(), stage.probability()));
        List<Facts> deals = reader.closed(row.pipeline(), MOST_DEALS).stream()
                .filter(deal -> !Moment.of(deal, percents.keySet()).isEmpty())
                .toList();
        Judgement judgement = Judgement.of(deals, percents);
        Optional<ChanceModel> model = judgement.reason().equals(Judgement.FEW)
                ? Optional.empty()
                : Optional.of(ChanceModel.learn(deals, percents.keySet()));
        row.learnt(ModelsKept.Learnt.document(judgement, model), time.now());
        entities.flush();
        models.changed();
        return true;
    }

    /** Works a portion of the opportunities of a pipeline out; true if there is more. */
    public boolean follow() {
        ChanceModelRow row = claimed("m.behind is not null", one -> one.behind() != null);
        if (row == null) {
            return false;
        }
        List<Long> ids = entities.createQuery(
                        "select o.id from Opportunity o where o.pipeline = :pipeline and o.status = 'open'"
                                + " and o.deletedAt is null and o.id > :behind order by o.id",
                        Long.class)
                .setParameter("pipeline", row.pipeline())
                .setParameter("behind", Objects.requireNonNull(row.behind()))
                .setMaxResults(PORTION)
                .getResultList();
        int changed = reckon(ids);
        if (ids.size() < PORTION) {
            row.end();
        } else {
            row.advance(ids.get(ids.size() - 1), ids.size(), changed);
        }
        return true;
    }

    /** Works those out anew about which something has happened, or of which time has passed; true if there are more. */
    public boolean refresh() {
        List<Long> due = entities.createQuery(
                        "select c.opportunityId from ChanceRow c where c.dueAt <= :now order by c.dueAt,"
                                + " c.opportunityId",
                        Long.class)
                .setParameter("now", time.now())
                .setMaxResults(PORTION)
                .getResultList();
        reckon(due.stream().sorted().toList());
        if (!due.isEmpty()) {
            entities.flush();
            entities.createQuery("delete from ChanceRow c where c.opportunityId in :due and c.opportunityId not in"
                            + " (select o.id from Opportunity o where o.id in :due and o.deletedAt is null)")
                    .setParameter("due", due)
                    .executeUpdate();
        }
        return due.size() == PORTION;
    }

    private int reckon(List<Long> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        List<Opportunity> locked = entities.createQuery(
                        "select o from Opportunity o where o.id in :ids and o.deletedAt is null order by o.id",
                        Opportunity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return verbs.followAll(Opportunity.TYPE, locked, one -> {});
    }

    /** Chosen first, locked then: a database does not lock what it only counts off. */
    private @Nullable ChanceModelRow claimed(String condition, Predicate<ChanceModelRow> still) {
        List<String> found = entities.createQuery(
                        "select m.pipeline from ChanceModelRow m where " + condition + " order by m.pipeline",
                        String.class)
                .setMaxResults(1)
                .getResultList();
        ChanceModelRow row = found.isEmpty()
                ? null
                : entities.find(ChanceModelRow.class, found.get(0), LockModeType.PESSIMISTIC_WRITE);
        return row != null && still.test(row) ? row : null;
    }
}
