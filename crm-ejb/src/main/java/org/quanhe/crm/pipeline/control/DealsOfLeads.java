package org.quanhe.crm.pipeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.scoring.spi.ClosedDeals;

/** Tells the scores of leads which opportunities were won and lost. */
@ApplicationScoped
public class DealsOfLeads implements ClosedDeals {
    @Inject
    private Counted counted;

    @Override
    public History newest(int most) {
        List<Object[]> rows = counted.query(
                        "select r.leadId, r.status, r.createdAt from Opportunity r where %s and r.status <> 'open'"
                                + " order by r.closedAt desc, r.id desc",
                        counted.scope(List.of("status", "lead")), Object[].class)
                .setMaxResults(most)
                .getResultList();
        List<Deal> deals = rows.stream()
                .filter(row -> row[0] != null)
                .map(row -> new Deal((Long) row[0], Opportunity.WON.equals(row[1]), (Instant) row[2]))
                .toList();
        return new History(deals, rows.size() - deals.size());
    }
}
