package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Forgets who opened a record when it is deleted, and what a user opened when the user is. */
@ApplicationScoped
public class OpenedRecordsForget implements RecordListener {
    private static final String USERS = "users";

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Override
    public boolean wants(String type, String action) {
        return action.equals(RecordWriter.DELETED);
    }

    @Override
    public void written(WrittenRecord record) {
        entities.createQuery("delete from OpenedRecord o where o.recordType = :type and o.recordId = :id")
                .setParameter("type", record.ref().type())
                .setParameter("id", record.ref().id())
                .executeUpdate();
        if (record.ref().type().equals(USERS)) {
            entities.createQuery("delete from OpenedRecord o where o.userId = :id")
                    .setParameter("id", record.ref().id())
                    .executeUpdate();
        }
    }
}
