package org.quanhe.crm.scoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.scoring.entity.LeadSignal;
import org.quanhe.crm.scoring.entity.ScoreAdjustment;
import org.quanhe.crm.scoring.entity.ScoreLedger;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.Prospect;
import org.quanhe.crm.scoring.spi.Scored;

/** Works scores out, and keeps score and ledger the same: both are written in one transaction. */
@ApplicationScoped
public class Scorekeeper {
    static final String LEADS = "leads";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private ScoreModelsKept models;

    @Inject
    private TimeSource time;

    /** What people and leads did, by number of the lead. */
    private record Facts(Map<Long, List<Prospect.Signal>> signals, Map<Long, List<Prospect.GivenPoints>> given) {
        static final Facts NONE = new Facts(Map.of(), Map.of());
    }

    /** The lines that the lead would have by that model, from what it holds now. */
    List<LedgerLine> ledger(ScoreModel model, RecordEntity lead, Instant now) {
        return ledger(model, lead, lead.getId() == 0 ? Facts.NONE : facts(List.of(lead.getId())), now);
    }

    private List<LedgerLine> ledger(ScoreModel model, RecordEntity lead, Facts facts, Instant now) {
        RecordTypeDescriptor type = types.named(LEADS);
        Prospect prospect = new Prospect(
                type.view(),
                RecordViews.values(type, lead),
                facts.signals().getOrDefault(lead.getId(), List.of()),
                facts.given().getOrDefault(lead.getId(), List.of()));
        return model.ledger(prospect, now);
    }

    /** The lines of many leads by that model, by number; nothing is written. */
    public Map<Long, List<LedgerLine>> ledgers(ScoreModel model, Collection<? extends RecordEntity> leads) {
        Facts facts = facts(leads.stream().map(RecordEntity::getId).toList());
        Instant now = time.now();
        return leads.stream().collect(Collectors.toMap(RecordEntity::getId, lead -> ledger(model, lead, facts, now)));
    }

    private Facts facts(List<Long> leads) {
        if (leads.isEmpty()) {
            return Facts.NONE;
        }
        Map<Long, List<Prospect.Signal>> signals = entities.createQuery(
                        "select s from LeadSignal s where s.leadId in :leads order by s.at, s.id", LeadSignal.class)
                .setParameter("leads", leads)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        LeadSignal::lead, Collectors.mapping(LeadSignal::told, Collectors.toList())));
        Map<Long, List<Prospect.GivenPoints>> given = entities.createQuery(
                        "select a from ScoreAdjustment a where a.leadId in :leads order by a.at, a.id",
                        ScoreAdjustment.class)
                .setParameter("leads", leads)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        ScoreAdjustment::lead, Collectors.mapping(ScoreAdjustment::told, Collectors.toList())));
        return new Facts(signals, given);
    }

    /**
     * Scores leads anew by the model in force.
     *
     * @return how many scores are others than before
     */
    public int rescore(Collection<Long> numbers) {
        if (numbers.isEmpty()) {
            return 0;
        }
        List<? extends RecordEntity> leads = entities.createQuery(
                        "select r from " + types.named(LEADS).from()
                                + "r.id in :ids and r.deletedAt is null order by r.id",
                        types.named(LEADS).entity())
                .setParameter("ids", numbers)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return rescore(leads);
    }

    /** The same for leads that are locked already. */
    public int rescore(List<? extends RecordEntity> leads) {
        ScoreModel model = models.inForce();
        Instant now = time.now();
        Facts facts = facts(leads.stream().map(RecordEntity::getId).toList());
        Map<Long, ScoreLedger> kept =
                kept(leads.stream().map(RecordEntity::getId).toList());
        Map<Long, List<LedgerLine>> lines = new HashMap<>();
        for (RecordEntity lead : leads) {
            List<LedgerLine> ledger = ledger(model, lead, facts, now);
            lines.put(lead.getId(), ledger);
            write(kept.get(lead.getId()), lead.getId(), ledger, model, now);
        }
        if (leads.size() == 1) {
            RecordEntity one = leads.get(0);
            return verbs.follow(LEADS, one, () -> count(one, model, lines.get(one.getId()), now)) ? 1 : 0;
        }
        return verbs.followAll(LEADS, leads, lead -> count(lead, model, lines.get(lead.getId()), now));
    }

    /** The lead counts what its lines make. */
    static void count(RecordEntity lead, ScoreModel model, List<LedgerLine> lines, Instant now) {
        int total = ScoreModel.total(lines);
        ((Scored) lead).scored(total, model.band(total).code(), model.threshold(), now);
    }

    private Map<Long, ScoreLedger> kept(List<Long> leads) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select l from ScoreLedger l where l.leadId in :leads", ScoreLedger.class)
                .setParameter("leads", leads)
                .getResultStream()
                .collect(Collectors.toMap(ScoreLedger::lead, ledger -> ledger));
    }

    /**
     * Keeps the lines of a lead that is written in this transaction.
     *
     * @param fresh the lead is a new one: it has no ledger yet
     */
    void write(long lead, boolean fresh, List<LedgerLine> lines, ScoreModel model, Instant now) {
        write(fresh ? null : entities.find(ScoreLedger.class, lead), lead, lines, model, now);
    }

    private void write(@Nullable ScoreLedger known, long lead, List<LedgerLine> lines, ScoreModel model, Instant now) {
        ScoreLedger ledger = known;
        if (ledger == null) {
            ledger = new ScoreLedger(lead);
            entities.persist(ledger);
        }
        ledger.say(lines, model.number(), now);
    }
}
