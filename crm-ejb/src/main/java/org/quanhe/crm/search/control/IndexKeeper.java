package org.quanhe.crm.search.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.SearchUnavailable;

/**
 * Applies changes to the index and remembers which outbox rows that settles. A row is removed only behind a commit of
 * the index: a crash repeats work, it never loses any.
 */
@ApplicationScoped
public class IndexKeeper {
    private static final System.Logger LOG = System.getLogger(IndexKeeper.class.getName());

    /** One in work; the next waits for it with its job. */
    private static final int LOTS_BESIDE = 1;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexCondition condition;

    /**
     * Works by {@link #applyBeside}. A thread of our own, as the index has for its merges: the container's executor
     * would take the invocation along in whose commit it is called, and lose count of it.
     */
    private final ExecutorService hand = Executors.newSingleThreadExecutor(IndexKeeper::thread);

    /** Lots on their way by {@link #applyBeside}. */
    private final Semaphore beside = new Semaphore(LOTS_BESIDE);

    /** Rows whose changes are in the index, but not yet safe on disk. */
    private final Set<Long> applied = ConcurrentHashMap.newKeySet();

    /** Rows that the thread which writes them is about to apply: the worker would do the same work a second time. */
    private final Set<Long> expected = ConcurrentHashMap.newKeySet();

    /** The last generation that each user's own saves are in, by sign-in name. */
    private final Map<String, Long> generations = new ConcurrentHashMap<>();

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "index-hand");
        thread.setDaemon(true);
        thread.setContextClassLoader(IndexKeeper.class.getClassLoader());
        return thread;
    }

    /** What has not been applied by then stays in the outbox. */
    @PreDestroy
    void stop() {
        hand.shutdown();
    }

    /** Applies what the current thread has just committed. Never throws: the save stands, the outbox repairs. */
    void applyOwn(String username, long row, List<IndexChange> changes) {
        try {
            generations.merge(username, apply(changes), Math::max);
            applied.add(row);
        } catch (RuntimeException unavailable) {
            LOG.log(Level.DEBUG, "index is behind, outbox row " + row + " stays", unavailable);
            condition.failed(unavailable);
        } finally {
            expectNoMore(row);
        }
    }

    /**
     * As {@link #applyOwn}, but on another thread. Who calls faster than the index takes waits here: no more than a few
     * lots are in memory.
     */
    void applyBeside(String username, long row, List<IndexChange> changes) {
        beside.acquireUninterruptibly();
        try {
            hand.execute(() -> {
                try {
                    applyOwn(username, row, changes);
                } finally {
                    beside.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            beside.release();
            applyOwn(username, row, changes);
        }
    }

    void expect(long row) {
        expected.add(row);
    }

    void expectNoMore(long row) {
        expected.remove(row);
    }

    long apply(List<IndexChange> changes) {
        return engine.get().apply(changes);
    }

    /**
     * A search that names this generation sees everything that the user saved. Waiting for everybody's saves would make
     * each search pay for a new view of the index.
     */
    public long generationOf(String username) {
        return generations.getOrDefault(username, 0L);
    }

    /** Rows that need nobody: applied, or about to be by the thread that writes them. */
    Set<Long> caredFor() {
        Set<Long> rows = new HashSet<>(expected);
        // in this order: a row leaves the first set behind its entry into the second
        rows.addAll(applied);
        return rows;
    }

    Set<Long> appliedRows() {
        return Set.copyOf(applied);
    }

    void markApplied(long row) {
        applied.add(row);
    }

    /**
     * Makes the index safe and returns the rows that may be removed now; {@link #forget} them when they are. Throws
     * {@link SearchUnavailable} if the index cannot be made safe.
     */
    List<Long> settle() {
        List<Long> rows = new ArrayList<>(applied);
        if (rows.isEmpty()) {
            return rows;
        }
        try {
            engine.get().commit();
            return rows;
        } catch (SearchUnavailable unavailable) {
            // What the engine had not saved may be gone with its buffer: the outbox brings it again.
            applied.removeAll(rows);
            throw unavailable;
        }
    }

    void forget(List<Long> rows) {
        rows.forEach(applied::remove);
    }
}
