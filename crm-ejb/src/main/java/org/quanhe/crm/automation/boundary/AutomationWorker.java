package org.quanhe.crm.automation.boundary;

import jakarta.annotation.PostConstruct;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.control.RunSignal;
import org.quanhe.crm.automation.control.RunSteps;
import org.quanhe.crm.automation.control.RunSweep;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.platform.settings.CrmSettings;

/**
 * Brings runs on: at once behind the commit that began them, and within a second whatever is due. By night it removes
 * those that ended long ago.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AutomationWorker {
    private static final System.Logger LOG = System.getLogger(AutomationWorker.class.getName());
    private static final int CHUNK = 100;
    private static final int MOST_LINES = 8;

    @Inject
    private RunSteps steps;

    @Inject
    private RunSignal signal;

    @Inject
    private RunSweep sweeping;

    @Inject
    private TimeSource time;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final Semaphore lines = new Semaphore(MOST_LINES);
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean again;
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        signal.listen(this::wake);
        pulse.whenWaiting(
                "select 1 from automation_run where state = '" + RunView.State.WAITING
                        + "' and next_at <= moment.now_at fetch first 1 row only",
                this::wake);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    /** Removes runs that ended long ago, a portion after the other. */
    @Schedule(hour = "3", minute = "27", persistent = false)
    void sweep() {
        int days = Configuration.number(CrmSettings.AUTOMATION_RUNS_DAYS);
        if (days <= 0) {
            return;
        }
        try {
            Instant before = time.now().minus(Duration.ofDays(days));
            int removed = 0;
            int portion = sweeping.portion(before);
            while (portion > 0 && !stopping) {
                removed += portion;
                portion = sweeping.portion(before);
            }
            LOG.log(Level.INFO, "{0} runs of automations that ended before {1} were removed", removed, before);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "runs of automations cannot be removed now", failed);
        }
    }

    private void wake() {
        again = true;
        if (!stopping && working.compareAndSet(false, true)) {
            executor.submit(this::work);
        }
    }

    private void work() {
        try {
            while (again && !stopping) {
                again = false;
                List<Long> woken = signal.woken();
                if (!woken.isEmpty()) {
                    steps.wake(woken);
                }
                List<Long> due = steps.due(CHUNK);
                while (!due.isEmpty() && !stopping) {
                    due.forEach(this::advance);
                    due = steps.due(CHUNK);
                }
            }
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "automations cannot be looked after now", failed);
        } finally {
            working.set(false);
        }
    }

    private void advance(long run) {
        if (stopping) {
            return;
        }
        try {
            steps.advance(run).ifPresent(this::send);
        } catch (RuntimeException failed) {
            steps.failed(run, why(run, failed));
        }
    }

    /** Beside the other runs, as long as there are not too many: a foreign server may take its time. */
    private void send(RunSteps.Outgoing outgoing) {
        if (lines.tryAcquire()) {
            executor.submit(() -> {
                try {
                    exchange(outgoing);
                } finally {
                    lines.release();
                }
                wake();
            });
        } else {
            exchange(outgoing);
        }
    }

    private void exchange(RunSteps.Outgoing outgoing) {
        try {
            steps.answered(outgoing, outgoing.parcel().send());
        } catch (RuntimeException failed) {
            // the claim ends by itself, then it is sent again
            LOG.log(Level.WARNING, "what came of run " + outgoing.run() + " could not be written down", failed);
        }
    }

    private static LocalizedMessage why(long run, RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CrmException refused) {
                return refused.violations().isEmpty()
                        ? refused.text()
                        : LocalizedMessage.of(
                                "dataquality.row.reason",
                                refused.violations().get(0).field(),
                                refused.violations().get(0).message());
            }
        }
        LOG.log(Level.WARNING, "a step of automation run " + run + " failed", failed);
        return LocalizedMessage.of("platform.error.internal");
    }
}
