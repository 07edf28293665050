package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;

/** Tells whether what was committed can be found by now. */
@ApplicationScoped
public class IndexVisibility {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private IndexKeeper keeper;

    /** The newest outbox row whose changes are not in the index yet, 0 if there is none. */
    public long newestWaiting() {
        return waiting(Long.MAX_VALUE).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** True if no change up to that outbox row is waiting to be applied. */
    public boolean visible(long row) {
        return waiting(row).isEmpty();
    }

    private List<Long> waiting(long upTo) {
        // first the rows, then what is known of them: in the other order a row could be applied in between
        List<Long> rows = entities.createQuery(
                        "select o.id from OutboxRow o where o.topic = :topic and o.id <= :row", Long.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .setParameter("row", upTo)
                .getResultList();
        Set<Long> applied = keeper.appliedRows();
        return rows.stream().filter(row -> !applied.contains(row)).toList();
    }
}
