package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads.NextLead;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.scoring.ScoreView;
import org.quanhe.crm.scoring.Scores;

/** Which leads somebody works on next: by potential, and why. */
@ApplicationScoped
public class WorkList {
    private static final String LIST = "next";

    @Inject
    private ReadableInSql readable;

    @Inject
    private Scores scores;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The caller's list, the highest potential first. */
    public Portion<NextLead> of(@Nullable String cursor, int limit) {
        Optional<Place> place = Place.of(LIST, 2, cursor);
        FieldScope scope = access.fields(HandoverBook.LEADS);
        if (access.readable(HandoverBook.LEADS).equals(Filter.NONE)
                || !scope.readable("score")
                || !scope.readable("status")
                || !scope.readable("owner")) {
            return Portion.none();
        }
        Portion<Lead> leads =
                Portion.of(leads(place, limit + 1), limit, lead -> Place.behind(LIST, lead.getScore(), lead.getId()));
        Map<RecordRef, ScoreView> known =
                scores.explain(leads.items().stream().map(WorkList::ref).toList());
        return leads.told(leads.items().stream()
                .map(lead -> shown(lead, scope, strongest(known.get(ref(lead)))))
                .toList());
    }

    private List<Lead> leads(Optional<Place> place, int limit) {
        // The first comparison is implied by the second, and is what lets a database enter its index there.
        String behind = place.isEmpty() ? "" : " and r.score <= :score and (r.score < :score or r.id > :id)";
        TypedQuery<Lead> query = readable.query(
                        HandoverBook.LEADS,
                        Filter.ALL,
                        "select r from Lead r where %s and ("
                                + "r.ownerId = :me and r.status in ('new', 'accepted')"
                                + " or r.ownerId = :me and r.status = 'nurturing' and r.band <> 'cold'"
                                + " and r.nextReview <= :today"
                                + " or r.status = 'awaiting' and r.id in (select h.leadId from Handover h"
                                + " where h.state = 'open' and h.toUser = :me)"
                                + ")" + behind + " order by r.score desc, r.id",
                        Lead.class)
                .setParameter("me", access.caller().id())
                .setParameter(
                        "today",
                        LocalDate.ofInstant(
                                time.now(), ZoneId.of(access.caller().timeZone())));
        place.ifPresent(after -> query.setParameter("score", after.decimal(0)).setParameter("id", after.number(1)));
        return query.setMaxResults(limit).getResultList();
    }

    private static RecordRef ref(Lead lead) {
        return new RecordRef(HandoverBook.LEADS, lead.getId());
    }

    private static LocalizedMessage strongest(@Nullable ScoreView score) {
        return score == null
                ? LocalizedMessage.verbatim("")
                : score.lines().stream()
                        .filter(line -> line.points() > 0)
                        .findFirst()
                        .map(ScoreView.Line::label)
                        .orElse(LocalizedMessage.verbatim(""));
    }

    private static NextLead shown(Lead lead, FieldScope scope, LocalizedMessage reason) {
        String company = lead.getCompany();
        return new NextLead(
                ref(lead),
                scope.readable("name") ? lead.title() : "",
                company == null || !scope.readable("company") ? "" : company,
                lead.getStatus(),
                lead.points(),
                lead.getBand(),
                reason,
                scope.readable("nextReview") ? lead.getNextReview() : null);
    }
}
