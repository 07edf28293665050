package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.capture.entity.PersonKey;
import org.quanhe.crm.platform.RecordRef;

/**
 * The rows of keys. They are written by statements of SQL: each record of an import has three, and as entities they
 * took longer than the record itself. Nor may they be entities, because a record that is written twice in a transaction
 * has other keys under the same numbers.
 */
@ApplicationScoped
class PersonKeyRows {
    private static final int AT_ONCE = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** Adds the keys of records that have none. */
    void add(Map<RecordRef, Set<String>> keys) {
        if (keys.values().stream().allMatch(Set::isEmpty)) {
            return;
        }
        Connection connection = entities.unwrap(Connection.class);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into person_key (id, record_type, lookup) values (?, ?, ?)")) {
            int waiting = 0;
            for (Map.Entry<RecordRef, Set<String>> one : keys.entrySet()) {
                long id = PersonKey.first(one.getKey().id());
                for (String key : one.getValue()) {
                    insert.setLong(1, id++);
                    insert.setString(2, one.getKey().type());
                    insert.setString(3, key);
                    insert.addBatch();
                    if (++waiting == AT_ONCE) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
            }
            if (waiting > 0) {
                insert.executeBatch();
            }
        } catch (SQLException refused) {
            throw new PersistenceException("keys cannot be written", refused);
        }
    }

    /** Removes the keys of a record. */
    void remove(long record) {
        entities.createQuery("delete from PersonKey k where k.id >= :first and k.id < :end")
                .setParameter("first", PersonKey.first(record))
                .setParameter("end", PersonKey.end(record))
                .executeUpdate();
    }

    /** Which of these records have keys. */
    Set<Long> having(List<Long> records) {
        Set<Long> having = new HashSet<>();
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<Long> firsts = new ArrayList<>();
            // who has any has a first one
            records.subList(from, Math.min(records.size(), from + AT_ONCE))
                    .forEach(record -> firsts.add(PersonKey.first(record)));
            entities.createQuery("select k.id from PersonKey k where k.id in :firsts", Long.class)
                    .setParameter("firsts", firsts)
                    .getResultStream()
                    .forEach(id -> having.add(PersonKey.record(id)));
        }
        return having;
    }

    /** Who has some of these keys, each with those that fit. */
    Map<RecordRef, Set<String>> find(Set<String> keys, int most) {
        Map<RecordRef, Set<String>> found = new LinkedHashMap<>();
        entities.createQuery(
                        "select k.id, k.recordType, k.lookup from PersonKey k where k.lookup in :keys"
                                + " order by k.lookup, k.id",
                        Object[].class)
                .setParameter("keys", List.copyOf(keys))
                .setMaxResults(most)
                .getResultList()
                .forEach(row -> found.computeIfAbsent(
                                new RecordRef((String) row[1], PersonKey.record((Long) row[0])),
                                record -> new LinkedHashSet<>())
                        .add((String) row[2]));
        return found;
    }
}
