package org.quanhe.crm.records.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.entity.OutboxRow;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.search.control.IndexFeed;

/**
 * Works rows of the queue, a chunk in a transaction of its own together with the note of how far it is: a crash repeats
 * nothing and loses nothing. Working something out twice does no harm. Whoever listens is told in the same transaction,
 * and only of values that are others than before.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CalculationSteps {
    private static final int CHUNK = 200;

    /** Records that were on their way by the former model when all were worked out are there after that time. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordLinks links;

    @Inject
    private CalculatedValues calculated;

    @Inject
    private CalculationEffects effects;

    @Inject
    private RecordTrail trail;

    @Inject
    private Followers followers;

    @Inject
    private IndexFeed feed;

    @Inject
    private TimeSource time;

    /** Numbers of the rows that can be worked now, oldest first. */
    public List<Long> waiting(int most) {
        return entities
                .createQuery("select o from OutboxRow o where o.topic in :topics order by o.id", OutboxRow.class)
                .setParameter("topics", List.of(CalculationQueue.CHANGED, CalculationQueue.PUBLISHED))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .filter(this::due)
                .map(OutboxRow::id)
                .toList();
    }

    private boolean due(OutboxRow row) {
        return !CalculationTask.read(row.records()).again()
                || !time.now().isBefore(row.createdAt().plus(ON_THE_WAY));
    }

    /**
     * Works a part of the first of these rows, and with it all others of the same origin that name records of its type.
     */
    public void work(List<Long> rows) {
        OutboxRow first = entities.find(OutboxRow.class, rows.get(0), LockModeType.PESSIMISTIC_WRITE);
        if (first == null) {
            return;
        }
        RecordTypeDescriptor type = types.find(first.recordType()).orElse(null);
        CalculationTask task = CalculationTask.read(first.records());
        if (type == null) {
            entities.remove(first);
        } else if (task.plain()) {
            Set<Long> ids = new LinkedHashSet<>(task.ids());
            entities.remove(first);
            for (Long number : rows.subList(1, rows.size())) {
                OutboxRow other = entities.find(OutboxRow.class, number, LockModeType.PESSIMISTIC_WRITE);
                CalculationTask its = other == null ? task : CalculationTask.read(other.records());
                boolean joins = other != null
                        && other.recordType().equals(type.name())
                        && its.plain()
                        && its.origin().equals(task.origin());
                if (joins && ids.size() + its.ids().size() <= CHUNK) {
                    ids.addAll(its.ids());
                    entities.remove(other);
                }
            }
            List<? extends RecordEntity> records = locked(type, ids);
            task.origin().leads(() -> workOut(type, records, false));
        } else {
            step(type, first, task);
        }
    }

    private void step(RecordTypeDescriptor type, OutboxRow row, CalculationTask task) {
        List<Long> next = task.all()
                ? entities.createQuery(
                                "select r.id from " + type.from()
                                        + "r.id > :behind and r.deletedAt is null order by r.id",
                                Long.class)
                        .setParameter("behind", task.behind())
                        .setMaxResults(CHUNK)
                        .getResultList()
                : links.leads(type, task.relation())
                        ? links.pointing(type.name(), task.relation(), task.ids(), task.behind(), CHUNK).stream()
                                .map(RecordEntity::getId)
                                .toList()
                        : List.of();
        List<? extends RecordEntity> records = locked(type, next);
        task.origin().leads(() -> workOut(type, records, task.all()));
        if (next.size() == CHUNK) {
            row.leave(task.behind(next.get(CHUNK - 1)).written());
        } else if (task.all() && !task.again()) {
            row.leave(task.secondTime().written());
        } else {
            entities.remove(row);
        }
    }

    private List<? extends RecordEntity> locked(RecordTypeDescriptor type, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from " + type.from() + "r.id in :ids and r.deletedAt is null order by r.id",
                                type.entity())
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    private void workOut(RecordTypeDescriptor type, List<? extends RecordEntity> records, boolean keepLinks) {
        List<Calculation> calculations = types.calculations().of(type.name());
        CalculatedValues.Gathered gathered = calculated.gathered(type, records);
        List<RecordEntity> changed = new ArrayList<>();
        List<Map<String, Object>> before = new ArrayList<>();
        if (keepLinks) {
            links.keepAll(type, records);
        }
        for (RecordEntity record : records) {
            Map<String, Object> custom = record.getCustom();
            Map<String, Object> values = RecordViews.values(type, record);
            if (!calculations.isEmpty()) {
                calculated.fillAll(type, record, gathered);
            }
            if (!custom.equals(record.getCustom())) {
                followers.follow(type, record);
                record.recalculated();
                changed.add(record);
                before.add(values);
            }
        }
        if (!changed.isEmpty()) {
            entities.flush();
            tell(type, changed, before);
            feed.changed(type, changed);
        }
    }

    /** Other records follow, and whoever listens is told, unless all there is to tell is that fields were published. */
    private void tell(RecordTypeDescriptor type, List<RecordEntity> changed, List<Map<String, Object>> before) {
        Origin current = Origin.current();
        boolean ofAutomations = !current.automations().isEmpty();
        ChangesOnTheirWay others = ofAutomations ? ChangesOnTheirWay.NONE : onTheirWay(type);
        for (int i = 0; i < changed.size(); i++) {
            RecordEntity record = changed.get(i);
            Map<String, Object> values = before.get(i);
            Origin origin = others.origin(record.getId(), values, current);
            origin.leads(() -> {
                effects.followed(type, record, values);
                if (!origin.published() && !values.equals(RecordViews.values(type, record))) {
                    trail.tell(type, record, RecordWriter.RECALCULATED, values);
                }
            });
        }
    }

    /** Asked behind the working out: whatever that took in was committed with its row. */
    private ChangesOnTheirWay onTheirWay(RecordTypeDescriptor type) {
        return new ChangesOnTheirWay(
                entities
                        .createQuery(
                                "select o.records from OutboxRow o where o.recordType = :type and o.topic = :topic order by o.id",
                                String.class)
                        .setParameter("type", type.name())
                        .setParameter("topic", CalculationQueue.CHANGED)
                        .getResultList()
                        .stream()
                        .map(CalculationTask::read)
                        .toList(),
                (values, relation) -> links.targets(type, values, relation));
    }

    /** Puts a row behind all others: it could not be worked, and others can. */
    public void postpone(long number) {
        OutboxRow row = entities.find(OutboxRow.class, number, LockModeType.PESSIMISTIC_WRITE);
        if (row != null) {
            entities.persist(
                    CalculationQueue.row(row.recordType(), CalculationTask.read(row.records()), row.createdAt()));
            entities.remove(row);
        }
    }
}
