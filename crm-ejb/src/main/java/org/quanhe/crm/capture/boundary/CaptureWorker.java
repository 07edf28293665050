package org.quanhe.crm.capture.boundary;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.capture.control.CaptureSweep;
import org.quanhe.crm.capture.control.PersonKeySteps;

/** Writes the keys of people who were known before keys were kept, and forgets what is too old. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaptureWorker {
    private static final System.Logger LOG = System.getLogger(CaptureWorker.class.getName());

    @Inject
    private PersonKeySteps keys;

    @Inject
    private CaptureSweep sweep;

    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean written;
    private volatile boolean stopping;

    @PreDestroy
    void stop() {
        stopping = true;
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void writeKeys() {
        if (!written && working.compareAndSet(false, true)) {
            try {
                boolean more = true;
                while (more && !stopping) {
                    more = keys.goOn();
                }
                written = !more;
            } catch (RuntimeException failed) {
                // the rows say how far it is: the next look goes on from there
                LOG.log(Level.WARNING, "people cannot be made known now", failed);
            } finally {
                working.set(false);
            }
        }
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forget() {
        sweep.forget();
    }
}
