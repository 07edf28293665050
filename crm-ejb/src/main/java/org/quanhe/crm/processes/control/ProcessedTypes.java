package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Record types that processes were published for; at most a second old where another process of the server published
 * one. Deleting a hundred thousand records of another type then asks nothing about runs.
 */
@ApplicationScoped
public class ProcessedTypes {
    private static final long OLD_NANOS = TimeUnit.SECONDS.toNanos(1);

    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    private volatile Known known = new Known(Set.of(), 0, false);

    private record Known(Set<String> types, long readAt, boolean read) {}

    boolean contain(String type) {
        Known current = known;
        if (!current.read() || System.nanoTime() - current.readAt() > OLD_NANOS) {
            current = read();
            known = current;
        }
        return current.types().contains(type);
    }

    /** The next question reads anew. */
    public void forget() {
        known = new Known(Set.of(), 0, false);
    }

    private Known read() {
        long now = System.nanoTime();
        EntityManager entities = factory.createEntityManager();
        try {
            return new Known(
                    Set.copyOf(entities.createQuery(
                                    "select distinct p.recordType from BusinessProcess p where p.published > 0",
                                    String.class)
                            .getResultList()),
                    now,
                    true);
        } finally {
            entities.close();
        }
    }
}
