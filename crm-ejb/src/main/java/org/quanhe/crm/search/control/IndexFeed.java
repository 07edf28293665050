package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.platform.control.CallerContext;
import org.quanhe.crm.platform.entity.OutboxRow;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;

/**
 * Tells the index of changed records: an outbox row inside the transaction, and after its commit the change itself, so
 * that the caller finds what was just saved. If that fails, the row stays and {@link IndexKeeper} repairs.
 */
@ApplicationScoped
public class IndexFeed {
    static final String TOPIC = "index";

    /** Records in one row of the outbox. */
    private static final int ROWS = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private CallerContext caller;

    @Inject
    private TimeSource time;

    /** Records of one type that were written and flushed in the current transaction. */
    public void changed(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        tell(type, records, keeper::applyOwn);
    }

    /**
     * The same for many records of a job, which may not be found the moment they are committed: they go into the index
     * while the job goes on.
     */
    public void changedByJob(RecordTypeDescriptor type, List<? extends RecordEntity> records) {
        tell(type, records, keeper::applyBeside);
    }

    /** The same for records that a statement of SQL changed: the index takes them from the database, soon. */
    public void changedInBulk(String type, List<Long> ids) {
        for (int from = 0; from < ids.size(); from += ROWS) {
            String some = ids.subList(from, Math.min(from + ROWS, ids.size())).stream()
                    .map(id -> Long.toString(id))
                    .collect(Collectors.joining(","));
            entities.persist(new OutboxRow(TOPIC, type, some, time.now()));
        }
    }

    /** What is done with changes of an outbox row behind their commit. */
    private interface Application {
        void apply(String username, long row, List<IndexChange> changes);
    }

    private void tell(RecordTypeDescriptor type, List<? extends RecordEntity> records, Application application) {
        if (records.isEmpty()) {
            return;
        }
        String ids = records.stream().map(r -> Long.toString(r.getId())).collect(Collectors.joining(","));
        OutboxRow row = new OutboxRow(TOPIC, type.name(), ids, time.now());
        entities.persist(row);
        List<IndexChange> changes = new ArrayList<>(records.size());
        records.forEach(record -> changes.add(change(type, record)));
        keeper.expect(row.id());
        String username = caller.username().orElse("");
        long number = row.id();
        afterCommit.decide(() -> application.apply(username, number, changes), () -> keeper.expectNoMore(number));
    }

    static IndexChange change(RecordTypeDescriptor type, RecordEntity record) {
        RecordRef ref = new RecordRef(type.name(), record.getId());
        if (record.deleted()) {
            return new IndexChange.Remove(ref, record.getVersion());
        }
        return new IndexChange.Put(document(type, record));
    }

    static IndexDocument document(RecordTypeDescriptor type, RecordEntity record) {
        Map<String, Object> values = RecordViews.values(type, record);
        return new IndexDocument(
                new RecordRef(type.name(), record.getId()),
                record.getVersion(),
                record.title(),
                RecordViews.subtitle(type, values),
                values);
    }
}
