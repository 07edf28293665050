package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.pipeline.WinChance;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/**
 * How likely leads without an opportunity are to be won: the counted share of finished leads that the caller may see.
 * Counted is by what a lead had from the first day, its source; score and band are left out, because they say
 * afterwards how it ended.
 */
@ApplicationScoped
public class LeadChances {
    /** The type of leads. */
    public static final String LEADS = "leads";

    private static final String KEY = "pipeline.chance.lead.";
    private static final Duration LOOKED_BACK = Duration.ofDays(731);
    private static final Duration QUIET = Duration.ofDays(180);
    private static final int AT_ONCE = 500;
    private static final int PERCENT = 100;

    @Inject
    private ReadableInSql readable;

    @Inject
    private RecordTypes types;

    @Inject
    private Access access;

    @Inject
    private Chances chances;

    @Inject
    private TimeSource time;

    /** Of a lead that the caller may see: of its open opportunity, or counted. */
    public WinChance of(RecordEntity lead) {
        Optional<Opportunity> open = open(lead.getId());
        if (open.isPresent()) {
            return chances.of(open.get());
        }
        Map<String, Object> values = RecordViews.values(types.named(LEADS), lead);
        if ("converted".equals(values.get("status"))) {
            return new WinChance(null, false, LocalizedMessage.of("pipeline.chance.closed"), 0, List.of());
        }
        return told(finished(lead.getId()), Objects.toString(values.get("source"), ""));
    }

    private Optional<Opportunity> open(long lead) {
        return opportunities(
                        "select r from Opportunity r where %s and r.leadId = :lead and r.status = 'open'"
                                + " order by r.id desc",
                        Opportunity.class)
                .setParameter("lead", lead)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private WinChance told(FinishedLeads finished, String source) {
        Proportion all = finished.all();
        if (!FinishedLeads.enough(all)) {
            return new WinChance(
                    null, false, LocalizedMessage.of(KEY + "few", all.all(), FinishedLeads.FEWEST), 0, List.of());
        }
        double start = all.rate() * PERCENT;
        Proportion same = finished.of(source);
        if (source.isEmpty() || !access.fields(LEADS).readable("source") || !FinishedLeads.enough(same)) {
            return new WinChance((int) Math.round(start), false, words("all", all, ""), start, List.of());
        }
        WinChance.Line line = new WinChance.Line(
                "source",
                ChanceTold.label("source"),
                LocalizedMessage.verbatim(source),
                same.rate() * PERCENT - start,
                odds(same) / odds(all));
        return new WinChance(
                (int) Math.round(same.rate() * PERCENT), false, words("source", same, source), start, List.of(line));
    }

    /** Half a case is added to each side, so that a share of 0 or 1 has odds too. */
    private static double odds(Proportion leads) {
        return (leads.hits() + 0.5) / (leads.all() - leads.hits() + 0.5);
    }

    private static LocalizedMessage words(String how, Proportion leads, String source) {
        return LocalizedMessage.of(
                KEY + how,
                leads.hits(),
                leads.all(),
                Math.round(leads.low() * PERCENT),
                Math.round(leads.high() * PERCENT),
                QUIET.toDays(),
                source,
                FinishedLeads.FEWEST);
    }

    /** What came of the others, of those that came in during the last two years. */
    private FinishedLeads finished(long but) {
        Instant from = time.now().minus(LOOKED_BACK);
        Map<Long, FinishedLeads.End> ends = new HashMap<>();
        opportunities(
                        "select r.leadId, r.status from Opportunity r where %s and r.leadId is not null"
                                + " and r.leadId <> :but and r.createdAt >= :from",
                        Object[].class)
                .setParameter("but", but)
                .setParameter("from", from)
                .getResultStream()
                .forEach(row -> ends.merge(
                        (Long) row[0], FinishedLeads.End.of((String) row[1]), (end, more) -> end.and((String) row[1])));
        ends.values().removeIf(FinishedLeads.End.OPEN::equals);
        Map<String, Proportion> bySource = quiet(but, from);
        List<Long> ids = new ArrayList<>(ends.keySet());
        for (int at = 0; at < ids.size(); at += AT_ONCE) {
            leads(Filter.ALL, "select r.id, r.source from Lead r where %s and r.id in :ids and r.createdAt >= :from")
                    .setParameter("ids", ids.subList(at, Math.min(ids.size(), at + AT_ONCE)))
                    .setParameter("from", from)
                    .getResultStream()
                    .forEach(row -> bySource.merge(
                            Objects.toString(row[1], ""),
                            new Proportion(ends.get((Long) row[0]) == FinishedLeads.End.WON ? 1 : 0, 1),
                            FinishedLeads::sum));
        }
        return FinishedLeads.of(bySource);
    }

    /**
     * Those without an opportunity that nobody and nothing has touched for long were not won. Of leads no more are
     * counted than of opportunities: who sees all leads but only sales of their own would be told too little.
     */
    private Map<String, Proportion> quiet(long but, Instant from) {
        Map<String, Proportion> bySource = new HashMap<>();
        leads(
                        access.readable(Opportunity.TYPE),
                        "select r.source, count(r.id) from Lead r where %s and r.status <> 'converted' and r.id <> :but"
                                + " and r.createdAt >= :from and r.updatedAt < :quiet and not exists"
                                + " (select o.id from Opportunity o where o.leadId = r.id and o.deletedAt is null)"
                                + " group by r.source")
                .setParameter("but", but)
                .setParameter("from", from)
                .setParameter("quiet", time.now().minus(QUIET))
                .getResultStream()
                .forEach(row -> bySource.merge(
                        Objects.toString(row[0], ""), new Proportion(0, (Long) row[1]), FinishedLeads::sum));
        return bySource;
    }

    private <T> TypedQuery<T> opportunities(String jpql, Class<T> kind) {
        return readable.query(Opportunity.TYPE, Filter.ALL, jpql, kind);
    }

    private TypedQuery<Object[]> leads(Filter narrower, String jpql) {
        return readable.query(LEADS, narrower, jpql, Object[].class);
    }
}
