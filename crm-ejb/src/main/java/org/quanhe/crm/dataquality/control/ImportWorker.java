package org.quanhe.crm.dataquality.control;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quanhe.crm.dataquality.Imports.State;
import org.quanhe.crm.dataquality.entity.ImportJob;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.control.Pulse;

/**
 * Finds imports that want work and does it in the background, a few at a time. What a process left behind goes on from
 * its checkpoint: at once after a restart, on another node when the heartbeat has been silent for half a minute.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportWorker {
    private static final System.Logger LOG = System.getLogger(ImportWorker.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 2;

    @Inject
    private ImportJobs jobs;

    @Inject
    private ImportWork work;

    @Inject
    private ImportFiles files;

    @Inject
    private TimeSource time;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private Worker worker = new Worker("", "");
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean stopping;

    @PostConstruct
    void start() {
        worker = Worker.of(Configuration.home());
        pulse.whenWaiting(
                "select 1 from import_job where state in ('" + State.RUNNING + "', '" + State.UNDOING
                        + "') fetch first 1 row only",
                this::look);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }

    private void look() {
        if (!stopping && looking.compareAndSet(false, true)) {
            lookAfter();
        }
    }

    private void lookAfter() {
        try {
            jobs.beat(running, worker);
            wake();
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "imports cannot be looked after now", failed);
        } finally {
            looking.set(false);
        }
    }

    @Schedule(hour = "3", minute = "17", persistent = false)
    void sweep() {
        files.sweep(time.now());
    }

    /** Takes what wants work, as far as there is room for it. */
    public void wake() {
        for (Long id : jobs.open()) {
            if (!stopping && running.size() < AT_ONCE && running.add(id)) {
                try {
                    jobs.claim(id, worker, PATIENCE).ifPresentOrElse(this::submit, () -> running.remove(id));
                } catch (RuntimeException failed) {
                    running.remove(id);
                    throw failed;
                }
            }
        }
    }

    private void submit(ImportJob job) {
        executor.submit(() -> {
            try {
                work.goOn(job, worker, executor, () -> stopping);
            } finally {
                running.remove(job.id());
            }
        });
    }
}
