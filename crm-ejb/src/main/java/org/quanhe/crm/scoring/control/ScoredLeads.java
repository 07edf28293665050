package org.quanhe.crm.scoring.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.RecordRule;
import org.quanhe.crm.records.spi.WrittenRecord;
import org.quanhe.crm.scoring.entity.ScoreLedger;
import org.quanhe.crm.scoring.spi.LedgerLine;
import org.quanhe.crm.scoring.spi.Scored;

/**
 * Scores a lead in the transaction that writes it: before, because the score is written with it, and its ledger behind.
 */
@ApplicationScoped
public class ScoredLeads implements RecordRule<RecordEntity>, RecordListener {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private RecordTypes types;

    @Inject
    private Scorekeeper keeper;

    @Inject
    private ScoreModelsKept models;

    @Inject
    private TimeSource time;

    private record Judged(ScoreModel model, List<LedgerLine> lines, Instant at) {}

    @Override
    public Class<RecordEntity> guards() {
        return RecordEntity.class;
    }

    @Override
    public void beforeSave(RecordEntity lead) {
        if (!(lead instanceof Scored)) {
            return;
        }
        ScoreModel model = models.inForce();
        Instant now = time.now();
        List<LedgerLine> lines = keeper.ledger(model, lead, now);
        Scorekeeper.count(lead, model, lines, now);
        judged().put(lead, new Judged(model, lines, now));
    }

    @Override
    public boolean wants(String type, String action) {
        return type.equals(Scorekeeper.LEADS);
    }

    @Override
    public void written(WrittenRecord record) {
        RecordEntity lead = entities.find(
                types.named(Scorekeeper.LEADS).entity(), record.ref().id());
        Judged judged = judged().remove(lead);
        if (judged != null) {
            boolean fresh = record.action().equals(RecordWriter.CREATED);
            keeper.write(lead.getId(), fresh, judged.lines(), judged.model(), judged.at());
        } else if (record.action().equals(RecordWriter.RECALCULATED) && looksOtherThanItsScore(record)) {
            ScoreLedger ledger = entities.find(ScoreLedger.class, lead.getId());
            if (ledger != null) {
                ledger.due(time.now());
            }
        }
    }

    /** Calculated fields became others: they may be criteria. */
    private static boolean looksOtherThanItsScore(WrittenRecord record) {
        return record.after().keySet().stream()
                .anyMatch(field -> !field.equals("score") && !field.equals("band") && record.changed(field));
    }

    @SuppressWarnings("unchecked")
    private Map<RecordEntity, Judged> judged() {
        Map<RecordEntity, Judged> known = (Map<RecordEntity, Judged>) transactions.getResource(ScoredLeads.class);
        if (known == null) {
            known = new IdentityHashMap<>();
            transactions.putResource(ScoredLeads.class, known);
        }
        return known;
    }
}
