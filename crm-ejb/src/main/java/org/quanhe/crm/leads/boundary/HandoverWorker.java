package org.quanhe.crm.leads.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.quanhe.crm.leads.control.HandoverSteps;
import org.quanhe.crm.platform.control.Pulse;

/** Asks sales within a second about leads that are ready, and a superior where nobody answered in time. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HandoverWorker {
    private static final System.Logger LOG = System.getLogger(HandoverWorker.class.getName());
    /** A lead for which nobody can be found must not fill the log. */
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private HandoverSteps steps;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<Long, Long> failedAt = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @PostConstruct
    void begin() {
        pulse.whenWaiting(
                "select 1 from lead where ready_at is not null and deleted_at is null"
                        + " and status not in ('awaiting', 'accepted', 'converted') fetch first 1 row only",
                this::look);
        pulse.whenWaiting(
                "select 1 from handover where due_at <= moment.now_at and state = 'open' fetch first 1 row only",
                this::look);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void look() {
        if (!stopping && working.compareAndSet(false, true)) {
            try {
                executor.submit(this::work);
            } catch (RuntimeException refused) {
                working.set(false);
                throw refused;
            }
        }
    }

    private void work() {
        try {
            failedAt.values().removeIf(at -> System.nanoTime() - at > PAUSE_NANOS);
            each(steps.ready(), steps::ask);
            each(steps.overdue(), steps::escalate);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "leads cannot be looked at now", failed);
        } finally {
            working.set(false);
        }
    }

    private void each(List<Long> leads, LongConsumer step) {
        for (long lead : leads) {
            if (!stopping && !failedAt.containsKey(lead)) {
                try {
                    step.accept(lead);
                } catch (RuntimeException failed) {
                    failedAt.put(lead, System.nanoTime());
                    LOG.log(Level.WARNING, "lead " + lead + " cannot go on its way now", failed);
                }
            }
        }
    }
}
