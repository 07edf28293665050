package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.leads.HandoverCounts;
import org.quanhe.crm.leads.entity.Handover;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;
import org.quanhe.crm.workingtime.WorkingTime;

/** Counts what became of hand-overs, as the caller may see it. */
@ApplicationScoped
public class HandoverCounting {
    private static final int SHOWN = 20;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AnsweredHandovers handovers;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    public HandoverCounts read() {
        Instant now = time.now();
        ZoneId zone = workingTime.hours().zone();
        Instant monday = now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
        List<Handover> week = handovers.between(monday, now.plusSeconds(1));
        long returned = week.stream()
                .filter(handover -> handover.state().equals(Handover.RETURNED))
                .count();
        long[] waiting = handovers.waiting(now);
        return new HandoverCounts(waiting[0], waiting[1], week.size() - returned, returned, Reasons.of(week), back());
    }

    private List<HandoverCounts.Back> back() {
        List<Handover> back = handovers.back(SHOWN);
        Set<Long> ids = back.stream().map(Handover::lead).collect(Collectors.toSet());
        Map<Long, Lead> leads = ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select l from Lead l where l.id in :ids", Lead.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Lead::getId, lead -> lead));
        Map<Long, String> names = views.names(
                back.stream().map(Handover::answeredBy).filter(Objects::nonNull).toList());
        FieldScope scope = access.fields(HandoverBook.LEADS);
        return back.stream()
                .map(handover -> {
                    Lead lead = leads.get(handover.lead());
                    String company = lead.getCompany();
                    Long by = handover.answeredBy();
                    return new HandoverCounts.Back(
                            new RecordRef(HandoverBook.LEADS, lead.getId()),
                            scope.readable("name") ? lead.title() : "",
                            company == null || !scope.readable("company") ? "" : company,
                            handover.reason(),
                            by == null ? "" : names.getOrDefault(by, ""),
                            Objects.requireNonNullElse(handover.answeredAt(), Instant.EPOCH));
                })
                .toList();
    }
}
