package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.pipeline.entity.StayRow;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Writes down in which stage an opportunity stood when, with the change itself. */
@ApplicationScoped
public class StageHistory implements RecordListener {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Access access;

    @Override
    public boolean wants(String type, String action) {
        return type.equals(Opportunity.TYPE);
    }

    @Override
    public void written(WrittenRecord record) {
        if (!(record.is("stageSince") instanceof Instant since)) {
            return;
        }
        long id = record.ref().id();
        boolean made = record.action().equals("created");
        List<StayRow> last = made ? List.of() : last(id);
        boolean there = !last.isEmpty()
                && last.get(0).leftAt() == null
                && last.get(0).stage().equals(record.is("stage"))
                && !record.changed("stageSince");
        boolean told = record.before().isEmpty()
                && !last.isEmpty()
                && last.get(0).enteredAt().equals(since);
        if (there || told) {
            return;
        }
        long by = access.caller().id();
        last.stream().filter(stay -> stay.leftAt() == null).forEach(stay -> stay.leave(since, by));
        entities.persist(
                new StayRow(id, String.valueOf(record.is("pipeline")), String.valueOf(record.is("stage")), since, by));
    }

    private List<StayRow> last(long opportunity) {
        entities.flush();
        return entities.createQuery(
                        "select s from StayRow s where s.opportunityId = :id order by s.enteredAt desc, s.id desc",
                        StayRow.class)
                .setParameter("id", opportunity)
                .setMaxResults(1)
                .getResultList();
    }

    /** All of an opportunity's, the first one first. */
    public List<StayRow> of(long opportunity) {
        return entities.createQuery(
                        "select s from StayRow s where s.opportunityId = :id order by s.enteredAt, s.id", StayRow.class)
                .setParameter("id", opportunity)
                .getResultList();
    }
}
