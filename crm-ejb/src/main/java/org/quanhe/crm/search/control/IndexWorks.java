package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.search.IndexReason;
import org.quanhe.crm.search.IndexReport.Difference;
import org.quanhe.crm.search.IndexWork;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;

/**
 * The two works that go through all records, one at a time: building the index anew, holding it against the database.
 */
@ApplicationScoped
class IndexWorks {
    private static final System.Logger LOG = System.getLogger(IndexWorks.class.getName());
    private static final int CHUNK = 500;

    @Inject
    private SearchEngine engine;

    @Inject
    private IndexSource source;

    @Inject
    private IndexReconciler reconciler;

    @Inject
    private IndexDiary diary;

    @Inject
    private RecordTypes types;

    @Inject
    private TimeSource time;

    private final AtomicReference<@Nullable IndexTask> underWay = new AtomicReference<>();
    private final AtomicLong done = new AtomicLong();
    private volatile long total = 1;

    /** Takes the place of the one work under way; null if it is taken. */
    @Nullable
    IndexTask begin(IndexWork.Kind kind, IndexReason reason, long by, String byName) {
        IndexTask task = new IndexTask(kind, reason, by, byName, time.now());
        if (!underWay.compareAndSet(null, task)) {
            return null;
        }
        done.set(0);
        total = 1;
        return task;
    }

    /** What is under way, null if nothing is. */
    @Nullable
    IndexWork underWay() {
        IndexTask task = underWay.get();
        return task == null
                ? null
                : new IndexWork(task.kind(), task.reason(), task.byName(), task.since(), done.get(), total);
    }

    /** Does what was begun; returns false if it failed. */
    boolean run(IndexTask task) {
        List<Difference> differences = new ArrayList<>();
        boolean well = false;
        try {
            total = Math.max(1, records());
            if (task.kind() == IndexWork.Kind.REBUILD) {
                rebuild();
            } else {
                compare(differences);
            }
            well = true;
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "the index: " + task.kind() + " failed", failed);
        } finally {
            // in this order: who sees that nothing is under way any more finds the report
            note(task, well, differences);
            underWay.set(null);
        }
        return well;
    }

    private void note(IndexTask task, boolean well, List<Difference> differences) {
        LOG.log(Level.INFO, "the index: {0} ({1}) of {2} records, {3}", task.kind(), task.reason(), done, differences);
        try {
            diary.note(task, well, done.get(), differences);
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "what was done to the index cannot be noted", unwritten);
        }
    }

    /** How many records the index should have. */
    long records() {
        return types.all().stream()
                .mapToLong(type -> source.records(type.name()))
                .sum();
    }

    private void rebuild() {
        try (SearchBackend.Rebuild rebuild = engine.get().rebuild()) {
            for (RecordTypeDescriptor type : types.all()) {
                long behind = Long.MIN_VALUE;
                List<IndexDocument> documents = source.documents(type.name(), behind, CHUNK);
                while (!documents.isEmpty()) {
                    rebuild.add(documents);
                    done.addAndGet(documents.size());
                    behind = documents.get(documents.size() - 1).ref().id();
                    documents = source.documents(type.name(), behind, CHUNK);
                }
            }
            rebuild.publish();
        }
    }

    private void compare(List<Difference> differences) {
        for (RecordTypeDescriptor type : types.all()) {
            differences.addAll(reconciler.reconcile(type.name(), done::addAndGet));
        }
        if (!differences.isEmpty()) {
            engine.get().commit();
        }
    }
}
