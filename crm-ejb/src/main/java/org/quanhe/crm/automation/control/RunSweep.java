package org.quanhe.crm.automation.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.automation.RunView;

/** Removes runs that ended long ago, with their traces; one that waits or is under way has not ended. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunSweep {
    private static final int PORTION = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /**
     * Removes a portion of those that ended before that moment, in a transaction of its own.
     *
     * @return how many there were; with none, nothing is left to remove
     */
    public int portion(Instant before) {
        List<Long> ended = entities.createQuery(
                        "select r.id from AutomationRun r where r.endedAt < :before order by r.endedAt", Long.class)
                .setParameter("before", before)
                .setMaxResults(PORTION)
                .getResultList();
        if (ended.isEmpty()) {
            return 0;
        }
        // asked again: somebody may let one of them try once more in between
        return entities.createQuery("delete from AutomationRun r where r.id in :ids and r.endedAt < :before"
                        + " and r.state <> :waiting")
                .setParameter("ids", ended)
                .setParameter("before", before)
                .setParameter("waiting", RunView.State.WAITING)
                .executeUpdate();
    }
}
