package org.quanhe.crm.processes.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.audit.control.AuditTrail;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.control.AfterCommit;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.processes.control.Plan;
import org.quanhe.crm.processes.control.PlanCheck;
import org.quanhe.crm.processes.control.PlanReader;
import org.quanhe.crm.processes.control.ProcessedTypes;
import org.quanhe.crm.processes.control.ProcessesShown;
import org.quanhe.crm.processes.control.SampleProcess;
import org.quanhe.crm.processes.control.Versions;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.spi.Access;

/** The façade of processes. */
@Stateless
@Local(Processes.class)
public class ProcessesService implements Processes {
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
    private PlanCheck check;

    @Inject
    private ProcessesShown shown;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    @Inject
    private AuditTrail audit;

    @Inject
    private TimeSource time;

    @Override
    public List<ProcessView> all() {
        administratorsOnly();
        return entities
                .createQuery("select p from BusinessProcess p order by p.id", BusinessProcess.class)
                .getResultList()
                .stream()
                .map(shown::view)
                .sorted(Comparator.comparing(view -> view.state() == ProcessView.State.RETIRED))
                .toList();
    }

    @Override
    public List<ProcessView> startable(String type) {
        seen.readable(type);
        return entities
                .createQuery(
                        "select p from BusinessProcess p where p.recordType = :type and p.retired = false"
                                + " and p.published > 0 order by p.id",
                        BusinessProcess.class)
                .setParameter("type", type)
                .getResultList()
                .stream()
                .map(shown::published)
                .toList();
    }

    @Override
    public ProcessView open(long id) {
        BusinessProcess process = versions.process(id);
        if (access.caller().administrator()) {
            return shown.view(process);
        }
        if (process.published() == 0) {
            throw CrmException.notFound(new RecordRef("processes", id));
        }
        seen.readable(process.recordType());
        return shown.published(process);
    }

    @Override
    public ProcessView draft(Map<String, ?> document) {
        administratorsOnly();
        return written(new BusinessProcess(), document);
    }

    @Override
    public ProcessView redraft(long id, Map<String, ?> document) {
        administratorsOnly();
        return written(locked(id), document);
    }

    private ProcessView written(BusinessProcess process, Map<String, ?> document) {
        Plan plan = PlanReader.read(document);
        process.draft(plan.type(), JsonText.write(document), access.caller().username(), time.now());
        entities.persist(process);
        entities.flush();
        return shown.view(process);
    }

    @Override
    public void discard(long id) {
        administratorsOnly();
        BusinessProcess process = locked(id);
        process.discard(access.caller().username(), time.now());
        if (process.published() == 0) {
            entities.remove(process);
        }
    }

    @Override
    public ProcessView copy(long id) {
        administratorsOnly();
        return draft(new HashMap<>(shown.view(versions.process(id)).document()));
    }

    @Override
    public ProcessView sample() {
        return draft(SampleProcess.document());
    }

    @Override
    public List<Violation> missing(long id) {
        administratorsOnly();
        return check.violations(PlanReader.read(shown.view(versions.process(id)).document()));
    }

    @Override
    public ProcessView publish(long id, String why) {
        administratorsOnly();
        BusinessProcess process = locked(id);
        List<Violation> wrong = check.violations(PlanReader.stored(process.draft()));
        if (!wrong.isEmpty()) {
            throw CrmException.invalid(wrong);
        }
        String reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        String before = versions.current(process).map(ProcessVersion::document).orElse("");
        ProcessVersion version =
                new ProcessVersion(process, time.now(), access.caller().id(), reason);
        entities.persist(version);
        process.publishedAs(version.number(), access.caller().username(), time.now());
        note(process, "published", List.of(new FieldChange("document", before, version.document())), reason);
        entities.flush();
        forgetBehindTheCommit();
        return shown.view(process);
    }

    /** Not before: another call could read the old ones in between and keep them. */
    private void forgetBehindTheCommit() {
        afterCommit.always(processed::forget);
    }

    @Override
    public ProcessView retire(long id) {
        return retired(id, true, "retired");
    }

    @Override
    public ProcessView revive(long id) {
        return retired(id, false, "revived");
    }

    private ProcessView retired(long id, boolean from, String action) {
        administratorsOnly();
        BusinessProcess process = locked(id);
        process.retire(from, access.caller().username(), time.now());
        note(process, action, List.of(), "");
        return shown.view(process);
    }

    @Override
    public List<ProcessView.Version> versions(long id) {
        administratorsOnly();
        return shown.versions(versions.process(id));
    }

    private BusinessProcess locked(long id) {
        BusinessProcess process = entities.find(BusinessProcess.class, id, LockModeType.PESSIMISTIC_WRITE);
        return process == null ? versions.process(id) : process;
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

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
