package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.Person;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.control.SeenActivities;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.RecordVerbs;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;

/** The façade of promises. */
@Stateless
@Local(Promises.class)
public class PromisesService implements Promises {
    private static final int MOST_OWNERS = 1_000;
    private static final String LIST = "promises";
    private static final String PROMISED = "select r from Activity r where %s and r.kind = 'promise' and ";
    private static final Map<State, String> WHICH = Map.of(
            State.OPEN, "r.done = false and r.startsAt >= :now",
            State.OVERDUE, "r.done = false and r.startsAt < :now",
            State.KEPT, "r.done = true and (r.outcome is null or r.outcome <> 'broken')",
            State.BROKEN, "r.done = true and r.outcome = 'broken'");

    @Inject
    private SeenActivities activities;

    @Inject
    private RecordVerbs verbs;

    @Inject
    private RecordWriter writer;

    @Inject
    private RecordViews views;

    @Inject
    private TimeSource time;

    @Override
    public Portion<Given> given(
            @Nullable Long owner, @Nullable Long about, @Nullable State state, @Nullable String cursor, int limit) {
        Optional<Place> place = Place.of(LIST, 2, cursor);
        if (!tell()) {
            return Portion.none();
        }
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder which = new StringBuilder(state == null ? "r.done = false" : which(state));
        if (state == State.OPEN || state == State.OVERDUE) {
            parameters.put("now", time.now());
        }
        if (owner != null) {
            which.append(" and r.ownerId = :owner");
            parameters.put("owner", owner);
        }
        if (about != null) {
            which.append(" and r.customerId = :about");
            parameters.put("about", about);
        }
        place.ifPresent(after -> which.append(SeenActivities.behind(after, parameters)));
        int most = Math.max(1, Math.min(limit, MOST));
        Portion<Activity> found = Portion.of(
                activities.find(PROMISED + which + " order by r.startsAt, r.id", parameters, Activity.class, most + 1),
                most,
                one -> SeenActivities.place(LIST, one));
        List<RecordView> shown = activities.shown(found.items());
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            given.add(new Given(shown.get(i), state(found.items().get(i))));
        }
        return found.told(given);
    }

    private static String which(State state) {
        return WHICH.getOrDefault(state, "");
    }

    private boolean tell() {
        return activities.tell("kind", "startsAt", "done", "outcome", "owner", "customer");
    }

    private State state(Activity promise) {
        if (Boolean.TRUE.equals(promise.getDone())) {
            return Activity.BROKEN.equals(promise.getOutcome()) ? State.BROKEN : State.KEPT;
        }
        return promise.getStartsAt() != null && promise.getStartsAt().isBefore(time.now()) ? State.OVERDUE : State.OPEN;
    }

    @Override
    public List<Tally> byOwner() {
        if (!tell()) {
            return List.of();
        }
        Map<State, Map<Long, Long>> counts = new EnumMap<>(State.class);
        Set<Long> owners = new TreeSet<>();
        for (State state : State.values()) {
            Map<Long, Long> byOwner = new HashMap<>();
            activities
                    .find(
                            "select r.ownerId, count(r) from Activity r where %s and r.kind = 'promise'"
                                    + " and r.ownerId is not null and " + which(state) + " group by r.ownerId",
                            state == State.OPEN || state == State.OVERDUE ? Map.of("now", time.now()) : Map.of(),
                            Object[].class,
                            MOST_OWNERS)
                    .forEach(row -> byOwner.put((Long) row[0], ((Number) row[1]).longValue()));
            counts.put(state, byOwner);
            owners.addAll(byOwner.keySet());
        }
        return views.names(owners).entrySet().stream()
                .map(owner -> new Tally(
                        new Person(owner.getKey(), owner.getValue()),
                        counts.get(State.OPEN).getOrDefault(owner.getKey(), 0L),
                        counts.get(State.OVERDUE).getOrDefault(owner.getKey(), 0L),
                        counts.get(State.KEPT).getOrDefault(owner.getKey(), 0L),
                        counts.get(State.BROKEN).getOrDefault(owner.getKey(), 0L)))
                .sorted(Comparator.comparingLong(Tally::overdue).reversed().thenComparing(tally -> tally.owner()
                        .name()))
                .toList();
    }

    @Override
    public RecordView settle(long activity, @Nullable Long version, boolean kept) {
        RecordRef ref = new RecordRef(SeenActivities.TYPE, activity);
        Activity promise = verbs.locked(Activity.class, ref, version);
        if (!Activity.PROMISE.equals(promise.getKind())) {
            throw CrmException.invalid("activities.error.noPromise");
        }
        if (Boolean.TRUE.equals(promise.getDone())) {
            throw new CrmException(
                    CrmException.Kind.CONFLICT, LocalizedMessage.of("activities.error.settled", promise.title()));
        }
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("done", true);
        changes.put("outcome", kept ? Activity.KEPT : Activity.BROKEN);
        return activities.shown(List.of(writer.change(ref, null, changes, ""))).get(0);
    }
}
