package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.control.RecordViews;

/** Shows processes: to administrators with their drafts, to others what is published. */
@ApplicationScoped
public class ProcessesShown {
    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private Versions versions;

    @Inject
    private RecordViews views;

    /** With its draft, if there is one. */
    public ProcessView view(BusinessProcess process) {
        String document = process.waiting()
                .or(() -> versions.current(process).map(ProcessVersion::document))
                .orElse("{}");
        long running = entities.createQuery(
                        "select count(r) from ProcessRun r where r.processId = :id and r.endedAt is null", Long.class)
                .setParameter("id", process.id())
                .getSingleResult();
        return view(
                process,
                PlanReader.stored(document),
                JsonText.readMap(document),
                process.waiting().isPresent(),
                running);
    }

    /** As it is published, without its document: conditions may name fields that the caller may not know of. */
    public ProcessView published(BusinessProcess process) {
        String document =
                versions.current(process).map(ProcessVersion::document).orElse("{}");
        return view(process, PlanReader.stored(document), Map.of(), false, 0);
    }

    private static ProcessView view(
            BusinessProcess process, Plan plan, Map<String, Object> document, boolean draft, long running) {
        return new ProcessView(
                process.id(),
                plan.title(),
                process.recordType(),
                process.state(),
                document,
                draft,
                process.published(),
                process.author(),
                process.updatedAt(),
                running);
    }

    /** What was published, newest first, with the runs of each. */
    public List<ProcessView.Version> versions(BusinessProcess process) {
        List<ProcessVersion> all = versions.all(process);
        Map<Long, String> names =
                views.names(all.stream().map(ProcessVersion::publishedBy).collect(Collectors.toSet()));
        List<ProcessView.Version> shown = new ArrayList<>();
        for (ProcessVersion version : all) {
            shown.add(new ProcessView.Version(
                    version.number(),
                    version.publishedAt(),
                    names.getOrDefault(version.publishedBy(), ""),
                    version.why(),
                    runs(version, "r.endedAt is null"),
                    runs(version, "r.endedAt is not null"),
                    JsonText.readMap(version.document())));
        }
        return shown;
    }

    private long runs(ProcessVersion version, String condition) {
        return entities.createQuery(
                        "select count(r) from ProcessRun r where r.versionId = :id and " + condition, Long.class)
                .setParameter("id", version.id())
                .getSingleResult();
    }
}
