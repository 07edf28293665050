package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.entity.AuditLine;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.TimelineEntry;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.records.spi.ContactLog;
import org.quanhe.crm.records.spi.FieldScope;

/** Timeline, contact rhythm and next step of records that are contacted, from activities that the caller may see. */
@ApplicationScoped
public class ContactHistory implements ContactLog {

    /** What activities point to: the reference field, and its attribute, by record type. */
    private enum Contacted {
        CUSTOMERS("customer", Activity::getCustomerId),
        LEADS("lead", Activity::getLeadId),
        OPPORTUNITIES("opportunity", Activity::getOpportunityId);

        private final String field;
        private final Function<Activity, @Nullable Long> number;

        Contacted(String field, Function<Activity, @Nullable Long> number) {
            this.field = field;
            this.number = number;
        }

        static Optional<Contacted> of(String type) {
            return Arrays.stream(values())
                    .filter(contacted ->
                            contacted.name().toLowerCase(Locale.ROOT).equals(type))
                    .findFirst();
        }

        String attribute() {
            return "a." + field + "Id";
        }
    }

    private static final String ACTIVITIES = "activities";
    private static final long WEEK_MILLIS = Duration.ofDays(7).toMillis();

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AuditTrail trail;

    @Inject
    private RecordTypes types;

    @Inject
    private SeenTypes seen;

    @Inject
    private RecordViews views;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public boolean follows(String type) {
        return Contacted.of(type).isPresent();
    }

    /** Activities by the time they took or take place, changes by the time they were made. */
    @Override
    public List<TimelineEntry> timeline(RecordRef ref, @Nullable String before, int limit) {
        Position position = before == null ? new Position(Instant.MAX, Long.MAX_VALUE) : Position.parse(before);
        List<TimelineEntry> entries = new ArrayList<>();
        Contacted.of(ref.type()).ifPresent(contacted -> entries.addAll(activities(contacted, ref, position, limit)));
        entries.addAll(changes(ref, position, limit));
        return entries.stream()
                .sorted(Comparator.comparing(TimelineEntry::at)
                        .thenComparing(entry -> Position.parse(entry.id()).id())
                        .reversed())
                .limit(limit)
                .toList();
    }

    private List<TimelineEntry> activities(Contacted contacted, RecordRef ref, Position before, int limit) {
        if (!reads(contacted.field)) {
            return List.of();
        }
        boolean timed = reads("startsAt");
        RecordTypeDescriptor type = types.named(ACTIVITIES);
        Filter readable = access.readable(ACTIVITIES);
        List<Activity> found = entities
                .createQuery(
                        "select a from Activity a where " + contacted.attribute()
                                + " = :contacted and a.deletedAt is null",
                        Activity.class)
                .setParameter("contacted", ref.id())
                .getResultList()
                .stream()
                .filter(activity -> RecordViews.within(readable, type, activity))
                .filter(activity -> before.isBehind(when(activity, timed), activity.getId()))
                .sorted(Comparator.comparing((Activity activity) -> when(activity, timed))
                        .thenComparing(Activity::getId)
                        .reversed())
                .limit(limit)
                .toList();
        List<RecordView> shown = views.views(type, found);
        List<TimelineEntry> entries = new ArrayList<>();
        Map<Long, String> names =
                views.names(found.stream().map(Activity::getCreatedBy).toList());
        for (int i = 0; i < found.size(); i++) {
            Activity activity = found.get(i);
            entries.add(new TimelineEntry(
                    new Position(when(activity, timed), activity.getId()).toString(),
                    when(activity, timed),
                    names.getOrDefault(activity.getCreatedBy(), ""),
                    shown.get(i),
                    "",
                    List.of(),
                    LocalizedMessage.verbatim(""),
                    new RecordRef(ACTIVITIES, activity.getId())));
        }
        return entries;
    }

    private static Instant when(Activity activity, boolean timed) {
        Instant starts = timed ? activity.getStartsAt() : null;
        return starts == null ? activity.getCreatedAt() : starts;
    }

    /** True if the caller may read those fields of activities: what is concluded from a field tells of it. */
    private boolean reads(String... fields) {
        FieldScope scope = access.fields(ACTIVITIES);
        return Arrays.stream(fields).allMatch(scope::readable);
    }

    private List<TimelineEntry> changes(RecordRef ref, Position before, int limit) {
        boolean reads = access.fields(ref.type()).hidden().isEmpty();
        List<AuditLine> lines = trail.lines(ref, before.at().equals(Instant.MAX) && reads ? limit : 1000).stream()
                .filter(line -> before.isBehind(line.at(), line.id()))
                .filter(line -> reads || told(ref, line))
                .limit(limit)
                .toList();
        Map<Long, String> names = views.names(lines.stream().map(AuditLine::by).toList());
        List<TimelineEntry> entries = new ArrayList<>();
        for (AuditLine line : lines) {
            List<FieldChange> changes = seen.changes(ref.type(), AuditTrail.changes(line));
            entries.add(new TimelineEntry(
                    new Position(line.at(), line.id()).toString(),
                    line.at(),
                    names.getOrDefault(line.by(), ""),
                    null,
                    line.action(),
                    changes,
                    line.why(),
                    ref));
        }
        return entries;
    }

