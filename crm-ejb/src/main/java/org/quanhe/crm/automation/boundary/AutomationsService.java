package org.quanhe.crm.automation.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.automation.AutomationView;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.automation.control.AutomationBook;
import org.quanhe.crm.automation.control.RunSteps;
import org.quanhe.crm.automation.entity.AutomationAddress;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.automation.entity.AutomationRun;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.DocumentDifference;
import org.quanhe.crm.records.spi.Access;

/** The façade of automations. */
@Stateless
@Local(Automations.class)
public class AutomationsService implements Automations {
    private static final String AUTOMATIONS = "automations";
    private static final int MOST = 200;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AutomationBook book;

    @Inject
    private RunSteps steps;

    @Inject
    private Access access;

    @Inject
    private DocumentHistory history;

    @Inject
    private TimeSource time;

    @Override
    public List<AutomationView> all() {
        administratorsOnly();
        List<AutomationRule> rules = book.all();
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
        String name = document.get("name") instanceof String text ? text : "";
        AutomationRule rule = new AutomationRule(book.key(name));
        book.write(rule, document, "", null);
        return view(rule);
    }

    @Override
    public AutomationView change(long id, Map<String, ?> document, String why) {
        administratorsOnly();
        AutomationRule rule = locked(id);
        book.write(rule, document, why, null);
        return view(rule);
    }

    private AutomationRule locked(long id) {
        AutomationRule rule = entities.find(AutomationRule.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (rule == null) {
            throw CrmException.notFound(new RecordRef(AUTOMATIONS, id));
        }
        return rule;
    }

    @Override
    public List<DocumentVersion> versions(long id) {
        administratorsOnly();
        return history.of(new RecordRef(AUTOMATIONS, found(id).id()));
    }

    @Override
    public List<LocalizedMessage> restoring(long id, int number) {
        administratorsOnly();
        return DocumentDifference.between(
                JsonText.readMap(found(id).document()), history.document(new RecordRef(AUTOMATIONS, id), number));
    }

    @Override
    public AutomationView restore(long id, int number, String why) {
        administratorsOnly();
        AutomationRule rule = locked(id);
        book.write(rule, history.document(new RecordRef(AUTOMATIONS, id), number), why, number);
        return view(rule);
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
                    run.stop(time.now());
                });
        book.remove(rule);
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
        found.stop(time.now());
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
        String renewed = LocalizedMessage.of("automation.address.renewed").in(Language.EN);
        book.note(rule, "changed", "", renewed, "");
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
            throw CrmException.notFound(new RecordRef(AUTOMATIONS, id));
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
                rule.code(),
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
