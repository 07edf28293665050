package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;

/** Won opportunities of leads, asked of the database with the caller's rights on both. */
@ApplicationScoped
public class WonDeals {
    private static final int AT_ONCE = 500;
    private static final double HOURS = 24;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private ReadableInSql readable;

    @Inject
    private AnsweredHandovers handovers;

    /** What is known of a lead. */
    record Origin(
            String source, @Nullable Long team, @Nullable LocalDate firstTouch, Instant created) {}

    /** Those that were won between two moments, the first included, the second not. */
    List<WonDeal> between(Instant from, Instant to, ZoneId zone) {
        List<Object[]> rows = readable.query(
                        "opportunities",
                        Filter.ALL,
                        "select r.id, r.leadId, r.teamId, r.createdAt, r.closedAt from Opportunity r where %s"
                                + " and r.status = 'won' and r.leadId is not null and r.closedAt >= :from"
                                + " and r.closedAt < :to order by r.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        List<Long> ids = rows.stream().map(row -> (Long) row[1]).distinct().toList();
        Map<Long, Origin> origins = origins(ids);
        Map<Long, Instant> accepted = accepted(ids);
        List<WonDeal> deals = new ArrayList<>();
        for (Object[] row : rows) {
            Origin lead = origins.get((Long) row[1]);
            if (lead != null) {
                deals.add(deal(row, lead, accepted.get((Long) row[1]), zone));
            }
        }
        return deals;
    }

    private static WonDeal deal(Object[] row, Origin lead, @Nullable Instant accepted, ZoneId zone) {
        Instant closed = (Instant) row[4];
        boolean qualified = accepted != null && !accepted.isAfter(closed);
        LocalDate touch =
                Objects.requireNonNullElseGet(lead.firstTouch(), () -> LocalDate.ofInstant(lead.created(), zone));
        Instant sales = qualified ? Objects.requireNonNull(accepted) : (Instant) row[3];
        return new WonDeal(
                (Long) row[0],
                qualified,
                lead.source(),
                (Long) row[2],
                CycleReader.days(touch, LocalDate.ofInstant(closed, zone)),
                Math.max(0, Duration.between(sales, closed).toMinutes() / (HOURS * 60)));
    }

    /** What is known of leads that the caller may see, by number. */
    Map<Long, Origin> origins(List<Long> leads) {
        Map<Long, Origin> origins = new HashMap<>();
        for (int from = 0; from < leads.size(); from += AT_ONCE) {
            handovers
                    .query(
                            "select r.id, r.source, r.teamId, r.firstTouch, r.createdAt from Lead r where %s"
                                    + " and r.id in :ids",
                            Map.of("ids", leads.subList(from, Math.min(leads.size(), from + AT_ONCE))), Object[].class)
                    .forEach(row -> origins.put(
                            (Long) row[0],
                            new Origin(Objects.toString(row[1], ""), (Long) row[2], (LocalDate) row[3], (Instant)
                                    row[4])));
        }
        return origins;
    }

    /** When sales accepted each lead first. */
    private Map<Long, Instant> accepted(List<Long> leads) {
        Map<Long, Instant> accepted = new HashMap<>();
        for (int from = 0; from < leads.size(); from += AT_ONCE) {
            entities.createQuery(
                            "select h from Handover h where h.leadId in :ids and h.state = 'accepted' order by h.id",
                            Handover.class)
                    .setParameter("ids", leads.subList(from, Math.min(leads.size(), from + AT_ONCE)))
                    .getResultList()
                    .forEach(handover -> {
                        Instant at = handover.answeredAt();
                        if (at != null) {
                            accepted.putIfAbsent(handover.lead(), at);
                        }
                    });
        }
        return accepted;
    }
}
