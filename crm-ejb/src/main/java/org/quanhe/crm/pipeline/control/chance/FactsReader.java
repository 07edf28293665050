package org.quanhe.crm.pipeline.control.chance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.pipeline.entity.Opportunity;
import org.quanhe.crm.pipeline.entity.StayRow;
import org.quanhe.crm.platform.Money;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.ContactLog;
import org.quanhe.crm.scoring.spi.ShownInterest;

/** Reads what is known of opportunities, without asking for rights: what comes of it is told to who may read it. */
@ApplicationScoped
public class FactsReader {
    private static final String LEADS = "leads";
    private static final List<String> LEARNT_LATER = List.of("industry", "employees", "jobTitle");
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private AuditTrail audit;

    @Inject
    private ContactLog contacts;

    @Inject
    private ShownInterest interest;

    /** Of closed opportunities of a pipeline, with their history; the first closed first. */
    List<Facts> closed(String pipeline, int most) {
        List<Opportunity> newest = entities.createQuery(
                        "select o from Opportunity o where o.pipeline = :pipeline and o.deletedAt is null"
                                + " and o.status <> 'open' order by o.closedAt desc, o.id desc",
                        Opportunity.class)
                .setParameter("pipeline", pipeline)
                .setMaxResults(most)
                .getResultList();
        List<Facts> facts = new ArrayList<>();
        for (int to = newest.size(); to > 0; to -= AT_ONCE) {
            List<Opportunity> some = new ArrayList<>(newest.subList(Math.max(0, to - AT_ONCE), to));
            Collections.reverse(some);
            facts.addAll(of(some, true));
        }
        return facts;
    }

    /** Of opportunities as they are now. */
    List<Facts> open(List<Opportunity> opportunities) {
        return of(opportunities, false);
    }

