package org.quanhe.crm.records.control;

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
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.platform.control.StartedState;

/**
 * Lets calculated values follow: behind each commit that asks for it, and within a second what another process left.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CalculationWorker {
    private static final System.Logger LOG = System.getLogger(CalculationWorker.class.getName());
    private static final int LOOKS_AT = 50;

    @Inject
    private CalculationQueue queue;

    @Inject
    private CalculationSteps steps;

    @Inject
    private MetadataActivation activation;

    @Inject
    private StartedState state;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final AtomicBoolean working = new AtomicBoolean();
    /** Somebody committed work while the last of it was being done. */
    private final AtomicBoolean again = new AtomicBoolean();

    @PostConstruct
    void begin() {
        queue.wakes(this::wake);
        pulse.whenWaiting(
                "select 1 from outbox where topic in ('" + CalculationQueue.CHANGED + "', '"
                        + CalculationQueue.PUBLISHED + "') fetch first 1 row only",
                this::look);
    }

    private void wake() {
        again.set(true);
        if (!working.get()) {
            try {
                executor.submit(this::drain);
            } catch (RejectedExecutionException stopping) {
                // the rows wait for the next start
                LOG.log(Level.DEBUG, "calculated values follow later", stopping);
            }
        }
    }

    private void look() {
        if (state.started()) {
            drain();
        }
    }

    private void drain() {
        while (working.compareAndSet(false, true)) {
            try {
                again.set(false);
                // a row may ask for what another process has just published
                activation.catchUp();
                List<Long> rows = steps.waiting(LOOKS_AT);
                while (!rows.isEmpty() && work(rows)) {
                    rows = steps.waiting(LOOKS_AT);
                }
            } catch (RuntimeException unavailable) {
                LOG.log(Level.WARNING, "calculated values are behind", unavailable);
            } finally {
                working.set(false);
            }
            if (!again.get()) {
                return;
            }
        }
    }

    /** False if nothing more can be done for the moment. */
    private boolean work(List<Long> rows) {
        try {
            steps.work(rows);
            return true;
        } catch (RuntimeException together) {
            // somebody may hold one of the records, or two rows together ask for too much: the oldest alone
            try {
                steps.work(rows.subList(0, 1));
                return true;
            } catch (RuntimeException alone) {
                LOG.log(Level.WARNING, "calculated values of outbox row " + rows.get(0) + " follow later", alone);
                steps.postpone(rows.get(0));
                return false;
            }
        }
    }
}
