package org.quanhe.crm.activities.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.spi.Access;

/** The façade of cadences. */
@Stateless
@Local(Cadences.class)
public class CadencesService implements Cadences {
    private static final Set<Role> ALLOWED = Set.of(Role.ADMINISTRATOR, Role.MANAGER);
    private static final int MOST_RESULTS = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

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
    public List<Result> results(long id, int limit) {
        refuseOthers();
        book.row(id);
        List<CadenceTask> tasks = entities.createQuery(
                        "select t from CadenceTask t where t.cadenceId = :cadence order by t.id desc",
                        CadenceTask.class)
                .setParameter("cadence", id)
                .setMaxResults(Math.max(1, Math.min(limit, MOST_RESULTS)))
                .getResultList();
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<Long, RecordView> seen = new HashMap<>();
        activities
                .shown(activities.find(
                        "select r from Activity r where %s and r.id in :ids",
                        Map.of("ids", tasks.stream().map(CadenceTask::activity).collect(Collectors.toSet())),
                        Activity.class,
                        MOST_RESULTS))
                .forEach(view -> seen.put(view.ref().id(), view));
        return tasks.stream()
                .filter(task -> seen.containsKey(task.activity()))
                .map(task -> new Result(task.due(), seen.get(task.activity())))
                .toList();
    }

    /** With how many of its tasks the caller may see, and how many of those are done. */
    private CadenceView view(Cadence row) {
        long made = 0;
        long done = 0;
        List<Object[]> counts = activities.find(
                "select r.done, count(r) from Activity r, CadenceTask t where %s and t.activityId = r.id"
                        + " and t.cadenceId = :cadence group by r.done",
                Map.of("cadence", row.id()), Object[].class, MOST_RESULTS);
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
