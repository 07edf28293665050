package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.identity.TeamMembers;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.control.Plan.PlannedStep;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessRun;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.processes.entity.StepStay;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.control.RecordWriter;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;
import org.quanhe.crm.workingtime.WorkingTime;

/**
 * Brings records through processes, inside the caller's transaction. The record is locked before its run, as whoever
 * deletes it does: neither waits for the other in turn.
 */
@ApplicationScoped
public class RunBook {
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private RunRecords records;

    @Inject
    private Answers answers;

    @Inject
    private RecordWriter writer;

    @Inject
    private SeenTypes seen;

    @Inject
    private TeamMembers teams;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private WorkingTime workingTime;

    @Inject
    private TimeSource time;

    /** Begins; see {@link org.quanhe.crm.processes.ProcessRuns#start}. */
    public ProcessRun start(long processId, long recordId) {
        BusinessProcess process = versions.process(processId);
        ProcessVersion version = versions.current(process)
                .filter(published -> process.state() == ProcessView.State.ACTIVE)
                .orElseThrow(() -> CrmException.invalid("processes.error.notActive"));
        Plan plan = PlanReader.stored(version.document());
        RecordTypeDescriptor type = records.type(process.recordType());
        RecordRef ref = new RecordRef(type.name(), recordId);
        RecordEntity entity = records.locked(type, recordId);
        refuseSecond(plan, processId, ref);
        Map<String, Object> values = RecordViews.values(type, entity);
        PlannedStep first = Route.first(plan, step -> holds(type, step.enter(), values))
                .orElseThrow(() -> CrmException.invalid("processes.error.noFirstStep", plan.title()));
        CurrentUser caller = access.caller();
        if (!StepRights.on(first.team(), caller) && !RecordViews.within(access.writable(type.name()), type, entity)) {
            throw CrmException.forbidden("processes.error.mayNotStart", entity.title(), team(first.team()));
        }
        ProcessRun run = new ProcessRun(version, ref, time.now(), caller.id());
        entities.persist(run);
        enter(run, first);
        note(ref, "processStarted", inStep(plan, first));
        entities.flush();
        return run;
    }

