package org.quanhe.crm.automation.control;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.automation.spi.Action;
import org.quanhe.crm.automation.spi.OutgoingAction;
import org.quanhe.crm.automation.spi.OutgoingAction.Answer;
import org.quanhe.crm.automation.spi.OutgoingAction.Parcel;
import org.quanhe.crm.automation.spi.OutgoingAction.Verdict;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.control.FieldTypes;
import org.quanhe.crm.records.control.Origin;
import org.quanhe.crm.records.control.RecordCondition;
import org.quanhe.crm.records.control.RecordTypeDescriptor;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RecordViews;
import org.quanhe.crm.records.entity.RecordEntity;
import org.quanhe.crm.records.spi.Access;

/** Brings runs on, each in a transaction of its own: what a crash interrupts was not done, and is done again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RunSteps {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Resource
    private SessionContext session;

    @Inject
    private Definitions definitions;

    @Inject
    private RecordTypes types;

    @Inject
    private RecordViews views;

    @Inject
    private FieldTypes fieldTypes;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    /** Numbers of runs that can go on, the longest due first. */
    public List<Long> due(int most) {
        return entities.createQuery(
                        "select r.id from AutomationRun r where r.state = :waiting and r.nextAt <= :now"
                                + " order by r.nextAt, r.id",
                        Long.class)
                .setParameter("waiting", RunView.State.WAITING)
                .setParameter("now", time.now())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Something that a run wants sent before it goes on.
     *
     * @param run number of the run
     * @param step its place in the program
     */
    public record Outgoing(long run, int step, Parcel parcel) {}

    /**
     * Brings a run on as far as it can go now; one that another process has brought on meanwhile is left alone.
     *
     * @return what is to be sent outside of any transaction; {@link #answered} tells what came of it
     */
    public Optional<Outgoing> advance(long id) {
        AutomationRun run = entities.find(AutomationRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || !run.due(time.now())) {
            return Optional.empty();
        }
        Optional<Outgoing> outgoing =
                access.as(run.author(), () -> Origin.of(run.chain()).leadsTo(() -> execute(run, false)));
        if (run.state() == RunView.State.DONE) {
            succeeded(run.automationId());
        }
        return outgoing;
    }

    /** What came of something that was sent; a run that was ended meanwhile keeps the line alone. */
    public void answered(Outgoing outgoing, Answer answer) {
        AutomationRun run = entities.find(AutomationRun.class, outgoing.run(), LockModeType.PESSIMISTIC_WRITE);
        if (run == null) {
            return;
        }
        boolean awaited = run.waiting() && run.step() == outgoing.step();
        if (!awaited || answer.verdict() == Verdict.TAKEN) {
            run.say(time.now(), answer.text());
        }
        if (awaited && answer.verdict() == Verdict.TAKEN) {
            run.goOn(outgoing.step() + 1, time.now());
        } else if (awaited && answer.verdict() == Verdict.LATER) {
            failed(outgoing.run(), answer.text());
        } else if (awaited) {
            run.giveUp(time.now());
            run.say(time.now(), LocalizedMessage.of("automation.trace.failed", answer.text()));
            run.say(time.now(), LocalizedMessage.of("automation.trace.notAgain"));
            givenUp(run, answer.text());
        }
    }

    /** Nine in ten times there is nothing to write, and no row that all runs would wait for. */
    private void succeeded(long automation) {
        AutomationRule rule = entities.find(AutomationRule.class, automation);
        if (rule != null && rule.failures() > 0) {
            rule.succeeded();
        }
    }

    /** The records of these runs have changed: those that wait for that are asked again. */
    public void wake(List<Long> ids) {
        for (Long id : ids) {
            AutomationRun run = entities.find(AutomationRun.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (run != null) {
                run.wake(time.now());
            }
        }
    }

    /** Notes that a try failed, and why. */
    public void failed(long id, LocalizedMessage why) {
        AutomationRun run = entities.find(AutomationRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || !run.waiting()) {
            return;
        }
        run.failed(time.now());
        run.say(time.now(), LocalizedMessage.of("automation.trace.failed", why));
        if (run.state() == RunView.State.FAILED) {
            run.say(time.now(), LocalizedMessage.of("automation.trace.givenUp", AutomationRun.MOST_ATTEMPTS));
            givenUp(run, why);
        }
    }

    private void givenUp(AutomationRun run, LocalizedMessage why) {
        AutomationRule rule = entities.find(AutomationRule.class, run.automationId(), LockModeType.PESSIMISTIC_WRITE);
        if (rule != null) {
            rule.failed(why.in(org.quanhe.crm.platform.Language.EN));
        }
    }

    /** Does everything that the automation would do with the record now, and takes it all back. */
    public RunView dryRun(long automation, long record, String author) {
        try {
            return tried(automation, record, author);
        } finally {
            // not before: a transaction that is to be rolled back may call no other boundary
            session.setRollbackOnly();
        }
    }

    private RunView tried(long automation, long record, String author) {
        AutomationRule rule = entities.find(AutomationRule.class, automation);
        if (rule == null) {
            throw CrmException.notFound(new RecordRef("automations", automation));
        }
        Definition definition = definitions.read(rule.document());
        RecordTypeDescriptor type = types.named(rule.recordType());
        RecordEntity entity = views.visible(type, record);
        if (entity == null) {
            throw CrmException.notFound(new RecordRef(rule.recordType(), record));
        }
        RecordRef ref = new RecordRef(type.name(), record);
        AutomationRun run = new AutomationRun(rule, ref, entity.title(), List.of(automation), time.now());
        var values = RecordViews.values(type, entity);
        boolean holds = definition.condition().holds(values);
        if (!definition.conditionText().isEmpty()) {
            run.say(
                    time.now(),
                    LocalizedMessage.of(
                            holds ? "automation.trace.holds" : "automation.trace.holdsNot",
                            definition.conditionText(),
                            Seen.of(definition, values)));
        }
        if (holds) {
            try {
                access.as(author, () -> Origin.of(run.chain()).leadsTo(() -> execute(run, true)));
            } catch (CrmException refused) {
                run.say(time.now(), LocalizedMessage.of("automation.trace.failed", refused.text()));
            }
        }
        return run.view(rule.name());
    }

    /** @return what must be sent before the run can go on */
    private Optional<Outgoing> execute(AutomationRun run, boolean dry) {
        Definition definition = definitions.read(run.document());
        Program program = definition.program();
        int at = run.step();
        while (at < program.size()) {
            RecordView record = record(run, definition);
            if (record == null) {
                run.say(time.now(), LocalizedMessage.of("automation.trace.gone"));
                run.stop(time.now());
                return Optional.empty();
            }
            Program.Op op = program.at(at);
            at++;
            if (op instanceof Program.Jump jump) {
                at = jump.to();
            } else if (op instanceof Program.Fork fork) {
                String condition = fork.step().text("if");
                boolean holds =
                        RecordCondition.parse(definition.type(), condition).holds(record.values());
                run.say(
                        time.now(),
                        LocalizedMessage.of(
                                holds ? "automation.trace.branchThen" : "automation.trace.branchElse", condition));
                at = holds ? at : fork.otherwise();
            } else if (op instanceof Program.Do act) {
                CurrentStep step = new CurrentStep(run, definition, record, time.now(), fieldTypes);
                Action action = definitions.action(act.step().text("do"));
                if (action instanceof OutgoingAction outgoing && !dry) {
                    Parcel parcel = outgoing.parcel(act.step(), step);
                    run.claim(at - 1, time.now().plus(parcel.patience()));
                    return Optional.of(new Outgoing(run.id(), at - 1, parcel));
                }
                action.run(act.step(), step);
                Instant latest = step.watch();
                if (latest != null && !dry) {
                    run.watch(at - 1, latest, time.now());
                    return Optional.empty();
                }
                run.watchesNoMore();
                if (step.ended()) {
                    run.stop(time.now());
                    return Optional.empty();
                }
                Instant pause = step.pause();
                if (pause != null && !dry) {
                    run.goOn(at, pause);
                    return Optional.empty();
                }
            }
        }
        run.say(time.now(), LocalizedMessage.of("automation.trace.done"));
        run.done(time.now());
        return Optional.empty();
    }

    /** The record as the author may see it; a deleted one only where its deletion set the automation off. */
    private @Nullable RecordView record(AutomationRun run, Definition definition) {
        RecordTypeDescriptor type = types.find(run.record().type()).orElse(null);
        RecordEntity entity =
                type == null ? null : type.find(entities, run.record().id(), LockModeType.NONE);
        boolean there = entity != null
                && (!entity.deleted() || definition.trigger().action().equals("deleted"))
                && RecordViews.within(access.readable(type.name()), type, entity);
        return there ? views.view(type, entity) : null;
    }
}
