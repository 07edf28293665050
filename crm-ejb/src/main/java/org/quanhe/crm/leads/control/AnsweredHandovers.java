package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;

/** Hand-overs of leads that the caller may see, asked of the database with the caller's rights. */
@ApplicationScoped
public class AnsweredHandovers {
    @Inject
    private ReadableInSql readable;

    /** Those that were answered between two moments, the first included, the second not; oldest first. */
    List<Handover> between(Instant from, Instant to) {
        return query(
                "select h from Handover h, Lead r where r.id = h.leadId and %s and h.answeredAt >= :from"
                        + " and h.answeredAt < :to and h.state <> 'open' order by h.answeredAt, h.id",
                Map.of("from", from, "to", to), Handover.class);
    }

    /** The last ones that were returned, of leads that are with marketing; newest first. */
    List<Handover> back(int most) {
        TypedQuery<Handover> query = typed(
                "select h from Handover h, Lead r where r.id = h.leadId and %s and h.state = 'returned'"
                        + " and r.status = 'nurturing' and h.id = (select max(o.id) from Handover o where"
                        + " o.leadId = h.leadId) order by h.answeredAt desc, h.id desc",
                Map.of(), Handover.class);
        return query.setMaxResults(most).getResultList();
    }

    /** How many wait for an answer, and of how many of them the time has passed. */
    long[] waiting(Instant now) {
        List<Handover> open = query(
                "select h from Handover h, Lead r where r.id = h.leadId and %s and h.state = 'open'",
                Map.of(), Handover.class);
        long overdue = open.stream()
                .filter(handover -> {
                    Instant due = handover.dueAt();
                    return handover.escalatedAt() != null || due != null && !due.isAfter(now);
                })
                .count();
        return new long[] {open.size(), overdue};
    }

    /** Rows of a query on leads {@code r}, whose condition is {@code %s}. */
    <T> List<T> query(String jpql, Map<String, ?> more, Class<T> kind) {
        return typed(jpql, more, kind).getResultList();
    }

    private <T> TypedQuery<T> typed(String jpql, Map<String, ?> more, Class<T> kind) {
        TypedQuery<T> query = readable.query(HandoverBook.LEADS, Filter.ALL, jpql, kind);
        more.forEach(query::setParameter);
        return query.setHint("eclipselink.read-only", true);
    }
}