    /** A change of which nothing may be told is left out. */
    private boolean told(RecordRef ref, AuditLine line) {
        return !line.action().equals(RecordWriter.CHANGED)
                || !seen.changes(ref.type(), AuditTrail.changes(line)).isEmpty();
    }

    /**
     * Contacts per week, the current one last. A contact is a call, message, meeting, visit or gift that took place.
     */
    @Override
    public Map<Long, List<Integer>> rhythms(String type, List<Long> ids, int weeks) {
        Contacted contacted = Contacted.of(type).orElseThrow();
        int span = Math.min(Math.max(weeks, 1), 104);
        Instant now = time.now();
        Map<Long, int[]> counts = new HashMap<>();
        ids.forEach(id -> counts.put(id, new int[span]));
        for (Activity activity : seen(
                contacted,
                ids,
                "a.startsAt > :since and a.kind in " + SeenActivities.CONTACTS,
                now.minusMillis(span * WEEK_MILLIS))) {
            long age = now.toEpochMilli() - when(activity, true).toEpochMilli();
            boolean tookPlace = age >= 0 && !Boolean.FALSE.equals(activity.getDone());
            int[] weekly = counts.get(contacted.number.apply(activity));
            if (tookPlace && weekly != null) {
                weekly[span - 1 - (int) Math.min(span - 1L, age / WEEK_MILLIS)]++;
            }
        }
        Map<Long, List<Integer>> rhythms = new HashMap<>();
        counts.forEach(
                (id, weekly) -> rhythms.put(id, Arrays.stream(weekly).boxed().toList()));
        return rhythms;
    }

    @Override
    public Map<Long, List<Instant>> talks(String type, List<Long> ids) {
        Map<Long, List<Instant>> talks = new HashMap<>();
        if (!ids.isEmpty()) {
            String attribute = Contacted.of(type).orElseThrow().attribute();
            entities.createQuery(
                            "select " + attribute + ", a.startsAt from Activity a where " + attribute
                                    + " in :ids and a.deletedAt is null and a.startsAt is not null"
                                    + " and (a.done is null or a.done = true)"
                                    + " and a.kind in ('call', 'message', 'meeting') order by a.startsAt, a.id",
                            Object[].class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> talks.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                            .add((Instant) row[1]));
        }
        return talks;
    }

    /** The open task or appointment that is due first; one that is overdue is due before all others. */
    @Override
    public Map<Long, RecordView> nextSteps(String type, List<Long> ids) {
        Contacted contacted = Contacted.of(type).orElseThrow();
        Map<Long, Activity> next = new HashMap<>();
        for (Activity activity : seen(contacted, ids, "a.done = false and a.createdAt > :since", Instant.EPOCH)) {
            next.merge(
                    Objects.requireNonNull(contacted.number.apply(activity)),
                    activity,
                    (a, b) ->
                            Comparator.comparing(Activity::getStartsAt, Comparator.nullsLast(Comparator.naturalOrder()))
                                                    .thenComparing(Activity::getId)
                                                    .compare(a, b)
                                            <= 0
                                    ? a
                                    : b);
        }
        List<RecordEntity> chosen = new ArrayList<>(next.values());
        Map<Long, RecordView> steps = new HashMap<>();
        List<RecordView> shown = views.views(types.named(ACTIVITIES), chosen);
        for (int i = 0; i < chosen.size(); i++) {
            steps.put(Objects.requireNonNull(contacted.number.apply((Activity) chosen.get(i))), shown.get(i));
        }
        return steps;
    }

    private List<Activity> seen(Contacted contacted, List<Long> ids, String condition, Instant since) {
        if (ids.isEmpty() || !reads(contacted.field, "startsAt", "kind", "done")) {
            return List.of();
        }
        if (ids.size() > 200) {
            throw CrmException.invalid("records.error.limit", 200);
        }
        RecordTypeDescriptor type = types.named(ACTIVITIES);
        Filter readable = access.readable(ACTIVITIES);
        return entities
                .createQuery(
                        "select a from Activity a where " + contacted.attribute()
                                + " in :ids and a.deletedAt is null and " + condition,
                        Activity.class)
                .setParameter("ids", ids)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .filter(activity -> RecordViews.within(readable, type, activity))
                .toList();
    }

    /** Where a page of the timeline ends. */
    private record Position(Instant at, long id) {
        boolean isBehind(Instant otherAt, long otherId) {
            int order = otherAt.compareTo(at);
            return order < 0 || order == 0 && otherId < id;
        }

        static Position parse(String text) {
            try {
                String[] parts = text.split("-", 2);
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
            } catch (RuntimeException malformed) {
                throw CrmException.invalid("records.error.cursor");
            }
        }

        @Override
        public String toString() {
            return at.toEpochMilli() + "-" + id;
        }
    }
}
