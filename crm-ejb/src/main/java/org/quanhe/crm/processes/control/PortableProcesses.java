package org.quanhe.crm.processes.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.entity.BusinessProcess;
import org.quanhe.crm.processes.entity.ProcessVersion;
import org.quanhe.crm.records.control.transfer.Mentions;
import org.quanhe.crm.records.control.transfer.RecordNames;
import org.quanhe.crm.records.spi.Arrival;
import org.quanhe.crm.records.spi.NamedRecords;
import org.quanhe.crm.records.spi.Portable;

/**
 * Processes in files: what is published, or the draft of one that never was ({@code "draft": true}); one that begins no
 * new runs says {@code "retired": true}. What lacks a team or does not fit arrives as a draft. Automations name a
 * process by its key.
 */
@ApplicationScoped
class PortableProcesses implements Portable, NamedRecords {
    private static final Set<String> CONDITIONS = Set.of("enter", "exit");
    private static final String DRAFT = "draft";
    private static final String RETIRED = "retired";
    private static final String TEAM = "team";

    @Inject
    private ProcessBook book;

    @Inject
    private Versions versions;

    @Inject
    private PlanCheck check;

    @Inject
    private RecordNames names;

    @Override
    public String kind() {
        return "processes";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public String type() {
        return "processes";
    }

    @Override
    public Optional<String> name(long id) {
        return book.all().stream()
                .filter(process -> process.id() == id)
                .map(BusinessProcess::code)
                .findFirst();
    }

    @Override
    public Optional<Long> find(String name) {
        return book.find(name).map(BusinessProcess::id);
    }

    @Override
    public List<Thing> all() {
        return book.all().stream()
                .map(process -> new Thing(
                        process.code(),
                        PlanReader.stored(document(process)).title(),
                        process.recordType(),
                        named(process)))
                .toList();
    }

    private String document(BusinessProcess process) {
        return versions.current(process)
                .map(ProcessVersion::document)
                .or(process::waiting)
                .orElse("{}");
    }

    private Map<String, Object> named(BusinessProcess process) {
        Map<String, Object> named = named(document(process));
        if (process.published() == 0) {
            named.put(DRAFT, true);
        }
        if (process.state() == ProcessView.State.RETIRED) {
            named.put(RETIRED, true);
        }
        return named;
    }

    private Map<String, Object> named(String document) {
        return new LinkedHashMap<>(mentions().named(JsonText.readMap(document)));
    }

    private Mentions mentions() {
        return new Mentions(names, check::type, CONDITIONS, object -> Optional.of(Map.of(TEAM, "teams")));
    }

    @Override
    public void bring(String key, Map<String, Object> document, Arrival arrival) {
        Map<String, Object> content = new LinkedHashMap<>(document);
        boolean draft = Boolean.TRUE.equals(content.remove(DRAFT));
        boolean retired = Boolean.TRUE.equals(content.remove(RETIRED));
        Map<String, Object> numbered = withoutNames(mentions().numbered(content, arrival));
        Optional<BusinessProcess> known = book.find(key);
        List<Violation> wrong = new ArrayList<>();
        Plan plan = plan(numbered, known, wrong, arrival);
        if (!wrong.isEmpty()) {
            wrong.forEach(arrival::wrong);
            return;
        }
        List<Violation> misfits = check.violations(plan);
        misfits.stream().filter(violation -> !arrival.lacks(violation.field())).forEach(arrival::misfit);
        boolean works = misfits.isEmpty() && !arrival.lacks() && !draft;
        Map<String, Object> before = known.map(process -> works
                        ? named(process)
                        : process.waiting().map(this::named).orElseGet(() -> named(process)))
                .orElse(Map.of());
        Map<String, Object> after = named(JsonText.write(numbered));
        if (works && retired) {
            after.put(RETIRED, true);
        } else if (!works
                && known.filter(process -> process.waiting().isPresent()).isEmpty()) {
            after.put(DRAFT, true);
        }
        if (!after.equals(before)) {
            arrival.changes(plan.title(), plan.type(), before, after);
            write(known.orElseGet(() -> new BusinessProcess(key)), numbered, works, retired, arrival.why());
        }
    }

    private static Plan plan(
            Map<String, Object> numbered, Optional<BusinessProcess> known, List<Violation> wrong, Arrival arrival) {
        Plan plan = new Plan(Map.of(), "", false, List.of());
        try {
            plan = PlanReader.read(numbered);
        } catch (CrmException unreadable) {
            wrong.addAll(unreadable.violations());
            return plan;
        }
        String type = plan.type();
        if (!arrival.known(type)) {
            wrong.add(new Violation("type", LocalizedMessage.of("records.error.unknownType", type)));
        } else if (known.filter(process ->
                        process.published() > 0 && !process.recordType().equals(type))
                .isPresent()) {
            wrong.add(new Violation("type", LocalizedMessage.of("processes.error.typeStays")));
        }
        return plan;
    }

    private void write(
            BusinessProcess process, Map<String, Object> document, boolean works, boolean retired, String why) {
        boolean same = process.published() > 0
                && JsonText.readMap(document(process)).equals(JsonText.readMap(JsonText.write(document)));
        if (!same || !works) {
            book.draft(process, document);
        }
        if (works) {
            if (!same) {
                book.publish(process, why);
            }
            if (retired != (process.state() == ProcessView.State.RETIRED)) {
                book.retire(process, retired, why);
            }
        }
    }

    /** A step of a team that is not here has none: the draft says so. */
    private static Map<String, Object> withoutNames(Map<String, Object> numbered) {
        if (numbered.get("steps") instanceof List<?> steps) {
            steps.forEach(step -> {
                if (step instanceof Map<?, ?> map && map.get(TEAM) instanceof String) {
                    map.remove(TEAM);
                }
            });
        }
        return numbered;
    }
}
