package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.Origin;

/** Begins runs, inside the transaction of what sets them off. */
@ApplicationScoped
public class NewRuns {
    /** Longer chains are no plan of anybody's. */
    private static final int LONGEST_CHAIN = 20;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private RunSignal signal;

    @Inject
    private TimeSource time;

    /**
     * What a run is about.
     *
     * @param values of the record, as the condition saw them
     * @param why what set it off, the first line of its trace
     */
    record Subject(RecordRef record, String title, Map<String, Object> values, LocalizedMessage why) {}

    /** Begins a run; one that would go round in a circle is written down and not run. */
    AutomationRun begin(ActiveAutomations.Active one, Subject about) {
        List<Long> chain = new ArrayList<>(Origin.current().automations());
        boolean circle = chain.contains(one.rule().id()) || chain.size() >= LONGEST_CHAIN;
        chain.add(one.rule().id());
        AutomationRun run = new AutomationRun(one.rule(), about.record(), about.title(), chain, time.now());
        run.say(time.now(), about.why());
        String condition = one.definition().conditionText();
        if (!condition.isEmpty()) {
            run.say(
                    time.now(),
                    LocalizedMessage.of(
                            "automation.trace.holds", condition, Seen.of(one.definition(), about.values())));
        }
        if (circle) {
            run.say(time.now(), LocalizedMessage.of("automation.trace.circle", names(chain)));
            run.stop(time.now());
        }
        entities.persist(run);
        return run;
    }

    /** The automations of a circle by their names. */
    private String names(List<Long> chain) {
        Map<Long, String> names = new HashMap<>();
        entities.createQuery("select a from AutomationRule a where a.id in :ids", AutomationRule.class)
                .setParameter("ids", chain)
                .getResultList()
                .forEach(rule -> names.put(rule.id(), rule.name()));
        return chain.stream().map(id -> names.getOrDefault(id, "?")).collect(Collectors.joining(" → "));
    }

    /**
     * Tells the worker of runs that wait for this record. Their rows are not touched here: a save must not wait for a
     * run, which may be about to write the very record.
     */
    void wakeBehindTheCommit(RecordRef record) {
        List<Long> waiting = entities.createQuery(
                        "select r.id from AutomationRun r where r.recordId = :id and r.recordType = :type"
                                + " and r.watchUntil is not null and r.state = :waiting",
                        Long.class)
                .setParameter("id", record.id())
                .setParameter("type", record.type())
                .setParameter("waiting", RunView.State.WAITING)
                .getResultList();
        if (!waiting.isEmpty()) {
            afterCommit.run(() -> signal.wake(waiting));
        }
    }

    /** Tells the worker, once the runs are there. */
    void nudgeBehindTheCommit() {
        afterCommit.run(signal::nudge);
    }
}
