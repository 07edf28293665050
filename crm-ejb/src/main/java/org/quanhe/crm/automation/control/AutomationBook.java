package org.quanhe.crm.automation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.entity.AutomationAddress;
import org.quanhe.crm.automation.entity.AutomationClock;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.records.control.StableKeys;
import org.quanhe.crm.records.spi.Access;

/** Writes automations down, with what the audit and their history keep of it. */
@ApplicationScoped
public class AutomationBook {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Definitions definitions;

    @Inject
    private ActiveAutomations active;

    @Inject
    private Secrets secrets;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private DocumentHistory history;

    @Inject
    private TimeSource time;

    /** All of them, in order of their names. */
    public List<AutomationRule> all() {
        return entities.createQuery("select a from AutomationRule a order by a.name, a.id", AutomationRule.class)
                .getResultList();
    }

    /** The automation of that key. */
    public Optional<AutomationRule> find(String key) {
        return entities.createQuery("select a from AutomationRule a where a.code = :key", AutomationRule.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** A key for a new automation of that name. */
    public String key(String name) {
        return StableKeys.of(name, "automation", key -> find(key).isPresent());
    }

    /**
     * Writes a document that fits; throws INVALID, naming every place that is wrong, and then the automation is as it
     * was.
     *
     * @param restores number of the version that it brings back
     */
    public void write(AutomationRule rule, Map<String, ?> document, String why, @Nullable Integer restores) {
        Definition definition = definitions.read(document);
        write(rule, definition.name(), definition.type().name(), definition.active(), document, why, restores);
    }

    /** Keeps a document that may not fit: it does not run. */
    public void keepOff(AutomationRule rule, String name, String type, Map<String, ?> document, String why) {
        write(rule, name, type, false, document, why, null);
    }

    private void write(
            AutomationRule rule,
            String name,
            String type,
            boolean runs,
            Map<String, ?> document,
            String why,
            @Nullable Integer restores) {
        DocumentHistory.Writing writing =
                new DocumentHistory.Writing(time.now(), access.caller().id(), why, restores);
        boolean fresh = rule.revision() == 0;
        String before = rule.document();
        // secrets go by the number of their automation
        entities.persist(rule);
        String text = JsonText.write(secrets.putAway(document, rule.id()));
        rule.write(name, type, runs, text, access.caller().username(), time.now());
        try {
            entities.flush();
        } catch (PersistenceException overtaken) {
            throw StableKeys.taken(overtaken);
        }
        wind(rule.id());
        history.keep(new RecordRef("automations", rule.id()), fresh ? "" : before, rule.document(), writing);
        note(rule, fresh ? "created" : restores == null ? "changed" : "restored", before, rule.document(), why);
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

    /** Removes an automation, with its clock, its secrets and the address where others call it. */
    public void remove(AutomationRule rule) {
        AutomationClock clock = entities.find(AutomationClock.class, rule.id(), LockModeType.PESSIMISTIC_WRITE);
        if (clock != null) {
            entities.remove(clock);
        }
        secrets.forget(rule.id());
        AutomationAddress address = entities.find(AutomationAddress.class, rule.id());
        if (address != null) {
            entities.remove(address);
        }
        note(rule, "deleted", rule.document(), "", "");
        entities.remove(rule);
    }

    /** Tells the audit; behind the commit nobody goes by the old document any more. */
    public void note(AutomationRule rule, String action, String before, String after, String why) {
        audit.note(
                new RecordRef("automations", rule.id()),
                time.now(),
                access.caller().id(),
                action,
                List.of(new FieldChange(rule.name(), before, after)),
                why);
        // not before: another call could read the old ones in between and keep them
        afterCommit.always(active::forget);
    }

    public Automations.Vocabulary vocabulary() {
        return definitions.vocabulary();
    }
}
