package org.quanhe.crm.search.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.search.OpenedRecords;
import org.quanhe.crm.search.control.OpenedByUser;
import org.quanhe.crm.search.entity.OpenedRecord;

/** Keeps what users open, a bounded number of records for each. */
@Stateless
@Local(OpenedRecords.class)
public class OpenedRecordsService implements OpenedRecords {
    /** Kept for each user; what was opened least makes room. */
    private static final int KEPT = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private OpenedByUser order;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public void opened(RecordRef ref) {
        long me = access.caller().id();
        List<OpenedRecord> known = entities.createQuery(
                        "select o from OpenedRecord o"
                                + " where o.userId = :me and o.recordType = :type and o.recordId = :id",
                        OpenedRecord.class)
                .setParameter("me", me)
                .setParameter("type", ref.type())
                .setParameter("id", ref.id())
                .getResultList();
        if (known.isEmpty()) {
            makeRoom(me);
            entities.persist(new OpenedRecord(me, ref, time.now()));
        } else {
            known.get(0).again(time.now());
        }
    }

    private void makeRoom(long me) {
        entities.createQuery(
                        "select o from OpenedRecord o where o.userId = :me order by o.heat desc, o.id desc",
                        OpenedRecord.class)
                .setParameter("me", me)
                .setFirstResult(KEPT - 1)
                .getResultList()
                .forEach(entities::remove);
    }

    @Override
    public List<Opened> last(int most) {
        return readable(order.last(access.caller().id(), 2 * most), most);
    }

    @Override
    public List<Opened> often(int most) {
        return readable(order.often(access.caller().id(), 2 * most), most);
    }

    /** Of more than are wanted, those that are there and that the caller may see now, under the names they have now. */
    private List<Opened> readable(List<RecordRef> refs, int most) {
        Map<String, TreeSet<Long>> ids = new LinkedHashMap<>();
        refs.forEach(
                ref -> ids.computeIfAbsent(ref.type(), type -> new TreeSet<>()).add(ref.id()));
        Map<RecordRef, String> titles = new HashMap<>();
        ids.forEach((name, some) -> types.find(name).ifPresent(type -> {
            Filter right = access.readable(name);
            views.load(type, some).stream()
                    .filter(record -> RecordViews.within(right, type, record))
                    .forEach(record -> titles.put(new RecordRef(name, record.getId()), record.title()));
        }));
        return refs.stream()
                .filter(titles::containsKey)
                .limit(most)
                .map(ref -> new Opened(ref, titles.get(ref)))
                .toList();
    }
}
