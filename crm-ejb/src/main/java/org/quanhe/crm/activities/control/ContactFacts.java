package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.FollowUps.Question;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.control.ReadableInSql;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.SeenTypes;

/** Who is followed up, how often they were contacted and when last: a few questions to the database, however many. */
@ApplicationScoped
public class ContactFacts {
    private static final int MOST = 1_000_000;
    private static final int AT_ONCE = 1_000;
    private static final Map<String, String> ATTRIBUTES = Map.of("customers", "r.customerId", "leads", "r.leadId");
    private static final Map<String, String> FIELDS = Map.of("customers", "customer", "leads", "lead");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private SeenActivities activities;

    @Inject
    private ReadableInSql readable;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private TimeSource time;

    /** How often somebody was contacted, and when last. */
    record Touch(int count, Instant last) {}

    /** The type of that name; INVALID for one that is not followed up. */
    RecordTypeDescriptor type(String name) {
        if (!CadenceView.TYPES.contains(name)) {
            throw CrmException.invalidField(
                    "type",
                    LocalizedMessage.of(
                            "records.error.noChoice",
                            name,
                            LocalizedMessage.of("records.list", String.join(", ", CadenceView.TYPES))));
        }
        return types.named(name);
    }

    /** Field of activities that points to records of the type. */
    static String field(String type) {
        return FIELDS.getOrDefault(type, "");
    }

    /** Those whom the question means, and when they were entered. */
    Map<Long, Instant> asked(Question question) {
        RecordTypeDescriptor type = type(question.type());
        Filter narrower = Filter.ALL;
        if (question.owner() != null) {
            narrower = narrower.and(Filter.eq("owner", question.owner()));
        }
        if (question.team() != null) {
            narrower = narrower.and(Filter.eq("team", question.team()));
        }
        seen.refuseHidden(type.name(), narrower);
        ReadableInSql.Condition rights = readable.of(type.name(), narrower);
        String open = type.name().equals("leads") ? " and r.status <> 'converted'" : "";
        TypedQuery<Object[]> query = entities.createQuery(
                "select r.id, r.createdAt from " + type.from() + rights.jpql() + open + " order by r.id",
                Object[].class);
        rights.parameters().forEach(query::setParameter);
        Map<Long, Instant> asked = new LinkedHashMap<>();
        query.getResultList().forEach(row -> asked.put((Long) row[0], (Instant) row[1]));
        return asked;
    }

    /** How often they were contacted; those who were not are absent. */
    Map<Long, Touch> touches(String type, Set<Long> ids) {
        Map<Long, Touch> touches = new HashMap<>();
        if (tell(type, "kind")) {
            rows(
                            type,
                            ids,
                            "count(r), max(r.startsUtc)",
                            "r.startsAt is not null and r.kind in " + SeenActivities.CONTACTS
                                    + " and (r.done = true or r.done is null and r.startsAt <= :now)",
                            Map.of("now", time.now()))
                    .forEach(row -> touches.put(
                            (Long) row[0],
                            new Touch(
                                    ((Number) row[1]).intValue(), ((LocalDateTime) row[2]).toInstant(ZoneOffset.UTC))));
        }
        return touches;
    }

    /** Those for whom something is open. */
    Set<Long> planned(String type, Set<Long> ids) {
        Set<Long> planned = new HashSet<>();
        if (tell(type)) {
            rows(type, ids, "count(r)", "r.done = false", Map.of()).forEach(row -> planned.add((Long) row[0]));
        }
        return planned;
    }

    /** How many open promises they were given; with a moment, those that were due before it. */
    Map<Long, Integer> promises(String type, Set<Long> ids, Instant dueBefore) {
        Map<Long, Integer> promises = new HashMap<>();
        if (tell(type, "kind")) {
            rows(
                            type,
                            ids,
                            "count(r)",
                            "r.done = false and r.kind = 'promise' and r.startsAt < :due",
                            Map.of("due", dueBefore))
                    .forEach(row -> promises.put((Long) row[0], ((Number) row[1]).intValue()));
        }
        return promises;
    }

    private boolean tell(String type, String... more) {
        return activities.tell(field(type), "startsAt", "done") && activities.tell(more);
    }

    private List<Object[]> rows(String type, Set<Long> ids, String what, String which, Map<String, Object> parameters) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String attribute = ATTRIBUTES.get(type);
        Map<String, Object> all = new HashMap<>(parameters);
        String among = attribute + " is not null";
        if (ids.size() <= AT_ONCE) {
            among = attribute + " in :ids";
            all.put("ids", ids);
        }
        // of too many to name them all is asked, and what is known of others left out here
        return activities
                .find(
                        "select " + attribute + ", " + what + " from Activity r where %s and " + among + " and " + which
                                + " group by " + attribute,
                        all,
                        Object[].class,
                        MOST)
                .stream()
                .filter(row -> ids.contains((Long) row[0]))
                .toList();
    }
}
