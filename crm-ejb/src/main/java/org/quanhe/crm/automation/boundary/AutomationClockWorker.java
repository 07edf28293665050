package org.quanhe.crm.automation.boundary;

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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.automation.control.ClockSteps;
import org.quanhe.crm.platform.control.Pulse;

/** Looks once a second, where any automation is active, which ones time has set off, and begins their runs. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AutomationClockWorker {
    private static final System.Logger LOG = System.getLogger(AutomationClockWorker.class.getName());
    /** One that cannot be swept, because its author is gone or the index is, must not fill the log. */
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private ClockSteps steps;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<Long, Long> failedAt = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @PostConstruct
    void begin() {
        pulse.whenWaiting("select 1 from automation where active = true fetch first 1 row only", this::look);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void look() {
        if (!stopping && working.compareAndSet(false, true)) {
            executor.submit(this::work);
        }
    }

    private void work() {
        try {
            failedAt.values().removeIf(at -> System.nanoTime() - at > PAUSE_NANOS);
            for (long automation : steps.due()) {
                if (!failedAt.containsKey(automation)) {
                    sweep(automation);
                }
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "the times of automations cannot be looked at now", failed);
        } finally {
            working.set(false);
        }
    }

    private void sweep(long automation) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = steps.sweep(automation);
            }
        } catch (RuntimeException failed) {
            failedAt.put(automation, System.nanoTime());
            LOG.log(Level.WARNING, "automation " + automation + " is due and cannot be begun now", failed);
        }
    }
}
