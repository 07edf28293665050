package org.quanhe.crm.automation.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.Evaluation;
import org.quanhe.crm.records.spi.RecordListener;
import org.quanhe.crm.records.spi.WrittenRecord;

/** Sets automations off: their runs are written in the transaction that wrote the record. */
@ApplicationScoped
public class RecordWatch implements RecordListener {
    /** Longer chains are no plan of anybody's. */
    private static final int LONGEST_CHAIN = 20;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private ActiveAutomations active;

    @Inject
    private RunSignal signal;

    @Inject
    private TimeSource time;

    @Override
    public boolean wants(String type, String action) {
        return active.of(type).stream()
                .anyMatch(one -> one.definition().trigger().action().equals(action));
    }

    @Override
    public void written(WrittenRecord record) {
        boolean some = false;
        for (ActiveAutomations.Active one : active.of(record.ref().type())) {
            Definition definition = one.definition();
            if (definition.trigger().action().equals(record.action())
                    && definition.trigger().fires(definition.on(), record)
                    && Evaluation.holds(definition.condition(), record.after())) {
                begin(one, record);
                some = true;
            }
        }
        if (some) {
            nudgeBehindTheCommit();
        }
    }

    private void begin(ActiveAutomations.Active one, WrittenRecord record) {
        List<Long> chain = new ArrayList<>(RunChain.current());
        boolean circle = chain.contains(one.rule().id()) || chain.size() >= LONGEST_CHAIN;
        chain.add(one.rule().id());
        AutomationRun run = new AutomationRun(one.rule(), record.ref(), record.title(), chain, time.now());
        run.say(
                time.now(),
                LocalizedMessage.of(
                        "automation.trace.setOff", LocalizedMessage.of("automation.action." + record.action())));
        if (!definitionText(one).isEmpty()) {
            run.say(
                    time.now(),
                    LocalizedMessage.of(
                            "automation.trace.holds", definitionText(one), Seen.of(one.definition(), record.after())));
        }
        if (circle) {
            run.say(time.now(), LocalizedMessage.of("automation.trace.circle", names(chain)));
            run.stop();
        }
        entities.persist(run);
    }

    private static String definitionText(ActiveAutomations.Active one) {
        return one.definition().conditionText();
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

    private void nudgeBehindTheCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // the runs are rows already
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.nudge();
                }
            }
        });
    }
}