    private void refuseSecond(Plan plan, long process, RecordRef ref) {
        records.openRun(process, ref).ifPresent(run -> {
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of(
                            "processes.error.runsAlready",
                            plan.title(),
                            records.person(run.startedBy()),
                            run.startedAt().toString()));
        });
    }

    /** Completes a step; see {@link org.quanhe.crm.processes.ProcessRuns#complete}. */
    public ProcessRun complete(long runId, int at, Map<String, ?> sent) {
        RecordRef ref = records.of(runId);
        RecordTypeDescriptor type = records.type(ref.type());
        RecordEntity entity = records.lockedEvenDeleted(type, ref.id());
        ProcessRun run = entities.find(ProcessRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        Plan plan = versions.plan(run.versionId());
        refuseDone(run, plan, at);
        run.runs();
        if (entity.deleted()) {
            throw ProcessRun.wrongState(RunView.State.PAUSED);
        }
        if (at != run.place()) {
            throw new CrmException(CrmException.Kind.CONFLICT, LocalizedMessage.of("processes.error.notThere", at));
        }
        StepStay stay = records.stay(runId, at).orElseThrow(() -> CrmException.notFound(ref));
        PlannedStep step = plan.step(stay.step()).orElseThrow(() -> CrmException.notFound(ref));
        CurrentUser caller = access.caller();
        if (!StepRights.on(stay.teamId(), caller)) {
            throw CrmException.forbidden("processes.error.notYourStep", step.title(), team(stay.teamId()));
        }
        Map<String, Object> own = write(type, entity, ref, plan, step, sent);
        Map<String, Object> values = RecordViews.values(type, entity);
        refuseUnmet(type, step.exit(), values);
        Instant now = time.now();
        stay.leave(
                now,
                caller.id(),
                workingTime.hours().minutes(stay.enteredAt(), now),
                answers.kept(step, type, own, values));
        goOn(run, plan, step, type, values);
        entities.flush();
        return run;
    }

    /** Somebody was faster: says who and when. */
    private void refuseDone(ProcessRun run, Plan plan, int at) {
        records.stay(run.id(), at).filter(StepStay::left).ifPresent(stay -> {
            Long by = stay.leftBy();
            throw new CrmException(
                    CrmException.Kind.CONFLICT,
                    LocalizedMessage.of(
                            "processes.error.stepDone",
                            plan.step(stay.step())
                                    .map(PlannedStep::title)
                                    .orElseGet(() -> Labels.told(Map.of("en", stay.step()))),
                            by == null ? "" : records.person(by),
                            String.valueOf(stay.leftAt())));
        });
    }

    /** Writes what belongs to the record, and returns what is the step's own. */
    private Map<String, Object> write(
            RecordTypeDescriptor type,
            RecordEntity entity,
            RecordRef ref,
            Plan plan,
            PlannedStep step,
            Map<String, ?> sent) {
        Answers.Given given = answers.read(step, type, RecordViews.values(type, entity), sent);
        if (!given.violations().isEmpty()) {
            throw CrmException.invalid(given.violations());
        }
        if (!given.changes().isEmpty()) {
            writer.change(ref, null, given.changes(), inStep(plan, step));
        }
        return given.own();
    }

    private void refuseUnmet(RecordTypeDescriptor type, String exit, Map<String, Object> values) {
        List<CrmException.Violation> unmet = new UnmetCondition(seen.of(type).view(), values)
                .of(FilterText.parse(type.view(), exit, access.caller().id()));
        if (!unmet.isEmpty()) {
            throw CrmException.invalid(unmet);
        }
    }

    private void goOn(
            ProcessRun run, Plan plan, PlannedStep done, RecordTypeDescriptor type, Map<String, Object> values) {
        Optional<PlannedStep> next = Route.after(plan, done, step -> holds(type, step.enter(), values));
        if (next.isPresent()) {
            run.goOn();
            enter(run, next.get());
        } else {
            run.done(time.now());
        }
        note(
                run.record(),
                "processStep",
                next.map(step -> LocalizedMessage.of("processes.told.moved", plan.title(), done.title(), step.title()))
                        .orElseGet(() -> LocalizedMessage.of("processes.told.ended", plan.title(), done.title())));
    }

    /** Ends a run before its end; see {@link org.quanhe.crm.processes.ProcessRuns#stop}. */
    public ProcessRun stop(long runId, String why) {
        RecordRef ref = records.of(runId);
        records.lockedEvenDeleted(records.type(ref.type()), ref.id());
        ProcessRun run = entities.find(ProcessRun.class, runId, LockModeType.PESSIMISTIC_WRITE);
        long team = records.stay(runId, run.place()).map(StepStay::teamId).orElse(0L);
        if (!StepRights.on(team, access.caller())) {
            throw CrmException.forbidden("processes.error.mayNotStop", team(team));
        }
        run.stop(time.now());
        LocalizedMessage process = versions.plan(run.versionId()).title();
        note(
                ref,
                "processStopped",
                why.isBlank() ? process : LocalizedMessage.of("processes.told.stopped", process, reason(why)));
        entities.flush();
        return run;
    }

    private void enter(ProcessRun run, PlannedStep step) {
        Instant now = time.now();
        Allowed target = step.target();
        Instant due = target == null ? null : target.until(now, workingTime.hours());
        entities.persist(new StepStay(run, step.key(), step.team(), now, due));
    }

    private boolean holds(RecordTypeDescriptor type, String condition, Map<String, Object> values) {
        return Evaluation.holds(
                FilterText.parse(type.view(), condition, access.caller().id()), values);
    }

    private static String reason(String why) {
        String written = why.strip();
        return written.length() > LONGEST_REASON ? written.substring(0, LONGEST_REASON) : written;
    }

    private static LocalizedMessage inStep(Plan plan, PlannedStep step) {
        return LocalizedMessage.of("processes.told.step", plan.title(), step.title());
    }

    private void note(RecordRef ref, String action, LocalizedMessage what) {
        audit.note(ref, time.now(), access.caller().id(), action, List.of(), what);
    }

    private String team(long id) {
        return teams.name(id).orElse("#" + id);
    }

    static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }
}
