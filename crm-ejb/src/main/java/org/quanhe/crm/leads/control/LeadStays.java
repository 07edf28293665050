package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.entity.LeadStay;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.entity.OwnedRecord;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Keeps who was responsible for a lead in which status, from whichever side it is written. */
@ApplicationScoped
public class LeadStays implements RecordListener {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public boolean wants(String type, String action) {
        return type.equals(HandoverBook.LEADS)
                && (action.equals(RecordWriter.CREATED) || action.equals(RecordWriter.CHANGED));
    }

    @Override
    public void written(WrittenRecord record) {
        if (!record.changed("status") && !record.changed(OwnedRecord.OWNER)) {
            return;
        }
        long lead = record.ref().id();
        List<LeadStay> known = of(lead);
        if (!known.isEmpty()) {
            known.get(known.size() - 1).end(time.now());
        }
        entities.persist(new LeadStay(
                lead,
                String.valueOf(record.is("status")),
                owner(record),
                access.caller().id(),
                time.now()));
    }

    private static @Nullable Long owner(WrittenRecord record) {
        return record.is(OwnedRecord.OWNER) instanceof RecordRef owner ? owner.id() : null;
    }

    /** All stays of a lead, in their order. */
    List<LeadStay> of(long lead) {
        return entities.createQuery("select s from LeadStay s where s.leadId = :lead order by s.id", LeadStay.class)
                .setParameter("lead", lead)
                .getResultList();
    }
}
