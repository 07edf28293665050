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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.control.Pulse;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.IndexWork;

/**
 * Keeps the index equal to the database: drains the outbox, makes the index safe, rebuilds it where it does not fit or
 * is damaged, and holds it against the database every night.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IndexWorker {
    private static final System.Logger LOG = System.getLogger(IndexWorker.class.getName());
    private static final int ROWS = 20;
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(1);

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private IndexSource source;

    @Inject
    private IndexCondition condition;

    @Inject
    private IndexWorks works;

    @Inject
    private Pulse pulse;

    @Resource
    private ManagedExecutorService executor;

    private volatile long settledAt = System.nanoTime();
    private volatile long failedAt = System.nanoTime() - RETRY_NANOS;
    /** Rows that nobody applied may be there. */
    private volatile boolean waiting = true;

    private final AtomicBoolean draining = new AtomicBoolean();

    /** Not yet held against the number of records since the start. */
    private volatile boolean unchecked = true;

    /** A rebuild that is to follow the work under way: that may have passed records in an older shape. */
    private @Nullable Runnable following;

    @PostConstruct
    void start() {
        try {
            drain();
            check();
            executor.submit(this::verify);
        } catch (RuntimeException unavailable) {
            condition.failed(unavailable);
        }
        // not before: a look beside this one would find the same need, and let a second rebuild follow the first
        pulse.whenWaiting(
                "select 1 from outbox where topic = '" + IndexFeed.TOPIC + "' fetch first 1 row only",
                this::tickForRows);
        pulse.always(this::tick);
    }

    /**
     * Begins a rebuild if the index needs one. Numbers that differ after a start show a lost or foreign index; versions
     * are compared by night.
     */
    private void check() {
        if (works.underWay() != null || System.nanoTime() - failedAt < RETRY_NANOS) {
            return;
        }
        Optional<IndexReason> need = need();
        if (need.isEmpty() && unchecked && engine.get().documents() != works.records()) {
            need = Optional.of(IndexReason.DIFFERENCE);
        }
        unchecked = false;
        need.ifPresent(reason -> rebuild(reason, 0, ""));
    }

    private Optional<IndexReason> need() {
        return engine.get().need();
    }

    private void verify() {
        try {
            engine.get().verify();
        } catch (RuntimeException damaged) {
            LOG.log(Level.WARNING, "the index cannot be read whole: {0}", damaged.getMessage());
        }
    }

    private void tickForRows() {
        waiting = true;
        tick();
    }

    /** Once a second: what nobody applied, the rows of what is safe by now, and what the index needs. */
    private void tick() {
        if (draining.compareAndSet(false, true)) {
            try {
                drain();
                check();
                engine.get().rest();
            } catch (RuntimeException unavailable) {
                condition.failed(unavailable);
            } finally {
                draining.set(false);
            }
        }
    }

    /** Every file is read and every record compared. */
    @Schedule(hour = "3", minute = "47", persistent = false)
    void night() {
        executor.submit(() -> {
            verify();
            if (need().isEmpty()) {
                reconcile(IndexReason.NIGHT, 0, "");
            }
        });
    }

    private void drain() {
        boolean settled = due() && settle();
        boolean told = waiting;
        waiting = false;
        List<IndexSource.Pending> pending = told ? source.pending(ROWS, keeper.caredFor()) : List.of();
        while (!pending.isEmpty()) {
            for (IndexSource.Pending row : pending) {
                keeper.apply(row.changes());
                keeper.markApplied(row.row());
            }
            pending = source.pending(ROWS, keeper.caredFor());
        }
        if (settled) {
            condition.caughtUp();
        }
    }

    private boolean settle() {
        List<Long> settled = keeper.settle();
        source.remove(settled);
        keeper.forget(settled);
        return true;
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

    /** What is done to the index now, null if nothing is. */
    public @Nullable IndexWork underWay() {
        return works.underWay();
    }

    /**
     * Starts a rebuild in the background; it follows what is under way.
     *
     * @param by number of who asked for it, 0 where nobody did
     */
    public synchronized void rebuild(IndexReason reason, long by, String byName) {
        IndexTask task = works.begin(IndexWork.Kind.REBUILD, reason, by, byName);
        if (task == null) {
            following = () -> rebuild(reason, by, byName);
        } else {
            following = null;
            submit(task);
        }
    }

    /** Starts a comparison in the background; returns false while other work is under way. */
    public boolean reconcile(IndexReason reason, long by, String byName) {
        IndexTask task = works.begin(IndexWork.Kind.COMPARISON, reason, by, byName);
        if (task != null) {
            submit(task);
        }
        return task != null;
    }

    private void submit(IndexTask task) {
        executor.submit(() -> {
            if (!works.run(task)) {
                failedAt = System.nanoTime();
                unchecked = true;
            }
            follow();
        });
    }

    private synchronized void follow() {
        Runnable next = following;
        if (next != null) {
            next.run();
        }
    }
}
