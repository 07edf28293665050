package org.quanhe.crm.leads.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanhe.crm.leads.entity.Lead;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.TextFold;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.spi.Prospect.Signal;
import org.quanhe.crm.scoring.spi.SignalListener;
import org.quanhe.crm.workingtime.WorkingTime;

/**
 * A new lead that shows interest again, on another day or in another thing, is nurtured from then on. How often within
 * how many days stands in the settings of hand-overs ({@code "nurture": {"interests": 2, "days": 90}}; 0 for never).
 */
@ApplicationScoped
public class SecondInterest implements SignalListener {
    private static final Set<SignalKind> ENDINGS = EnumSet.of(SignalKind.REFUSED, SignalKind.LOST);

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private HandoverBook book;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private WorkingTime workingTime;

    /** Interest in something on a day. */
    private record Interest(LocalDate day, SignalKind kind, String about) {}

    @Override
    public void did(long number, List<Signal> all, Signal last) {
        Lead lead = entities.find(Lead.class, number);
        HandoverPlan.Nurturing rule = book.plan().nurturing();
        if (lead == null
                || !lead.getStatus().equals(Lead.NEW)
                || rule.interests() == 0
                || ENDINGS.contains(last.kind())
                || interests(all, rule, last.at()) < rule.interests()) {
            return;
        }
        LocalizedMessage what =
                LocalizedMessage.of("scoring.signal." + last.kind().code());
        verbs.act(
                HandoverBook.LEADS,
                lead,
                LocalizedMessage.of("leads.why.interest", rule.interests(), what, last.about()),
                lead::nurture);
    }

    /** How many that differ in day, kind or thing, the newest days alone. */
    private long interests(List<Signal> all, HandoverPlan.Nurturing rule, Instant until) {
        ZoneId zone = workingTime.hours().zone();
        Instant since = until.minus(Duration.ofDays(rule.days()));
        Set<Interest> different = new HashSet<>();
        all.stream()
                .filter(signal ->
                        !ENDINGS.contains(signal.kind()) && signal.at().isAfter(since))
                .forEach(signal -> different.add(new Interest(
                        LocalDate.ofInstant(signal.at(), zone), signal.kind(), TextFold.fold(signal.about()))));
        return different.size();
    }
}
