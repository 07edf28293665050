package org.quanhe.crm.leads.control;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.LeadTrail;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.leads.entity.LeadStay;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** Questions to sales and trails of leads as the caller may see them. */
@ApplicationScoped
public class HandoversShown {
    private static final String LIST = "handovers";

    @Inject
    private HandoverBook book;

    @Inject
    private LeadStays stays;

    @Inject
    private ReadableInSql readable;

    @Inject
    private RecordViews views;

    @Inject
    private TeamMembers members;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** The open question about a lead that the caller may see. */
    public Optional<HandoverView> of(Lead lead) {
        return book.open(lead.getId())
                .map(handover -> views(List.of(handover), Map.of(lead.getId(), lead)))
                .flatMap(shown -> shown.stream().findFirst());
    }

    /** Questions that wait, the most urgent first: those whose time is over, then by when an answer is wanted. */
    public Portion<HandoverView> waiting(boolean all, @Nullable String cursor, int limit) {
        Optional<Place> place = Place.of(LIST, 3, cursor);
        if (access.readable(HandoverBook.LEADS).equals(Filter.NONE)) {
            return Portion.none();
        }
        Map<String, Object> parameters = new HashMap<>();
        String which = (all ? "" : mine(parameters))
                + place.map(after -> behind(after, parameters)).orElse("");
        TypedQuery<Object[]> query = readable.query(
                HandoverBook.LEADS,
                Filter.ALL,
                "select h, r from Handover h, Lead r where %s and r.id = h.leadId and h.state = 'open'" + which
                        + " order by h.dueAt nulls first, h.askedAt, h.id",
                Object[].class);
        parameters.forEach(query::setParameter);
        Portion<Object[]> found =
                Portion.of(query.setMaxResults(limit + 1).getResultList(), limit, HandoversShown::place);
        Map<Long, Lead> leads = new HashMap<>();
        found.items().forEach(row -> leads.put(((Lead) row[1]).getId(), (Lead) row[1]));
        return found.told(
                views(found.items().stream().map(row -> (Handover) row[0]).toList(), leads));
    }

    /** The caller, or a team of the caller, was asked. */
    private String mine(Map<String, Object> parameters) {
        parameters.put("me", access.caller().id());
        List<Long> teams = access.caller().teams();
        if (teams.isEmpty()) {
            return " and h.toUser = :me";
        }
        parameters.put("teams", teams);
        return " and (h.toUser = :me or h.toUser is null and h.toTeam in :teams)";
    }

    private static String place(Object[] row) {
        Handover handover = (Handover) row[0];
        return Place.behind(LIST, handover.dueAt(), handover.askedAt(), handover.id());
    }

    private static String behind(Place place, Map<String, Object> parameters) {
        parameters.put("asked", place.moment(1));
        parameters.put("behind", place.number(2));
        String later = "(h.askedAt > :asked or h.askedAt = :asked and h.id > :behind)";
        if (place.lacks(0)) {
            return " and (h.dueAt is not null or " + later + ")";
        }
        parameters.put("due", place.moment(0));
        return " and (h.dueAt > :due or h.dueAt = :due and " + later + ")";
    }

    private List<HandoverView> views(List<Handover> handovers, Map<Long, Lead> leads) {
        FieldScope scope = access.fields(HandoverBook.LEADS);
        WorkingHours hours = workingTime.hours();
        Map<Long, String> names = views.names(handovers.stream()
                .flatMap(handover -> Stream.of(handover.askedBy(), handover.toUser()))
                .filter(Objects::nonNull)
                .toList());
        List<HandoverView> shown = new ArrayList<>();
        for (Handover handover : handovers) {
            Lead lead = leads.get(handover.lead());
            Instant due = handover.dueAt();
            String company = lead.getCompany();
            shown.add(new HandoverView(
                    new RecordRef(HandoverBook.LEADS, lead.getId()),
                    scope.readable("name") ? lead.title() : "",
                    company == null || !scope.readable("company") ? "" : company,
                    scope.readable("score") ? lead.points() : 0,
                    name(names, handover.askedBy()),
                    handover.note(),
                    handover.askedAt(),
                    name(names, handover.toUser()),
                    team(handover.toTeam()),
                    due,
                    due == null ? 0 : hours.minutes(time.now(), due),
                    handover.modelNumber(),
                    handover.limitMinutes(),
                    handover.escalatedAt(),
                    book.mayAnswer(handover)));
        }
        return shown;
    }

    private String team(@Nullable Long team) {
        return team == null ? "" : members.name(team).orElse("");
    }

    private static String name(Map<Long, String> names, @Nullable Long user) {
        return user == null ? "" : names.getOrDefault(user, "");
    }

    /** Who was responsible for the lead in which status. */
    public LeadTrail trail(Lead lead) {
        FieldScope scope = access.fields(HandoverBook.LEADS);
        List<LeadStay> known = stays.of(lead.getId());
        Map<Long, String> names = views.names(known.stream()
                .flatMap(stay -> Stream.of(stay.owner(), (Long) stay.by()))
                .filter(Objects::nonNull)
                .toList());
        Instant now = time.now();
        return new LeadTrail(known.stream()
                .map(stay -> new LeadTrail.Stay(
                        scope.readable("status") ? stay.status() : "",
                        scope.readable("owner") ? name(names, stay.owner()) : "",
                        name(names, stay.by()),
                        stay.since(),
                        stay.until(),
                        Duration.between(stay.since(), Objects.requireNonNullElse(stay.until(), now))
                                .toMinutes()))
                .toList());
    }
}
