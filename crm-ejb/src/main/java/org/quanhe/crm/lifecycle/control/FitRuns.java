package org.quanhe.crm.lifecycle.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.IdealCustomerView;
import org.quanhe.crm.lifecycle.entity.FitRun;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;

/** Begins runs over all records, and tells how far the last one is. */
@ApplicationScoped
public class FitRuns {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private StagedTypes types;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    private volatile @Nullable Runnable waker;

    /** Who is told behind the commit that a run wants work. */
    void wakes(Runnable worker) {
        waker = worker;
    }

    /** Begins a run; CONFLICT while one goes on. */
    public void begin() {
        FitRun run = entities.find(FitRun.class, FitRun.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            run = new FitRun();
            entities.persist(run);
        } else if (!run.ended()) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("lifecycle.error.runs", run.done(), run.total()));
        }
        List<RecordTypeDescriptor> all = types.all();
        long total = all.stream().mapToLong(this::count).sum();
        run.begin(all.get(0).name(), total, time.now(), access.caller().id());
        entities.flush();
        Runnable worker = waker;
        if (worker != null) {
            afterCommit.run(worker);
        }
    }

    private long count(RecordTypeDescriptor type) {
        return entities.createQuery("select count(r) from " + type.from() + "r.deletedAt is null", Long.class)
                .getSingleResult();
    }

    /** How far the last run is, null before the first. */
    public IdealCustomerView.@Nullable Run last() {
        FitRun run = entities.find(FitRun.class, FitRun.ONLY);
        return run == null
                ? null
                : new IdealCustomerView.Run(
                        run.startedAt(),
                        views.names(List.of(run.startedBy())).getOrDefault(run.startedBy(), ""),
                        run.total(),
                        run.done(),
                        run.changed(),
                        run.endedAt());
    }
}
