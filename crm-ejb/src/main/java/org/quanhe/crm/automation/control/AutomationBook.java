package org.quanhe.crm.automation.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.audit.control.DocumentHistory;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.entity.AutomationRule;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.records.control.StableKeys;
import org.quanhe.crm.records.spi.Access;

/** Writes automations down, with what the audit and their history keep of it. */
@ApplicationScoped
public class AutomationBook {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private Definitions definitions;

    @Inject
    private ActiveAutomations active;

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
        rule.write(name, type, runs, JsonText.write(document), access.caller().username(), time.now());
        entities.persist(rule);
        try {
            entities.flush();
        } catch (PersistenceException overtaken) {
            throw StableKeys.taken(overtaken);
        }
        history.keep(new RecordRef("automations", rule.id()), fresh ? "" : before, rule.document(), writing);
        note(rule, fresh ? "created" : restores == null ? "changed" : "restored", before, rule.document(), why);
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

    public Automations.Vocabulary vocabulary() {
        return new Automations.Vocabulary(definitions.triggerCodes(), definitions.actionCodes());
    }
}
