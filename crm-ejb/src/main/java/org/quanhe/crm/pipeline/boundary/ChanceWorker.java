package org.quanhe.crm.pipeline.boundary;

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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.quanhe.crm.pipeline.control.chance.ChanceSteps;
import org.quanhe.crm.platform.control.Pulse;

/**
 * Learns from closed opportunities every night and when somebody asks, and keeps the chances of open ones true within a
 * second.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChanceWorker {
    private static final System.Logger LOG = System.getLogger(ChanceWorker.class.getName());
    /** What goes wrong must not fill the log. */
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private ChanceSteps steps;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean asked;
    private volatile boolean nightly;
    private volatile boolean stopping;
    private volatile long failedAt = System.nanoTime() - PAUSE_NANOS;

    @PostConstruct
    void begin() {
        pulse.always(this::lookAtNight);
        pulse.whenWaiting(
                "select 1 from chance_model where asked_at is not null or behind is not null fetch first 1 row only",
                this::look);
        pulse.whenWaiting(
                "select 1 from opportunity_chance where due_at <= moment.now_at fetch first 1 row only", this::look);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "2", minute = "17", persistent = false)
    void night() {
        nightly = true;
    }

    private void lookAtNight() {
        if (!asked || nightly) {
            look();
        }
    }

    private void look() {
        boolean paused = System.nanoTime() - failedAt < PAUSE_NANOS;
        if (!stopping && !paused && working.compareAndSet(false, true)) {
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
            if (!asked || nightly) {
                boolean all = nightly;
                nightly = false;
                steps.ask(all);
                asked = true;
            }
            whileMore(steps::learn);
            whileMore(steps::follow);
            whileMore(steps::refresh);
        } catch (RuntimeException failed) {
            // the rows say how far it is: a later look goes on from there
            failedAt = System.nanoTime();
            LOG.log(Level.WARNING, "chances of winning cannot be worked out now", failed);
        } finally {
            working.set(false);
        }
    }

    private void whileMore(BooleanSupplier step) {
        boolean more = true;
        while (more && !stopping) {
            more = step.getAsBoolean();
        }
    }
}
