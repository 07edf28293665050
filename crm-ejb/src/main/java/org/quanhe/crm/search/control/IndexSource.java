package org.quanhe.crm.search.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.entity.OutboxRow;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;

/** What the database has for the index, in short transactions of their own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IndexSource {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    /** An outbox row with the changes it stands for, as the database has them now. */
    public record Pending(long row, List<IndexChange> changes) {}

    /** The oldest rows waiting, without those whose changes are known to be applied. */
    public List<Pending> pending(int most, Set<Long> known) {
        List<OutboxRow> rows = new ArrayList<>();
        for (OutboxRow row : entities.createQuery(
                        "select o from OutboxRow o where o.topic = :topic order by o.id", OutboxRow.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .setMaxResults(most + known.size())
                .getResultList()) {
            if (!known.contains(row.id()) && rows.size() < most) {
                rows.add(row);
            }
        }
        List<Pending> pending = new ArrayList<>();
        for (OutboxRow row : rows) {
            List<Long> ids = numbers(row);
            pending.add(new Pending(
                    row.id(),
                    types.find(row.recordType()).map(type -> changes(type, ids)).orElse(List.of())));
        }
        return pending;
    }

    private List<IndexChange> changes(RecordTypeDescriptor type, List<Long> ids) {
        Map<Long, RecordEntity> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += 200) {
            entities.createQuery("select r from " + type.from() + "r.id in :ids", type.entity())
                    .setParameter("ids", ids.subList(from, Math.min(from + 200, ids.size())))
                    .getResultList()
                    .forEach(entity -> found.put(entity.getId(), entity));
        }
        List<IndexChange> changes = new ArrayList<>();
        for (Long id : ids) {
            RecordEntity entity = found.get(id);
            changes.add(
                    entity == null
                            ? IndexChange.Remove.forGood(new RecordRef(type.name(), id))
                            : IndexFeed.change(type, entity));
        }
        return changes;
    }

    /** The next documents of a type behind that number, for a rebuild. */
    public List<IndexDocument> documents(String type, long behind, int most) {
        RecordTypeDescriptor descriptor = types.named(type);
        return entities
                .createQuery(
                        "select r from " + descriptor.from() + "r.id > :behind and r.deletedAt is null order by r.id",
                        descriptor.entity())
                .setParameter("behind", behind)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(entity -> IndexFeed.document(descriptor, entity))
                .toList();
    }

    private static void put(Object[] numberAndVersion, Map<Long, Long> versions) {
        versions.put((Long) numberAndVersion[0], (Long) numberAndVersion[1]);
    }

    /**
     * The next records of a type that the index should have, with their versions: at most so many behind that number.
     */
    public SortedMap<Long, Long> versions(String type, long behind, int most) {
        SortedMap<Long, Long> versions = new TreeMap<>();
        entities.createQuery(
                        "select r.id, r.version from " + types.named(type).from()
                                + "r.id > :behind and r.deletedAt is null order by r.id",
                        Object[].class)
                .setParameter("behind", behind)
                .setMaxResults(most)
                .getResultList()
                .forEach(row -> put(row, versions));
        return versions;
    }

    /**
     * How the database has some records at a moment.
     *
     * @param versions of those that the index should have
     * @param rows outbox rows that stand for changes of some of them, with the records of each
     */
    public record Stand(Map<Long, Long> versions, Map<Long, Set<Long>> rows) {}

    /** How the database has those records, at most 200. */
    public Stand stand(String type, Collection<Long> ids) {
        Map<Long, Long> versions = new HashMap<>();
        entities.createQuery(
                        "select r.id, r.version from " + types.named(type).from()
                                + "r.id in :ids and r.deletedAt is null",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(row -> put(row, versions));
        // in this order: the row of a version that was seen is here, or was applied and removed since
        Map<Long, Set<Long>> rows = new HashMap<>();
        entities.createQuery(
                        "select o from OutboxRow o where o.topic = :topic and o.recordType = :type", OutboxRow.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .setParameter("type", type)
                .getResultList()
                .forEach(row -> rows.put(row.id(), new HashSet<>(numbers(row))));
        return new Stand(versions, rows);
    }

    private static List<Long> numbers(OutboxRow row) {
        return Arrays.stream(row.records().split(",")).map(Long::valueOf).toList();
    }

    /** The changes that would make the index say of those records what the database says. */
    public List<IndexChange> changes(String type, List<Long> ids) {
        return changes(types.named(type), ids);
    }

    /** How many records of the type the index should have. */
    public long records(String type) {
        return entities.createQuery(
                        "select count(r) from " + types.named(type).from() + "r.deletedAt is null", Long.class)
                .getSingleResult();
    }

    /** Numbers of the rows up to that one. */
    public List<Long> rowsUpTo(long row) {
        return entities.createQuery("select o.id from OutboxRow o where o.topic = :topic and o.id <= :row", Long.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .setParameter("row", row)
                .getResultList();
    }

    public long waiting() {
        return entities.createQuery("select count(o) from OutboxRow o where o.topic = :topic", Long.class)
                .setParameter("topic", IndexFeed.TOPIC)
                .getSingleResult();
    }

    /** Removes settled rows. */
    public void remove(List<Long> rows) {
        for (int from = 0; from < rows.size(); from += 200) {
            entities.createQuery("delete from OutboxRow o where o.id in :rows")
                    .setParameter("rows", new HashSet<>(rows.subList(from, Math.min(from + 200, rows.size()))))
                    .executeUpdate();
        }
    }
}
