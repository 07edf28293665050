package org.quanhe.crm.automation.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.automation.AutomationView;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.control.ActiveAutomations;
import org.quanhe.crm.automation.control.AutomationBook;
import org.quanhe.crm.automation.control.RunSteps;
import org.quanhe.crm.automation.control.Secrets;
import org.quanhe.crm.automation.entity.AutomationAddress;
import org.quanhe.crm.automation.entity.AutomationClock;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.spi.Access;

/** The façade of automations. */
@Stateless
@Local(Automations.class)
public class AutomationsService implements Automations {
    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private AutomationBook book;

    @Inject
    private ActiveAutomations active;

    @Inject
    private RunSteps steps;

    @Inject
    private Secrets secrets;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<AutomationView> all() {
        administratorsOnly();
        List<AutomationRule> rules = entities.createQuery(
                        "select a from AutomationRule a order by a.name, a.id", AutomationRule.class)
                .getResultList();
        Map<Long, Map<RunView.State, Long>> counts = new HashMap<>();
        entities.createQuery(
                        "select r.automationId, r.state, count(r) from AutomationRun r group by r.automationId, r.state",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.computeIfAbsent((Long) row[0], id -> new HashMap<>())
                        .put((RunView.State) row[1], (Long) row[2]));
        return rules.stream()
                .map(rule -> view(rule, counts.getOrDefault(rule.id(), Map.of())))
                .toList();
    }

    @Override
    public AutomationView open(long id) {
        administratorsOnly();
        return view(found(id));
    }

    @Override
    public AutomationView create(Map<String, ?> document) {
        administratorsOnly();
        AutomationRule rule = new AutomationRule();
        return written(rule, document, "created");
    }

    @Override
    public AutomationView change(long id, Map<String, ?> document) {
        administratorsOnly();
        AutomationRule rule = entities.find(AutomationRule.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (rule == null) {
            throw CrmException.notFound(new RecordRef("automations", id));
        }
        return written(rule, document, "changed");
    }

    private AutomationView written(AutomationRule rule, Map<String, ?> document, String action) {
        String before = rule.document();
        entities.persist(rule);
        book.write(rule, document, access.caller().username(), time.now());
        entities.flush();
        wind(rule.id());
        note(rule, action, before, rule.document());
        return view(rule);
    }

    /** What fell due before an automation was written does not set it off. */
    private void wind(long id) {
        AutomationClock clock = entities.find(AutomationClock.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (clock == null) {
            entities.persist(new AutomationClock(id, time.now()));
        } else {
            clock.beginAt(time.now());
        }
    }

    private void note(AutomationRule rule, String action, String before, String after) {
        audit.note(
                new RecordRef("automations", rule.id()),
                time.now(),
                access.caller().id(),
                action,
                List.of(new FieldChange(rule.name(), before, after)),
                "");
        forgetBehindTheCommit();
    }

    /** Not before: another call could read the old ones in between and keep them. */
    private void forgetBehindTheCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is known of it elsewhere before it is committed
            }

            @Override
            public void afterCompletion(int status) {
                active.forget();
            }
        });
    }

    @Override
    public void remove(long id) {
        administratorsOnly();
        AutomationRule rule = found(id);
        entities.createQuery(
                        "select r from AutomationRun r where r.automationId = :id and r.state = :waiting",
                        AutomationRun.class)
                .setParameter("id", id)
                .setParameter("waiting", RunView.State.WAITING)
                .getResultList()
                .forEach(run -> {
                    run.say(time.now(), LocalizedMessage.of("automation.trace.removed"));
                    run.stop();
                });
        AutomationClock clock = entities.find(AutomationClock.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (clock != null) {
            entities.remove(clock);
        }
        secrets.forget(id);
        AutomationAddress address = entities.find(AutomationAddress.class, id);
        if (address != null) {
            entities.remove(address);
        }
        note(rule, "deleted", rule.document(), "");
        entities.remove(rule);
    }

    @Override
    public List<RunView> runs(long id, @Nullable Long before, int limit) {
        administratorsOnly();
        String name = found(id).name();
        return entities
                .createQuery(
                        "select r from AutomationRun r where r.automationId = :id and r.id < :before order by r.id desc",
                        AutomationRun.class)
                .setParameter("id", id)
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(Math.max(1, Math.min(limit, MOST)))
                .getResultList()
                .stream()
                .map(run -> run.view(name))
                .toList();
    }

    @Override
    public List<RunView> waiting(int limit) {
        administratorsOnly();
        return entities
                .createQuery(
                        "select r from AutomationRun r where r.state = :waiting order by r.nextAt, r.id",
                        AutomationRun.class)
                .setParameter("waiting", RunView.State.WAITING)
                .setMaxResults(Math.max(1, Math.min(limit, MOST)))
                .getResultList()
                .stream()
                .map(this::view)
                .toList();
    }

    @Override
    public RunView dryRun(long id, long record) {
        administratorsOnly();
        return steps.dryRun(id, record, access.caller().username());
    }

    @Override
    public RunView retry(long run) {
        AutomationRun found = run(run);
        found.retry(time.now());
        found.say(
                time.now(),
                LocalizedMessage.of("automation.trace.retried", access.caller().displayName()));
        return view(found);
    }

    @Override
    public RunView stop(long run) {
        AutomationRun found = run(run);
        found.stop();
        found.say(
                time.now(),
                LocalizedMessage.of("automation.trace.stopped", access.caller().displayName()));
        return view(found);
    }

    @Override
    public Vocabulary vocabulary() {
        administratorsOnly();
        return book.vocabulary();
    }

    @Override
    public String newAddress(long id) {
        administratorsOnly();
        AutomationRule rule = found(id);
        AutomationAddress address = entities.find(AutomationAddress.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (address == null) {
            address = new AutomationAddress(id);
            entities.persist(address);
        }
        String secret = address.renew(time.now());
        note(
                rule,
                "changed",
                "",
                LocalizedMessage.of("automation.address.renewed").in(Language.EN));
        return secret;
    }

    private AutomationRun run(long id) {
        administratorsOnly();
        AutomationRun found = entities.find(AutomationRun.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw CrmException.notFound(new RecordRef("runs", id));
        }
        return found;
    }

    private AutomationRule found(long id) {
        AutomationRule rule = entities.find(AutomationRule.class, id);
        if (rule == null) {
            throw CrmException.notFound(new RecordRef("automations", id));
        }
        return rule;
    }

    private RunView view(AutomationRun run) {
        AutomationRule rule = entities.find(AutomationRule.class, run.automationId());
        return run.view(rule == null ? "" : rule.name());
    }

    private AutomationView view(AutomationRule rule) {
        Map<RunView.State, Long> counts = new HashMap<>();
        entities.createQuery(
                        "select r.state, count(r) from AutomationRun r where r.automationId = :id group by r.state",
                        Object[].class)
                .setParameter("id", rule.id())
                .getResultList()
                .forEach(row -> counts.put((RunView.State) row[0], (Long) row[1]));
        return view(rule, counts);
    }

    private static AutomationView view(AutomationRule rule, Map<RunView.State, Long> counts) {
        return new AutomationView(
                rule.id(),
                rule.name(),
                rule.recordType(),
                rule.active(),
                JsonText.readMap(rule.document()),
                rule.revision(),
                rule.author(),
                rule.updatedAt(),
                rule.stopped(),
                counts.getOrDefault(RunView.State.WAITING, 0L),
                counts.getOrDefault(RunView.State.DONE, 0L),
                counts.getOrDefault(RunView.State.FAILED, 0L));
    }

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
