package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.StepStay;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Finds what a run is about, as far as the caller may read it: a record that is not readable has no runs either. */
@ApplicationScoped
public class RunRecords {
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    RecordTypeDescriptor type(String name) {
        return types.named(name);
    }

    /** The record of a run; NOT_FOUND if there is no such run. */
    RecordRef of(long run) {
        return entities.createQuery(
                        "select r.recordType, r.recordId from ProcessRun r where r.id = :id", Object[].class)
                .setParameter("id", run)
                .getResultStream()
                .findFirst()
                .map(row -> new RecordRef((String) row[0], (Long) row[1]))
                .orElseThrow(() -> noRun(run));
    }

    /** True if the record goes through that process now. */
    boolean underWay(long process, RecordRef ref) {
        return openRun(process, ref).isPresent();
    }

    Optional<ProcessRun> openRun(long process, RecordRef ref) {
        return entities.createQuery("select r from ProcessRun r where r.openKey = :key", ProcessRun.class)
                .setParameter("key", ProcessRun.openKey(process, ref))
                .getResultStream()
                .findFirst();
    }

    /** Runs of the record that have not ended, paused ones among them, locked; the record is locked before. */
    List<ProcessRun> lockedRuns(RecordRef ref) {
        return entities.createQuery(
                        "select r from ProcessRun r where r.recordType = :type and r.recordId = :id"
                                + " and r.endedAt is null order by r.id",
                        ProcessRun.class)
                .setParameter("type", ref.type())
                .setParameter("id", ref.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** The record, locked; NOT_FOUND if it is deleted or the caller may not read it. */
    RecordEntity locked(RecordTypeDescriptor type, long id) {
        RecordEntity entity = lockedEvenDeleted(type, id);
        if (entity.deleted()) {
            throw CrmException.notFound(new RecordRef(type.name(), id));
        }
        return entity;
    }

    /** The record, locked, also a deleted one; NOT_FOUND if the caller may not read it. */
    RecordEntity lockedEvenDeleted(RecordTypeDescriptor type, long id) {
        RecordEntity entity = type.find(entities, id, LockModeType.PESSIMISTIC_WRITE);
        if (entity == null || !RecordViews.within(access.readable(type.name()), type, entity)) {
            throw CrmException.notFound(new RecordRef(type.name(), id));
        }
        return entity;
    }

    /** Those of the records, deleted ones among them, that the caller may read; none of a type that is gone. */
    Map<Long, RecordEntity> readable(String typeName, Collection<Long> ids) {
        RecordTypeDescriptor type = types.find(typeName).orElse(null);
        if (type == null) {
            return Map.of();
        }
        Filter readable = access.readable(type.name());
        Map<Long, RecordEntity> found = new HashMap<>();
        List<Long> all = ids.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            entities
                    .createQuery("select r from " + type.from() + "r.id in :ids", type.entity())
                    .setParameter("ids", new ArrayList<>(all.subList(from, Math.min(from + AT_ONCE, all.size()))))
                    .getResultList()
                    .stream()
                    .filter(entity -> RecordViews.within(readable, type, entity))
                    .forEach(entity -> found.put(entity.getId(), entity));
        }
        return found;
    }

    /** The stay of that place of the run. */
    Optional<StepStay> stay(long run, int place) {
        return entities.createQuery(
                        "select s from StepStay s where s.runId = :run and s.place = :place", StepStay.class)
                .setParameter("run", run)
                .setParameter("place", place)
                .getResultStream()
                .findFirst();
    }

    /** Name of a colleague. */
    String person(long user) {
        return views.names(List.of(user)).getOrDefault(user, "");
    }

    static CrmException noRun(long run) {
        return CrmException.notFound(new RecordRef("process-runs", run));
    }
}
