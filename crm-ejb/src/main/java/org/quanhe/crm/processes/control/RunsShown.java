package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.RunView.Stage;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.StepStay;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Shows runs as far as the caller may read their records; the others are left out. */
@ApplicationScoped
public class RunsShown {
    private static final int ALL = 100;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private RunRecords records;

    @Inject
    private QuestionsShown questions;

    @Inject
    private RecordViews views;

    @Inject
    private TeamMembers teams;

    @Inject
    private Access access;

    /** One run; nothing if its record is not to be read. */
    public Optional<RunView> one(ProcessRun run) {
        return of(List.of(run)).stream().findFirst();
    }

    /** Those of the runs that the caller may see, in their order. */
    public List<RunView> of(List<ProcessRun> runs) {
        Map<Long, Plan> plans = new HashMap<>();
        Map<Long, RecordEntity> found = new HashMap<>();
        runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.record().type(),
                        Collectors.mapping(run -> run.record().id(), Collectors.toList())))
                .forEach((type, ids) -> found.putAll(records.readable(type, ids)));
        List<RunView> shown = new ArrayList<>();
        for (ProcessRun run : runs) {
            RecordEntity entity = found.get(run.record().id());
            if (entity != null) {
                shown.add(view(run, plans.computeIfAbsent(run.versionId(), versions::plan), entity));
            }
        }
        return shown;
    }

    private RunView view(ProcessRun run, Plan plan, RecordEntity entity) {
        List<StepStay> stays = entities.createQuery(
                        "select s from StepStay s where s.runId = :run order by s.place", StepStay.class)
                .setParameter("run", run.id())
                .getResultList();
        Set<Long> people = new HashSet<>(Set.of(run.startedBy()));
        stays.stream().map(StepStay::leftBy).filter(by -> by != null).forEach(people::add);
        Map<Long, String> names = views.names(people);
        RecordTypeDescriptor type = records.type(run.record().type());
        List<RunView.Step> steps = new ArrayList<>();
        for (StepStay stay : stays) {
            if (stay.left() || !run.ended()) {
                steps.add(step(stay, plan, type, entity, names));
            }
        }
        StepStay last = stays.get(stays.size() - 1);
        int place = plan.indexOf(last.step());
        if (!run.ended()) {
            plan.steps().stream().skip(place + 1L).forEach(step -> steps.add(ahead(step)));
        }
        int percent = run.state() == RunView.State.DONE
                ? ALL
                : plan.steps().isEmpty()
                        ? 0
                        : ALL * Math.max(0, place) / plan.steps().size();
        return new RunView(
                run.id(),
                run.processId(),
                plan.title(),
                run.versionNumber(),
                run.record(),
                entity.title(),
                run.state(),
                run.startedAt(),
                names.getOrDefault(run.startedBy(), ""),
                run.endedAt(),
                run.ended() ? 0 : run.place(),
                percent,
                steps,
                run.state() == RunView.State.RUNNING && StepRights.on(last.teamId(), access.caller()));
    }

    private RunView.Step step(
            StepStay stay, Plan plan, RecordTypeDescriptor type, RecordEntity entity, Map<Long, String> names) {
        PlannedStep step = plan.step(stay.step()).orElseThrow();
        Long by = stay.leftBy();
        return new RunView.Step(
                step.key(),
                step.title(),
                stay.left() ? Stage.DONE : Stage.CURRENT,
                stay.teamId(),
                teams.name(stay.teamId()).orElse(""),
                Labels.told(step.guidance()),
                stay.left() ? questions.answered(step, type, stay.answers()) : questions.open(step, type, entity),
                stay.enteredAt(),
                stay.dueAt(),
                stay.leftAt(),
                by == null ? "" : names.getOrDefault(by, ""));
    }

    private RunView.Step ahead(PlannedStep step) {
        return new RunView.Step(
                step.key(),
                step.title(),
                Stage.AHEAD,
                step.team(),
                teams.name(step.team()).orElse(""),
                Labels.told(step.guidance()),
                List.of(),
                null,
                null,
                null,
                "");
    }
}
