package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.control.RecordTypes;
import org.quanhe.crm.records.control.RenamedFields;
import org.quanhe.crm.records.spi.FieldUser;

/**
 * Processes when fields change: drafts and versions follow new names, and it is said before when a version on which
 * runs begin would not fit any more.
 */
@ApplicationScoped
class ProcessFields implements FieldUser {
    private static final Set<String> CONDITIONS = Set.of("enter", "exit");

    @PersistenceContext(unitName = "crm")
    private EntityManager entities;

    @Inject
    private RecordTypes types;

    @Inject
    private Versions versions;

    @Inject
    private PlanCheck check;

    private List<BusinessProcess> all() {
        return entities.createQuery("select p from BusinessProcess p order by p.id", BusinessProcess.class)
                .getResultList();
    }

    @Override
    public List<Touched> touched(List<Renaming> renamings, Function<String, Optional<RecordTypeView>> after) {
        List<Touched> touched = new ArrayList<>();
        for (BusinessProcess process : all()) {
            versions.current(process).ifPresent(version -> {
                Map<String, Object> document = JsonText.readMap(version.document());
                Map<String, Object> renamed = RenamedFields.in(document, renamings, CONDITIONS, types::target);
                Plan plan = PlanReader.read(document);
                List<Violation> misfits = check.violations(plan).isEmpty()
                        ? check.violations(PlanReader.read(renamed), after)
                        : List.of();
                LocalizedMessage name = Labels.told(plan.name());
                if (!misfits.isEmpty()) {
                    touched.add(new Touched(
                            process.recordType(),
                            LocalizedMessage.of(
                                    "processes.metadata.misfit",
                                    name,
                                    misfits.get(0).message())));
                } else if (!renamed.equals(document)) {
                    touched.add(
                            new Touched(process.recordType(), LocalizedMessage.of("processes.metadata.follows", name)));
                }
            });
        }
        return touched;
    }

    @Override
    public void follow(List<Renaming> renamings) {
        for (BusinessProcess process : all()) {
            process.waiting().ifPresent(draft -> follow(draft, renamings, process::follow));
            for (ProcessVersion version : versions.all(process)) {
                follow(version.document(), renamings, version::follow);
            }
        }
    }

    private void follow(String text, List<Renaming> renamings, Consumer<String> write) {
        Map<String, Object> document = JsonText.readMap(text);
        Map<String, Object> renamed = RenamedFields.in(document, renamings, CONDITIONS, types::target);
        if (!renamed.equals(document)) {
            write.accept(JsonText.write(renamed));
        }
    }
}
