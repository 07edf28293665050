package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.Cadences;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.activities.entity.Cadence;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.FieldScope;

/** Cadences as they are kept, inside the caller's transaction. */
@ApplicationScoped
public class CadenceBook {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_TOUCHES = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private AuditTrail audit;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /**
     * A cadence, read.
     *
     * @param every so many days
     * @param by kind of activity
     * @param task a task is made
     */
    public record Rule(
            long id, String name, String type, String condition, int every, String by, int goal, boolean task) {
        static Rule of(Cadence cadence) {
            Part part = new Part("", JsonText.readMap(cadence.document()), new ArrayList<>());
            return new Rule(
                    cadence.id(),
                    part.text("name", ""),
                    part.text("type", ""),
                    part.text("condition", ""),
                    part.number("everyDays", 1, MOST_DAYS),
                    part.text("by", ""),
                    part.number("goal", FollowUps.GOAL, MOST_TOUCHES),
                    part.flag("task", false));
        }
    }

    /** All rows in their order. */
    public List<Cadence> rows() {
        return entities.createQuery("select c from Cadence c order by c.id", Cadence.class)
                .getResultList();
    }

    /** Those for that type that are active, the shortest first. */
    public List<Rule> active(String type) {
        return rows().stream()
                .filter(row ->
                        Boolean.TRUE.equals(JsonText.readMap(row.document()).get("active")))
                .map(Rule::of)
                .filter(rule -> rule.type().equals(type))
                .sorted(Comparator.comparingInt(Rule::every).thenComparingLong(Rule::id))
                .toList();
    }

    /** That row; NOT_FOUND if there is none. */
    public Cadence row(long id) {
        Cadence row = entities.find(Cadence.class, id);
        if (row == null) {
            throw CrmException.notFound(ref(id));
        }
        return row;
    }

    /** That row, locked; STALE for another version than the caller saw. */
    public Cadence locked(long id, @Nullable Long version) {
        Cadence row = entities.find(Cadence.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw CrmException.notFound(ref(id));
        }
        if (version != null && version != row.version()) {
            throw new CrmException(
                    CrmException.Kind.STALE, LocalizedMessage.of("records.error.stale", version, row.version()));
        }
        return row;
    }

    static RecordRef ref(long id) {
        return new RecordRef("cadences", id);
    }

    /** Writes what somebody sent; INVALID with the place of what is wrong. */
    public Cadence write(@Nullable Cadence before, Map<String, ?> sent) {
        Map<String, Object> document = read(sent);
        Cadence row = before;
        Map<String, Object> old = row == null ? Map.of() : JsonText.readMap(row.document());
        if (row == null) {
            if (rows().size() >= Cadences.MOST) {
                throw CrmException.invalid("records.error.tooMany", rows().size() + 1, Cadences.MOST);
            }
            row = new Cadence();
            entities.persist(row);
        }
        row.say(JsonText.write(document));
        entities.flush();
        List<FieldChange> changes = new ArrayList<>();
        document.forEach((name, value) -> {
            String was = Objects.toString(old.get(name), "");
            if (!was.equals(value.toString())) {
                changes.add(new FieldChange(name, was, value.toString()));
            }
        });
        note(row, before == null ? "created" : "changed", changes);
        return row;
    }

    public void remove(Cadence row) {
        note(row, "deleted", List.of());
        entities.remove(row);
    }

    private void note(Cadence row, String action, List<FieldChange> changes) {
        audit.note(ref(row.id()), time.now(), access.caller().id(), action, changes, "");
    }

    private Map<String, Object> read(Map<String, ?> sent) {
        List<Violation> violations = new ArrayList<>();
        Part part = new Part("", sent, violations);
        String name = part.text("name", "");
        if (name.isEmpty()) {
            part.wrong("name", "records.error.required");
        } else if (name.length() > LONGEST_NAME) {
            part.wrong("name", "records.error.tooLong", name.length(), LONGEST_NAME);
        }
        String type = oneOf(part, "type", CadenceView.TYPES, CadenceView.TYPES.get(0));
        String by = oneOf(part, "by", CadenceView.CONTACTS, CadenceView.CONTACTS.get(0));
        int every = part.number("everyDays", 0, MOST_DAYS);
        if (every == 0 && violations.isEmpty()) {
            part.wrong("everyDays", "records.error.required");
        }
        int goal = part.number("goal", FollowUps.GOAL, MOST_TOUCHES);
        String condition = part.text("condition", "");
        boolean task = part.flag("task", false);
        boolean active = part.flag("active", true);
        part.end();
        if (CadenceView.TYPES.contains(type)) {
            check(type, condition, violations);
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name);
        document.put("type", type);
        document.put("condition", condition);
        document.put("everyDays", BigDecimal.valueOf(every));
        document.put("by", by);
        document.put("goal", BigDecimal.valueOf(Math.max(1, goal)));
        document.put("task", task);
        document.put("active", active);
        return document;
    }

    private static String oneOf(Part part, String name, List<String> known, String otherwise) {
        String told = part.text(name, otherwise);
        if (!known.contains(told)) {
            part.wrong(
                    name,
                    "records.error.noChoice",
                    told,
                    LocalizedMessage.of("records.list", String.join(", ", known)));
        }
        return told;
    }

    private void check(String type, String condition, List<Violation> violations) {
        try {
            FieldScope scope = access.fields(type);
            Set<String> fields =
                    RecordCondition.parse(types.named(type).view(), condition).fields();
            if (!fields.stream().allMatch(scope::readable)) {
                violations.add(new Violation("condition", LocalizedMessage.of("lifecycle.error.hidden")));
            }
        } catch (CrmException unreadable) {
            violations.add(new Violation("condition", unreadable.text()));
        }
    }
}
