package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Duration;
import java.util.Set;
import org.quanhe.crm.platform.control.BrieflyKnown;

/**
 * Record types that processes were published for; at most a second old where another process of the server published
 * one. Deleting a hundred thousand records of another type then asks nothing about runs.
 */
@ApplicationScoped
public class ProcessedTypes {
    @PersistenceUnit(unitName = "crm")
    private EntityManagerFactory factory;

    private final BrieflyKnown<Set<String>> known = new BrieflyKnown<>(Duration.ofSeconds(1));

    boolean contain(String type) {
        return known.get(this::read).contains(type);
    }

    /** The next question reads anew. */
    public void forget() {
        known.forget();
    }

    private Set<String> read() {
        EntityManager entities = factory.createEntityManager();
        try {
            return Set.copyOf(entities.createQuery(
                            "select distinct p.recordType from BusinessProcess p where p.published > 0", String.class)
                    .getResultList());
        } finally {
            entities.close();
        }
    }
}
