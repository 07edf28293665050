package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.control.StableKeys;
import org.quanhe.crm.records.spi.Access;

/** Writes processes down, with what the audit keeps of it. */
@ApplicationScoped
public class ProcessBook {
    private static final int LONGEST_REASON = 500;

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private AfterCommit afterCommit;

    @Inject
    private Versions versions;

    @Inject
    private ProcessedTypes processed;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    /** All of them, the oldest first. */
    public List<BusinessProcess> all() {
        return entities.createQuery("select p from BusinessProcess p order by p.id", BusinessProcess.class)
                .getResultList();
    }

    /** The process of that key. */
    public Optional<BusinessProcess> find(String key) {
        return entities.createQuery("select p from BusinessProcess p where p.code = :key", BusinessProcess.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** A new process, not kept yet, with a key made of its name. */
    public BusinessProcess fresh(Plan plan) {
        String name = plan.name()
                .getOrDefault("en", plan.name().values().stream().findFirst().orElse(""));
        return new BusinessProcess(
                StableKeys.of(name, "process", key -> find(key).isPresent()));
    }

    /** Keeps a document as the process's draft; throws INVALID where it cannot be read. */
    public void draft(BusinessProcess process, Map<String, ?> document) {
        Plan plan = PlanReader.read(document);
        process.draft(plan.type(), JsonText.write(document), access.caller().username(), time.now());
        entities.persist(process);
        try {
            entities.flush();
        } catch (PersistenceException overtaken) {
            throw StableKeys.taken(overtaken);
        }
    }

    /** Makes the draft, which fits, the version on which new runs begin. */
    public void publish(BusinessProcess process, String why) {
        String reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        String before = versions.current(process).map(ProcessVersion::document).orElse("");
        ProcessVersion version =
                new ProcessVersion(process, time.now(), access.caller().id(), reason);
        entities.persist(version);
        process.publishedAs(version.number(), access.caller().username(), time.now());
        note(process, "published", List.of(new FieldChange("document", before, version.document())), reason);
        entities.flush();
        forgetBehindTheCommit();
    }

    /** Lets no new run begin, or new ones again. */
    public void retire(BusinessProcess process, boolean from, String why) {
        process.retire(from, access.caller().username(), time.now());
        note(process, from ? "retired" : "revived", List.of(), why);
    }

    private void note(BusinessProcess process, String action, List<FieldChange> changes, String why) {
        audit.note(
                new RecordRef("processes", process.id()),
                time.now(),
                access.caller().id(),
                action,
                changes,
                why);
    }

    /** Not before: another call could read the old ones in between and keep them. */
    private void forgetBehindTheCommit() {
        afterCommit.always(processed::forget);
    }
}
