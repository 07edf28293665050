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
import java.util.Set;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.processes.control.PlanCheck;
import org.quanhe.crm.processes.control.PlanReader;
import org.quanhe.crm.processes.control.ProcessBook;
import org.quanhe.crm.processes.control.ProcessesShown;
import org.quanhe.crm.processes.control.SampleProcess;
import org.quanhe.crm.processes.control.Versions;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.records.control.SeenTypes;
import org.quanhe.crm.records.spi.Access;

/** The façade of processes. */
@Stateless
@Local(Processes.class)
public class ProcessesService implements Processes {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private ProcessBook book;

    @Inject
    private PlanCheck check;

    @Inject
    private ProcessesShown shown;

    @Inject
    private SeenTypes seen;

    @Inject
    private Access access;

    @Inject
    private TimeSource time;

    @Override
    public List<ProcessView> all() {
        administratorsOnly();
        return book.all().stream()
                .map(shown::view)
                .sorted(Comparator.comparing(view -> view.state() == ProcessView.State.RETIRED))
                .toList();
    }

    @Override
    public Set<String> nurtured() {
        administratorsOnly();
        return check.nurtured();
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
        return written(book.fresh(PlanReader.read(document)), document);
    }

    @Override
    public ProcessView redraft(long id, Map<String, ?> document) {
        administratorsOnly();
        return written(locked(id), document);
    }

    private ProcessView written(BusinessProcess process, Map<String, ?> document) {
        book.draft(process, document);
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
        book.publish(process, why);
        return shown.view(process);
    }

    @Override
    public ProcessView retire(long id) {
        return retired(id, true);
    }

    @Override
    public ProcessView revive(long id) {
        return retired(id, false);
    }

    private ProcessView retired(long id, boolean from) {
        administratorsOnly();
        BusinessProcess process = locked(id);
        book.retire(process, from, "");
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

    private void administratorsOnly() {
        if (!access.caller().administrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
    }
}
