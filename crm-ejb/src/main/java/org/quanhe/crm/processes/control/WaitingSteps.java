package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Place;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.WaitingStep;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.StepStay;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Steps that wait for the caller's teams, of records that the caller may read. */
@ApplicationScoped
public class WaitingSteps {
    private static final String LIST = "steps";

    /** So many are read at a time, until there are enough that may be shown. */
    private static final int AT_ONCE = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private RunRecords records;

    @Inject
    private TeamMembers teams;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** See {@link org.quanhe.crm.processes.ProcessRuns#waiting}. */
    public Portion<WaitingStep> of(boolean everybodys, @Nullable String cursor, int limit) {
        Optional<Place> place = Place.of(LIST, 3, cursor);
        CurrentUser caller = access.caller();
        boolean all = everybodys && StepRights.everywhere(caller);
        if (!all && caller.teams().isEmpty()) {
            return Portion.none();
        }
        List<Waiting> found = new ArrayList<>();
        boolean more = true;
        while (more && found.size() <= limit) {
            List<Object[]> rows = rows(all, caller.teams(), place);
            more = rows.size() == AT_ONCE;
            found.addAll(readable(rows));
            place = more ? Place.of(LIST, 3, place((StepStay) rows.get(AT_ONCE - 1)[0])) : place;
        }
        Portion<Waiting> portion =
                Portion.of(found.subList(0, Math.min(found.size(), limit + 1)), limit, waiting -> place(waiting.stay));
        Map<Long, Plan> plans = new HashMap<>();
        return portion.told(portion.items().stream()
                .map(one ->
                        step(one.stay, one.run, plans.computeIfAbsent(one.run.versionId(), versions::plan), one.entity))
                .toList());
    }

    private record Waiting(StepStay stay, ProcessRun run, RecordEntity entity) {}

    /** Those of the rows whose record the caller may read. */
    private List<Waiting> readable(List<Object[]> rows) {
        Map<RecordRef, RecordEntity> readable = new HashMap<>();
        rows.stream()
                .map(row -> ((ProcessRun) row[1]).record())
                .collect(Collectors.groupingBy(
                        ref -> ref.type(), Collectors.mapping(ref -> ref.id(), Collectors.toList())))
                .forEach((type, ids) -> records.readable(type, ids)
                        .forEach((id, entity) -> readable.put(new RecordRef(type, id), entity)));
        List<Waiting> seen = new ArrayList<>();
        for (Object[] row : rows) {
            ProcessRun run = (ProcessRun) row[1];
            RecordEntity entity = readable.get(run.record());
            if (entity != null) {
                seen.add(new Waiting((StepStay) row[0], run, entity));
            }
        }
        return seen;
    }

    private List<Object[]> rows(boolean all, List<Long> mine, Optional<Place> place) {
        Map<String, Object> parameters = new HashMap<>(Map.of("running", RunView.State.RUNNING));
        String which = place.map(after -> behind(after, parameters)).orElse("");
        if (!all) {
            which += " and s.teamId in :teams";
            parameters.put("teams", mine);
        }
        TypedQuery<Object[]> query = entities.createQuery(
                "select s, r from StepStay s, ProcessRun r where r.id = s.runId and s.leftAt is null"
                        + " and r.state = :running" + which + " order by s.dueAt nulls last, s.enteredAt, s.id",
                Object[].class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(AT_ONCE).getResultList();
    }

    private static String place(StepStay stay) {
        return Place.behind(LIST, stay.dueAt(), stay.enteredAt(), stay.id());
    }

    private static String behind(Place place, Map<String, Object> parameters) {
        parameters.put("entered", place.moment(1));
        parameters.put("behind", place.number(2));
        String later = "(s.enteredAt > :entered or s.enteredAt = :entered and s.id > :behind)";
        if (place.lacks(0)) {
            return " and s.dueAt is null and " + later;
        }
        parameters.put("due", place.moment(0));
        return " and (s.dueAt is null or s.dueAt > :due or s.dueAt = :due and " + later + ")";
    }

    private WaitingStep step(StepStay stay, ProcessRun run, Plan plan, RecordEntity entity) {
        Instant due = stay.dueAt();
        return new WaitingStep(
                run.id(),
                plan.title(),
                plan.step(stay.step()).map(PlannedStep::title).orElseGet(plan::title),
                run.record(),
                entity.title(),
                stay.teamId(),
                teams.name(stay.teamId()).orElse(""),
                stay.enteredAt(),
                due,
                due != null && due.isBefore(time.now()));
    }
}
