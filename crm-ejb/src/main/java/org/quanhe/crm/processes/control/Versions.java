package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;

/** Finds processes and what was published of them. */
@ApplicationScoped
public class Versions {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    /** The process of that number; NOT_FOUND if there is none. */
    public BusinessProcess process(long id) {
        BusinessProcess process = entities.find(BusinessProcess.class, id);
        if (process == null) {
            throw CrmException.notFound(new RecordRef("processes", id));
        }
        return process;
    }

    /** The version on which new runs begin, if there is one. */
    public Optional<ProcessVersion> current(BusinessProcess process) {
        return all(process).stream()
                .filter(version -> version.number() == process.published())
                .findFirst();
    }

    /** All that was published, newest first. */
    public List<ProcessVersion> all(BusinessProcess process) {
        return entities.createQuery(
                        "select v from ProcessVersion v where v.processId = :id order by v.number desc",
                        ProcessVersion.class)
                .setParameter("id", process.id())
                .getResultList();
    }

    /** What that version says. */
    Plan plan(long versionId) {
        return PlanReader.stored(entities.find(ProcessVersion.class, versionId).document());
    }
}
