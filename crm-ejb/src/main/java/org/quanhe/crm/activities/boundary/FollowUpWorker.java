package org.quanhe.crm.activities.boundary;

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
import org.quanhe.crm.activities.control.CadenceSteps;
import org.quanhe.crm.activities.control.ReminderSteps;
import org.quanhe.crm.activities.control.SeriesSteps;
import org.quanhe.crm.platform.control.Pulse;

/** Reminds within a second, lets series go on, and now and then makes the tasks of cadences. */
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

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private final Map<String, Long> failedAt = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    @PostConstruct
    void begin() {
        pulse.whenWaiting(
                "select 1 from activity_reminder where told_at is null and due_at <= moment.now_at"
                        + " fetch first 1 row only",
                this::look);
        pulse.whenWaiting(
                "select 1 from activity_series s where s.ended_at is null and not exists (select 1 from activity a"
                        + " where a.series_id = s.id and a.deleted_at is null and a.done = false"
                        + " and a.starts_at > moment.now_at) fetch first 1 row only",
                this::look);
        pulse.whenWaiting(
                "select 1 from cadence where swept_at is null or swept_at < moment.now_at - interval '"
                        + CadenceSteps.PAUSE.toMinutes() + "' minute"
                        + " fetch first 1 row only",
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
