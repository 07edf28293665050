package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Set;

/** Whether the index knows yet what the database does: who goes through records by the index asks first. */
@ApplicationScoped
public class IndexBacklog {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private IndexKeeper keeper;

    /** True if the index holds everything that was written up to that moment. */
    public boolean settledUpTo(Instant moment) {
        Set<Long> applied = keeper.appliedRows();
        return entities
                .createQuery(
                        "select o.id from OutboxRow o where o.topic = :topic and o.createdAt <= :moment", Long.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .setParameter("moment", moment)
                .getResultList()
                .stream()
                .allMatch(applied::contains);
    }
}
