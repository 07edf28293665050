package org.quanhe.crm.activities.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
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
import org.quanhe.crm.activities.control.CadenceSteps;
import org.quanhe.crm.activities.control.ReminderSteps;
import org.quanhe.crm.activities.control.SeriesSteps;

/** Looks once a second whom to remind, which series goes on, and now and then which cadence has tasks to make. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FollowUpWorker {
    private static final System.Logger LOG = System.getLogger(FollowUpWorker.class.getName());
    /** What cannot be done now must not fill the log. */
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private ReminderSteps reminders;

    @Inject
    private SeriesSteps series;

    @Inject
    private CadenceSteps cadences;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<String, Long> failedAt = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void look() {
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
            each("reminder", reminders.due(), reminders::remind);
            each("series", series.waiting(), series::next);
            each("cadence", cadences.waiting(), this::sweep);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "reminders cannot be looked at now", failed);
        } finally {
            working.set(false);
        }
    }

    private void sweep(long cadence) {
        for (long owner : cadences.owners(cadence)) {
            boolean more = true;
            while (more && !stopping) {
                more = cadences.make(cadence, owner);
            }
        }
    }

    private void each(String what, List<Long> numbers, LongConsumer step) {
        for (long number : numbers) {
            String key = what + " " + number;
            if (!stopping && !failedAt.containsKey(key)) {
                try {
                    step.accept(number);
                } catch (RuntimeException failed) {
                    failedAt.put(key, System.nanoTime());
                    LOG.log(Level.WARNING, key + " cannot be done now", failed);
                }
            }
        }
    }
}
