package org.quanhe.crm.lifecycle.control;

import jakarta.annotation.PostConstruct;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.platform.control.StartedState;

/** Does runs over all records in the background: behind the commit that begins one, and what a crash left behind. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FitWorker {
    private static final System.Logger LOG = System.getLogger(FitWorker.class.getName());

    @Inject
    private FitRuns runs;

    @Inject
    private FitSteps steps;

    @Inject
    private StartedState state;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();

    @PostConstruct
    void begin() {
        runs.wakes(this::wake);
        pulse.whenWaiting("select 1 from fit_run where ended_at is null fetch first 1 row only", this::look);
    }

    private void wake() {
        try {
            executor.submit(this::work);
        } catch (RejectedExecutionException stopping) {
            LOG.log(Level.DEBUG, "the run goes on with the next start", stopping);
        }
    }

    private void look() {
        if (state.started() && !working.get()) {
            work();
        }
    }

    private void work() {
        if (working.compareAndSet(false, true)) {
            try {
                boolean more = steps.waiting();
                while (more) {
                    more = steps.step();
                }
            } catch (RuntimeException unavailable) {
                LOG.log(Level.WARNING, "the run over all records goes on later", unavailable);
            } finally {
                working.set(false);
            }
        }
    }
}
