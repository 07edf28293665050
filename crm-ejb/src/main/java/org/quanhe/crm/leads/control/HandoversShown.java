package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.leads.HandoverView;
import org.quanhe.crm.leads.LeadTrail;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.leads.entity.LeadStay;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.workingtime.WorkingHours;
import org.quanhe.crm.workingtime.WorkingTime;

/** Questions to sales and trails of leads as the caller may see them. */
@ApplicationScoped
public class HandoversShown {
    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private HandoverBook book;

    @Inject
    private LeadStays stays;

    @Inject
    private RecordTypes types;

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

    /** Questions that wait, the most urgent first. */
    public List<HandoverView> waiting(boolean all, int limit) {
        List<Handover> open = entities
                .createQuery("select h from Handover h where h.state = 'open' order by h.askedAt", Handover.class)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .filter(handover -> all || asks(handover))
                .toList();
        Filter readable = access.readable(HandoverBook.LEADS);
        RecordTypeDescriptor type = types.named(HandoverBook.LEADS);
        Map<Long, Lead> leads = open.isEmpty()
                ? Map.of()
                : entities.createQuery("select l from Lead l where l.id in :ids and l.deletedAt is null", Lead.class)
                        .setParameter("ids", open.stream().map(Handover::lead).toList())
                        .getResultStream()
                        .filter(lead -> RecordViews.within(readable, type, lead))
                        .collect(Collectors.toMap(Lead::getId, Function.identity()));
        List<Handover> seen = open.stream()
                .filter(handover -> leads.containsKey(handover.lead()))
                .sorted(Comparator.comparing(handover -> Objects.requireNonNullElse(handover.dueAt(), Instant.EPOCH)))
                .limit(limit)
                .toList();
        return views(seen, leads);
    }

    /** The caller, or a team of the caller, was asked. */
    private boolean asks(Handover handover) {
        Long team = handover.toTeam();
        return Objects.equals(handover.toUser(), access.caller().id())
                || handover.toUser() == null
                        && team != null
                        && access.caller().teams().contains(team);
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
