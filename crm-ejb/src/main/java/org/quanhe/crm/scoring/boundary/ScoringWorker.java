package org.quanhe.crm.scoring.boundary;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.scoring.control.ScoringSignal;
import org.quanhe.crm.scoring.control.ScoringSteps;

/** Keeps scores true as time passes and models change, within a second. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScoringWorker {
    private static final System.Logger LOG = System.getLogger(ScoringWorker.class.getName());

    @Inject
    private ScoringSteps steps;

    @Inject
    private ScoringSignal signal;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean stopping;

    @PostConstruct
    void begin() {
        signal.wake(this::look);
        pulse.whenWaiting("select 1 from rescoring where ended_at is null fetch first 1 row only", this::look);
        pulse.whenWaiting(
                "select 1 from score_ledger where due_at <= moment.now_at fetch first 1 row only", this::look);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        signal.stop();
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
            whileMore(steps::rescore);
            whileMore(steps::fade);
        } catch (RuntimeException failed) {
            // the rows say how far it is: the next look goes on from there
            LOG.log(Level.WARNING, "scores cannot be worked out now", failed);
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
