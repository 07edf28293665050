package org.quanhe.crm.records.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.entity.OutboxRow;

/** Records whose calculated values have to follow a change: a row of the outbox, written with the change. */
@ApplicationScoped
public class CalculationQueue {
    /** Topic of rows that somebody's change led to. */
    static final String CHANGED = "calculate";

    /** Topic of rows that fields led to which were published: the others are found among very many of these. */
    static final String PUBLISHED = "calculate.published";

    /** Records in one row, and so in one transaction of the worker. */
    private static final int MOST = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private TimeSource time;

    private volatile @Nullable Runnable waker;

    /** Who is told behind each commit that work waits. */
    void wakes(Runnable worker) {
        waker = worker;
    }

    /** These records of the type. */
    void add(String type, Collection<Long> ids) {
        List<Long> all = new ArrayList<>(new LinkedHashSet<>(ids));
        for (int from = 0; from < all.size(); from += MOST) {
            put(type, CalculationTask.these(all.subList(from, Math.min(from + MOST, all.size())), Origin.current()));
        }
    }

    /** All records of the type that point to the target by that field, or over two as {@code order.customer}. */
    void addPointing(String type, String relation, long target) {
        put(type, CalculationTask.pointing(relation, List.of(target), Origin.current()));
    }

    /** All records of the types, one type behind the other. */
    void addAll(Set<String> names) {
        names.forEach(type -> put(type, CalculationTask.everything()));
    }

    static OutboxRow row(String type, CalculationTask task, Instant at) {
        return new OutboxRow(task.origin().published() ? PUBLISHED : CHANGED, type, task.written(), at);
    }

    private void put(String type, CalculationTask task) {
        entities.persist(row(type, task, time.now()));
        Runnable worker = waker;
        if (worker != null) {
            afterCommit.run(worker);
        }
    }
}