    private List<Facts> of(List<Opportunity> some, boolean past) {
        List<Long> ids = some.stream().map(Opportunity::getId).toList();
        Map<Long, List<Facts.Stay>> stays = past ? stays(ids) : Map.of();
        Map<Long, List<AuditLine>> changes = past ? changes(Opportunity.TYPE, some) : Map.of();
        Map<Long, List<Instant>> talks = contacts.talks(Opportunity.TYPE, ids);
        List<Long> leadIds = some.stream()
                .map(Opportunity::getLeadId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, RecordEntity> leads = leads(leadIds);
        Map<Long, List<AuditLine>> changesOfLeads = past ? changes(LEADS, leads.values()) : Map.of();
        Map<Long, List<Instant>> signals = interest.of(leadIds);
        Map<Long, Map<Long, Instant>> bought = bought(some);
        List<Facts> facts = new ArrayList<>();
        for (Opportunity one : some) {
            long id = one.getId();
            Long lead = one.getLeadId();
            RecordEntity from = lead == null ? null : leads.get(lead);
            Map<String, Object> values = from == null ? Map.of() : RecordViews.values(types.named(LEADS), from);
            facts.add(new Facts(
                    id,
                    one.getCreatedAt(),
                    one.getClosedAt(),
                    one.getStatus().equals(Opportunity.WON),
                    lead != null,
                    stays.getOrDefault(id, List.of()),
                    amounts(one, changes.getOrDefault(id, List.of())),
                    competitors(one, changes.getOrDefault(id, List.of())),
                    profile(values, lead == null ? List.of() : changesOfLeads.getOrDefault(lead, List.of())),
                    Objects.toString(values.get("firstChannel"), ""),
                    lead == null ? List.of() : signals.getOrDefault(lead, List.of()),
                    talks.getOrDefault(id, List.of()),
                    bought(one, bought)));
        }
        return facts;
    }

    private Map<Long, List<Facts.Stay>> stays(List<Long> ids) {
        Map<Long, List<Facts.Stay>> stays = new HashMap<>();
        entities.createQuery(
                        "select s.opportunityId, s from StayRow s where s.opportunityId in :ids"
                                + " order by s.enteredAt, s.id",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> {
                    StayRow stay = (StayRow) row[1];
                    stays.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                            .add(new Facts.Stay(stay.stage(), stay.enteredAt(), stay.leftAt()));
                });
        return stays;
    }

    private Map<Long, List<AuditLine>> changes(String type, Collection<? extends RecordEntity> some) {
        return audit
                .since(type, some.stream().collect(Collectors.toMap(RecordEntity::getId, RecordEntity::getCreatedAt)))
                .stream()
                .collect(Collectors.groupingBy(AuditLine::recordId));
    }

    private static List<Facts.Past<Optional<Money>>> amounts(Opportunity one, List<AuditLine> lines) {
        List<Facts.Past<Optional<Money>>> amounts = new ArrayList<>();
        before(lines, "amount").forEach((at, text) -> amounts.add(new Facts.Past<>(money(text), at)));
        amounts.add(new Facts.Past<>(Optional.ofNullable(one.getAmount()), null));
        return amounts;
    }

    private static List<Facts.Past<Boolean>> competitors(Opportunity one, List<AuditLine> lines) {
        List<Facts.Past<Boolean>> named = new ArrayList<>();
        before(lines, "competitor").forEach((at, text) -> named.add(new Facts.Past<>(!text.isBlank(), at)));
        String now = one.getCompetitor();
        named.add(new Facts.Past<>(now != null && !now.isBlank(), null));
        return named;
    }

    /** The source is there from the first day; what became known later is taken back. */
    private static Map<String, List<Facts.Past<String>>> profile(Map<String, Object> values, List<AuditLine> lines) {
        Map<String, List<Facts.Past<String>>> profile = new HashMap<>();
        profile.put("source", List.of(new Facts.Past<>(text(values.get("source")), null)));
        for (String field : LEARNT_LATER) {
            List<Facts.Past<String>> said = new ArrayList<>();
            before(lines, field).forEach((at, text) -> said.add(new Facts.Past<>(text, at)));
            said.add(new Facts.Past<>(text(values.get(field)), null));
            profile.put(field, said);
        }
        return profile;
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }

    /** What a field said before each of its changes, the first first. */
    private static Map<Instant, String> before(List<AuditLine> lines, String field) {
        Map<Instant, String> before = new LinkedHashMap<>();
        lines.forEach(line -> AuditTrail.changes(line).stream()
                .filter(change -> change.field().equals(field))
                .forEach(change -> before.putIfAbsent(line.at(), change.before())));
        return before;
    }

    private static Optional<Money> money(String text) {
        if (!text.matches("-?\\d{1,19}(\\.\\d{1,4})? [A-Z]{3}")) {
            return Optional.empty();
        }
        int space = text.indexOf(' ');
        return Optional.of(
                new Money(new BigDecimal(text.substring(0, space)), Currency.getInstance(text.substring(space + 1))));
    }

    private Map<Long, RecordEntity> leads(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        RecordTypeDescriptor type = types.named(LEADS);
        Map<Long, RecordEntity> leads = new HashMap<>();
        entities.createQuery("select r from " + type.from() + "r.id in :ids", type.entity())
                .setParameter("ids", ids)
                .getResultList()
                .forEach(lead -> leads.put(lead.getId(), lead));
        return leads;
    }

    /** When each customer was won, by customer and opportunity. */
    private Map<Long, Map<Long, Instant>> bought(List<Opportunity> some) {
        List<Long> customers = some.stream()
                .map(Opportunity::getCustomerId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Map<Long, Instant>> bought = new HashMap<>();
        if (!customers.isEmpty()) {
            entities.createQuery(
                            "select o.customerId, o.id, o.closedAt from Opportunity o where o.customerId in :customers"
                                    + " and o.status = 'won' and o.deletedAt is null",
                            Object[].class)
                    .setParameter("customers", customers)
                    .getResultStream()
                    .forEach(row -> bought.computeIfAbsent((Long) row[0], customer -> new HashMap<>())
                            .put((Long) row[1], (Instant) row[2]));
        }
        return bought;
    }

    private static List<Instant> bought(Opportunity one, Map<Long, Map<Long, Instant>> bought) {
        @Nullable Long customer = one.getCustomerId();
        return customer == null
                ? List.of()
                : bought.getOrDefault(customer, Map.of()).entrySet().stream()
                        .filter(other -> other.getKey() != one.getId())
                        .map(Map.Entry::getValue)
                        .toList();
    }
}
