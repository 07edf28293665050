package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.quanhe.crm.platform.control.BrieflyKnown;
import org.quanhe.crm.platform.control.FreshReading;

/**
 * Record types that processes were published for; at most a second old where another process of the server published
 * one. Deleting a hundred thousand records of another type then asks nothing about runs.
 */
@ApplicationScoped
public class ProcessedTypes {
    @Inject
    private FreshReading fresh;

    private final BrieflyKnown<Set<String>> known = new BrieflyKnown<>(Duration.ofSeconds(1));

    boolean contain(String type) {
        return known.get(this::read).contains(type);
    }

    /** The next question reads anew. */
    public void forget() {
        known.forget();
    }

    private Set<String> read() {
        return fresh.of(entities -> Set.copyOf(entities.createQuery(
                        "select distinct p.recordType from BusinessProcess p where p.published > 0", String.class)
                .getResultList()));
    }
}
