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
import java.util.stream.Collectors;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.TimeSource;
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
    /** So many are looked through for those that may be shown. */
    private static final int MOST_READ = 2_000;

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
    public List<WaitingStep> of(boolean everybodys, int limit) {
        CurrentUser caller = access.caller();
        boolean all = everybodys && StepRights.everywhere(caller);
        if (!all && caller.teams().isEmpty()) {
            return List.of();
        }
        List<Object[]> rows = rows(all, caller.teams());
        Map<Long, RecordEntity> readable = new HashMap<>();
        rows.stream()
                .map(row -> ((ProcessRun) row[1]).record())
                .collect(Collectors.groupingBy(
                        ref -> ref.type(), Collectors.mapping(ref -> ref.id(), Collectors.toList())))
                .forEach((type, ids) -> readable.putAll(records.readable(type, ids)));
        Map<Long, Plan> plans = new HashMap<>();
        List<WaitingStep> shown = new ArrayList<>();
        for (Object[] row : rows) {
            ProcessRun run = (ProcessRun) row[1];
            RecordEntity entity = readable.get(run.record().id());
            if (entity != null && shown.size() < limit) {
                Plan plan = plans.computeIfAbsent(run.versionId(), versions::plan);
                shown.add(step((StepStay) row[0], run, plan, entity));
            }
        }
        return shown;
    }

    private List<Object[]> rows(boolean all, List<Long> mine) {
        TypedQuery<Object[]> query = entities.createQuery(
                        "select s, r from StepStay s, ProcessRun r where r.id = s.runId and s.leftAt is null"
                                + " and r.state = :running" + (all ? "" : " and s.teamId in :teams")
                                + " order by s.dueAt nulls last, s.enteredAt, s.id",
                        Object[].class)
                .setParameter("running", RunView.State.RUNNING)
                .setMaxResults(MOST_READ);
        return (all ? query : query.setParameter("teams", mine)).getResultList();
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
