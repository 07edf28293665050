package org.quanhe.crm.capture.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.capture.entity.PersonKey;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Keeps by what leads and customers are known again, in the transaction that writes them. */
@ApplicationScoped
public class PersonKeyBook implements RecordListener {
    static final String LEADS = "leads";
    static final String CUSTOMERS = "customers";

    private static final Set<String> ACTIONS =
            Set.of(RecordWriter.CREATED, RecordWriter.CHANGED, RecordWriter.DELETED, RecordWriter.RESTORED);

    /** Of a number that hundreds have, such as that of a switchboard, no more are looked at. */
    private static final int MOST = 50;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Override
    public boolean wants(String type, String action) {
        return (type.equals(LEADS) || type.equals(CUSTOMERS)) && ACTIONS.contains(action);
    }

    @Override
    public void written(WrittenRecord record) {
        Set<String> after = record.action().equals(RecordWriter.DELETED) ? Set.of() : PersonKeys.of(record.after());
        if (record.action().equals(RecordWriter.CHANGED) && after.equals(PersonKeys.of(record.before()))) {
            return;
        }
        if (!record.action().equals(RecordWriter.CREATED)) {
            entities.flush();
            forget(record.ref());
        }
        after.forEach(key -> entities.persist(new PersonKey(record.ref(), key)));
    }

    private void forget(RecordRef record) {
        entities.createQuery("delete from PersonKey k where k.recordId = :id and k.recordType = :type")
                .setParameter("id", record.id())
                .setParameter("type", record.type())
                .executeUpdate();
    }

    /** Who has some of these keys, each with those that fit. */
    Map<RecordRef, Set<String>> find(Set<String> keys) {
        Map<RecordRef, Set<String>> found = new LinkedHashMap<>();
        if (!keys.isEmpty()) {
            entities.createQuery(
                            "select k from PersonKey k where k.lookup in :keys order by k.lookup, k.id",
                            PersonKey.class)
                    .setParameter("keys", List.copyOf(keys))
                    .setMaxResults(MOST)
                    .getResultList()
                    .forEach(key -> found.computeIfAbsent(key.record(), record -> new LinkedHashSet<>())
                            .add(key.lookup()));
        }
        return found;
    }
}
