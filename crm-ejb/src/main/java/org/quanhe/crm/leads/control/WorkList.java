package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.leads.Leads.NextLead;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.Scores;

/** Which leads somebody works on next: by potential, and why. */
@ApplicationScoped
public class WorkList {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private Scores scores;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The caller's list, the highest potential first. */
    public List<NextLead> of(int limit) {
        LocalDate today =
                LocalDate.ofInstant(time.now(), ZoneId.of(access.caller().timeZone()));
        Filter readable = access.readable(HandoverBook.LEADS);
        FieldScope scope = access.fields(HandoverBook.LEADS);
        RecordTypeDescriptor type = types.named(HandoverBook.LEADS);
        if (!scope.readable("score") || !scope.readable("status") || !scope.readable("owner")) {
            return List.of();
        }
        List<NextLead> next = new ArrayList<>();
        for (Lead lead : candidates(today, limit)) {
            if (RecordViews.within(readable, type, lead)) {
                next.add(shown(lead, scope));
            }
        }
        return next;
    }

    private List<Lead> candidates(LocalDate today, int limit) {
        return entities.createQuery(
                        "select l from Lead l where l.deletedAt is null and ("
                                + "l.ownerId = :me and l.status in ('new', 'accepted')"
                                + " or l.ownerId = :me and l.status = 'nurturing' and l.band <> 'cold'"
                                + " and l.nextReview <= :today"
                                + " or l.status = 'awaiting' and l.id in (select h.leadId from Handover h"
                                + " where h.state = 'open' and h.toUser = :me)"
                                + ") order by l.score desc, l.id",
                        Lead.class)
                .setParameter("me", access.caller().id())
                .setParameter("today", today)
                .setMaxResults(limit)
                .getResultList();
    }

    private NextLead shown(Lead lead, FieldScope scope) {
        RecordRef ref = new RecordRef(HandoverBook.LEADS, lead.getId());
        ScoreView score = scores.explain(ref);
        String company = lead.getCompany();
        return new NextLead(
                ref,
                scope.readable("name") ? lead.title() : "",
                company == null || !scope.readable("company") ? "" : company,
                lead.getStatus(),
                lead.points(),
                lead.getBand(),
                score.lines().stream()
                        .filter(line -> line.points() > 0)
                        .findFirst()
                        .map(ScoreView.Line::label)
                        .orElse(LocalizedMessage.verbatim("")),
                scope.readable("nextReview") ? lead.getNextReview() : null);
    }
}
