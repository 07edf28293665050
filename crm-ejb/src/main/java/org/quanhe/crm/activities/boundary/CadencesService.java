package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.Cadences;
import org.quanhe.crm.activities.control.CadenceBook;
import org.quanhe.crm.activities.control.SeenActivities;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.activities.entity.Cadence;
import org.quanhe.crm.activities.entity.CadenceTask;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.spi.Access;

/** The façade of cadences. */
@Stateless
@Local(Cadences.class)
public class CadencesService implements Cadences {
    private static final Set<Role> ALLOWED = Set.of(Role.ADMINISTRATOR, Role.MANAGER);

    /** A task is done, or not, or nothing is said about it. */
    private static final int STATES = 3;

    @Inject
    private CadenceBook book;

    @Inject
    private SeenActivities activities;

    @Inject
    private Access access;

    @Override
    public List<CadenceView> all() {
        refuseOthers();
        return book.rows().stream().map(this::view).toList();
    }

    @Override
    public CadenceView one(long id) {
        refuseOthers();
        return view(book.row(id));
    }

    @Override
    public CadenceView create(Map<String, ?> document) {
        refuseOthers();
        return view(book.write(null, document));
    }

    @Override
    public CadenceView change(long id, @Nullable Long version, Map<String, ?> document) {
        refuseOthers();
        return view(book.write(book.locked(id, version), document));
    }

    @Override
    public void remove(long id, @Nullable Long version) {
        refuseOthers();
        book.remove(book.locked(id, version));
    }

    @Override
    public Portion<Result> results(long id, @Nullable String cursor, int limit) {
        refuseOthers();
        book.row(id);
        String list = "results-" + id;
        int most = Math.max(1, Math.min(limit, MOST_RESULTS));
        Map<String, Object> parameters = new HashMap<>(Map.of("cadence", id));
        Optional<Place> place = Place.of(list, 1, cursor);
        place.ifPresent(after -> parameters.put("before", after.number(0)));
        List<Object[]> found = activities.find(
                "select t, r from CadenceTask t, Activity r where %s and r.id = t.activityId and t.cadenceId = :cadence"
                        + (place.isEmpty() ? "" : " and t.id < :before") + " order by t.id desc",
                parameters,
                Object[].class,
                most + 1);
        Portion<Object[]> portion = Portion.of(found, most, row -> Place.behind(list, ((CadenceTask) row[0]).id()));
        List<RecordView> tasks = activities.shown(
                portion.items().stream().map(row -> (Activity) row[1]).toList());
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            results.add(new Result(((CadenceTask) portion.items().get(i)[0]).due(), tasks.get(i)));
        }
        return portion.told(results);
    }

    /** With how many of its tasks the caller may see, and how many of those are done. */
    private CadenceView view(Cadence row) {
        long made = 0;
        long done = 0;
        List<Object[]> counts = activities.find(
                "select r.done, count(r) from Activity r, CadenceTask t where %s and t.activityId = r.id"
                        + " and t.cadenceId = :cadence group by r.done",
                Map.of("cadence", row.id()), Object[].class, STATES);
        for (Object[] count : counts) {
            made += ((Number) count[1]).longValue();
            done += Boolean.TRUE.equals(count[0]) ? ((Number) count[1]).longValue() : 0;
        }
        return new CadenceView(row.id(), row.version(), JsonText.readMap(row.document()), made, done);
    }

    private void refuseOthers() {
        if (access.caller().roles().stream().noneMatch(ALLOWED::contains)) {
            throw CrmException.forbidden("activities.error.mayNotCadence");
        }
    }
}
