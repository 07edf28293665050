package org.quanhe.crm.lifecycle.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.quanhe.crm.lifecycle.entity.FitRun;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.entity.RecordEntity;

/** Holds a chunk of records against the profile, with the note of how far the run is: a crash repeats nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FitSteps {
    private static final int CHUNK = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private StagedTypes types;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private TimeSource time;

    /** True if a run wants work. */
    public boolean waiting() {
        FitRun run = entities.find(FitRun.class, FitRun.ONLY);
        return run != null && !run.ended();
    }

    /** Does a chunk; false if nothing is left to do. */
    public boolean step() {
        FitRun run = entities.find(FitRun.class, FitRun.ONLY, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.ended()) {
            return false;
        }
        List<RecordTypeDescriptor> all = types.all();
        List<String> names = all.stream().map(RecordTypeDescriptor::name).toList();
        int at = Math.max(0, names.indexOf(run.recordType()));
        List<? extends RecordEntity> records = next(all.get(at), run.behind());
        if (!records.isEmpty()) {
            int changed = verbs.followAll(names.get(at), records, record -> {});
            run.goOn(records.get(records.size() - 1).getId(), records.size(), changed);
        } else if (at + 1 < all.size()) {
            run.goOnWith(names.get(at + 1));
        } else {
            run.end(time.now());
        }
        return !run.ended();
    }

    /** Chosen first, locked then: a database does not lock what it only counts off. */
    private List<? extends RecordEntity> next(RecordTypeDescriptor type, long behind) {
        List<Long> ids = entities.createQuery(
                        "select r.id from " + type.from() + "r.id > :behind and r.deletedAt is null order by r.id",
                        Long.class)
                .setParameter("behind", behind)
                .setMaxResults(CHUNK)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select r from " + type.from() + "r.id in :ids order by r.id", type.entity())
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }
}
