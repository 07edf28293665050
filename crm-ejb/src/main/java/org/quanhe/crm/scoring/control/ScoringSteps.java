package org.quanhe.crm.scoring.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.scoring.entity.Rescoring;

/** Portions of scoring, each a transaction of its own together with the note of how far it is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScoringSteps {
    private static final int PORTION = 250;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Scorekeeper keeper;

    @Inject
    private TimeSource time;

    /**
     * Scores those anew of which time has passed something.
     *
     * @return true if there may be more
     */
    public boolean fade() {
        List<Long> due = entities.createQuery(
                        "select l.leadId from ScoreLedger l where l.dueAt <= :now order by l.dueAt, l.leadId",
                        Long.class)
                .setParameter("now", time.now())
                .setMaxResults(PORTION)
                .getResultList();
        keeper.rescore(due.stream().sorted().toList());
        forgetGone(due);
        return due.size() == PORTION;
    }

    /** Deleted leads do not fade; they are scored when somebody brings them back. */
    private void forgetGone(List<Long> due) {
        if (!due.isEmpty()) {
            entities.flush();
            entities.createQuery("update ScoreLedger l set l.dueAt = null where l.leadId in :due and l.leadId in"
                            + " (select d.id from Lead d where d.id in :due and d.deletedAt is not null)")
                    .setParameter("due", due)
                    .executeUpdate();
        }
    }

    /**
     * Goes on with scoring all leads by a new model.
     *
     * @return true if there is more
     */
    public boolean rescore() {
        List<Rescoring> open = entities.createQuery(
                        "select r from Rescoring r where r.endedAt is null order by r.number", Rescoring.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (open.isEmpty()) {
            return false;
        }
        // an older one is overtaken by the newest, whose model is in force
        open.subList(0, open.size() - 1).forEach(overtaken -> overtaken.end(time.now()));
        Rescoring current = open.get(open.size() - 1);
        List<Long> next = entities.createQuery(
                        "select l.id from Lead l where l.id > :behind and l.deletedAt is null order by l.id",
                        Long.class)
                .setParameter("behind", current.behind())
                .setMaxResults(PORTION)
                .getResultList();
        int changed = keeper.rescore(next);
        if (!next.isEmpty()) {
            current.advance(next.get(next.size() - 1), next.size(), changed);
        }
        if (next.size() < PORTION) {
            current.end(time.now());
        }
        return true;
    }
}
