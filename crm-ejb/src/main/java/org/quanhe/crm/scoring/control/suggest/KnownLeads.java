package org.quanhe.crm.scoring.control.suggest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.scoring.SignalKind;
import org.quanhe.crm.scoring.entity.LeadSignal;
import org.quanhe.crm.scoring.spi.ClosedDeals.Deal;

/** Leads of closed deals as they were when the deal began, as far as the caller may see them. */
@ApplicationScoped
public class KnownLeads {
    private static final String LEADS = "leads";
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    /** What became of a lead: won if one of its deals was; the first one says when it began. */
    private record Ending(boolean won, Instant began) {
        Ending and(Ending other) {
            return new Ending(won || other.won, began.isBefore(other.began) ? began : other.began);
        }
    }

    List<KnownLead> of(List<Deal> deals) {
        Map<Long, Ending> endings = new TreeMap<>();
        deals.forEach(deal -> endings.merge(deal.lead(), new Ending(deal.won(), deal.began()), Ending::and));
        List<Long> numbers = List.copyOf(endings.keySet());
        List<KnownLead> known = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            portion(numbers.subList(from, Math.min(numbers.size(), from + AT_ONCE)), endings, known);
        }
        return known;
    }

    private void portion(List<Long> numbers, Map<Long, Ending> endings, List<KnownLead> known) {
        RecordTypeDescriptor type = types.named(LEADS);
        Filter readable = access.readable(LEADS);
        Map<Long, Instant> began = new HashMap<>();
        numbers.forEach(number -> began.put(number, endings.get(number).began()));
        Map<Long, Set<String>> later = later(began);
        Map<Long, Set<SignalKind>> did = did(began);
        entities
                .createQuery(
                        "select r from " + type.from() + "r.id in :ids and r.deletedAt is null order by r.id",
                        type.entity())
                .setParameter("ids", numbers)
                .getResultList()
                .stream()
                .filter(lead -> RecordViews.within(readable, type, lead))
                .forEach(lead -> known.add(known(type, lead, endings.get(lead.getId()), later, did)));
    }

    private static KnownLead known(
            RecordTypeDescriptor type,
            RecordEntity lead,
            Ending ending,
            Map<Long, Set<String>> later,
            Map<Long, Set<SignalKind>> did) {
        return new KnownLead(
                ending.won(),
                RecordViews.values(type, lead),
                later.getOrDefault(lead.getId(), Set.of()),
                did.getOrDefault(lead.getId(), Set.of()));
    }

    /** Fields that were written after the deal began. */
    private Map<Long, Set<String>> later(Map<Long, Instant> began) {
        Map<Long, Set<String>> later = new HashMap<>();
        audit.since(LEADS, began).forEach(line -> AuditTrail.changes(line)
                .forEach(change -> later.computeIfAbsent(line.recordId(), lead -> new HashSet<>())
                        .add(change.field())));
        return later;
    }

    private Map<Long, Set<SignalKind>> did(Map<Long, Instant> began) {
        Map<Long, Set<SignalKind>> did = new HashMap<>();
        entities.createQuery("select s from LeadSignal s where s.leadId in :ids", LeadSignal.class)
                .setParameter("ids", began.keySet())
                .setHint("eclipselink.read-only", true)
                .getResultStream()
                .filter(signal -> !signal.told().at().isAfter(began.get(signal.lead())))
                .forEach(signal -> did.computeIfAbsent(signal.lead(), lead -> EnumSet.noneOf(SignalKind.class))
                        .add(signal.told().kind()));
        return did;
    }
}
