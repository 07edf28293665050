package org.quanhe.crm.search.control;

import jakarta.annotation.PostConstruct;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;

/**
 * Keeps the index equal to the database: drains the outbox, makes the index safe, rebuilds it where it does not fit.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexWorker {
    private static final System.Logger LOG = System.getLogger(IndexWorker.class.getName());
    private static final int CHUNK = 500;
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(3);

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private IndexSource source;

    @Inject
    private RecordTypes types;

    @Resource
    private ManagedExecutorService executor;

    private volatile long settledAt = System.nanoTime();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    /** Somebody asked for a rebuild while one was under way: it may have passed records in an older shape. */
    private final AtomicBoolean again = new AtomicBoolean();

    private final AtomicInteger percent = new AtomicInteger(-1);

    @PostConstruct
    void start() {
        try {
            drain();
            if (!engine.get().fits() || differs()) {
                rebuild();
            }
        } catch (RuntimeException unavailable) {
            LOG.log(Level.WARNING, "index is not ready yet", unavailable);
        }
    }

    /** Numbers that differ show a lost or foreign index; the versions are compared by the nightly reconciliation. */
    private boolean differs() {
        long records = types.all().stream()
                .mapToLong(type -> source.records(type.name()))
                .sum();
        return engine.get().documents() != records;
    }

    /** Once a second: what nobody applied, and the rows of what is safe by now. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void tick() {
        if (draining.compareAndSet(false, true)) {
            try {
                drain();
            } catch (CrmException unavailable) {
                LOG.log(Level.WARNING, "index is behind: {0}", unavailable.getMessage());
            } finally {
                draining.set(false);
            }
        }
    }

    private void drain() {
        List<Long> settled = due() ? keeper.settle() : List.of();
        if (!settled.isEmpty()) {
            source.remove(settled);
            keeper.forget(settled);
        }
        List<IndexSource.Pending> pending = source.pending(20, keeper.caredFor());
        while (!pending.isEmpty()) {
            for (IndexSource.Pending row : pending) {
                keeper.apply(row.changes());
                keeper.markApplied(row.row());
            }
            pending = source.pending(20, keeper.caredFor());
        }
    }

    /** A commit costs a segment, and its merging later: under an import the rows of several seconds share one. */
    private boolean due() {
        long now = System.nanoTime();
        boolean due = now - settledAt >= SETTLE_NANOS;
        settledAt = due ? now : settledAt;
        return due;
    }

    public long waiting() {
        return source.waiting();
    }

    /** Percent of the rebuild under way, -1 if none is. */
    public int percent() {
        return percent.get();
    }

    /** Starts a rebuild in the background; one that is under way is followed by another. */
    public void rebuild() {
        if (rebuilding.compareAndSet(false, true)) {
            percent.set(0);
            executor.submit(this::rebuildNow);
        } else {
            again.set(true);
        }
    }

    private void rebuildNow() {
        long total = Math.max(
                1,
                types.all().stream()
                        .mapToLong(type -> source.records(type.name()))
                        .sum());
        long done = 0;
        SearchBackend backend = engine.get();
        try (SearchBackend.Rebuild rebuild = backend.rebuild()) {
            for (RecordTypeDescriptor type : types.all()) {
                long behind = 0;
                List<IndexDocument> documents = source.documents(type.name(), behind, CHUNK);
                while (!documents.isEmpty()) {
                    rebuild.add(documents);
                    done += documents.size();
                    percent.set((int) Math.min(99, done * 100 / total));
                    behind = documents.get(documents.size() - 1).ref().id();
                    documents = source.documents(type.name(), behind, CHUNK);
                }
            }
            rebuild.publish();
            LOG.log(Level.INFO, "index rebuilt, {0} records", done);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "the index could not be rebuilt", failed);
        } finally {
            percent.set(-1);
            rebuilding.set(false);
            if (again.getAndSet(false)) {
                rebuild();
            }
        }
    }
}
