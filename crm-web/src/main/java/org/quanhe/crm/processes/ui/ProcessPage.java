package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The editor of a process: its steps at the left, the chosen one in the middle, what is missing at the right. */
@Named
@RequestScoped
public class ProcessPage {
    private static final String NURTURE = "nurture";

    @Inject
    private Processes processes;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private long id;
    private @Nullable ProcessView process;
    private ProcessDocument document = ProcessDocument.of(Map.of("type", "customers"));
    private String selected = "";
    private boolean fresh;
    private StepForm form = StepForm.of(Map.of(), Optional.empty());
    private String problem = "";

    @PostConstruct
    void open() {
        String asked = parameter("id");
        if (asked.matches("\\d{1,18}") && !asked.equals("0")) {
            id = Long.parseLong(asked);
            process = processes.open(id);
            document = ProcessDocument.of(process.document());
        } else {
            processes.all();
        }
        fresh = parameter("new").equals("true");
        selected = fresh ? "" : parameter("step");
        form = StepForm.of(document.step(selected).orElse(Map.of()), type());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    Optional<RecordTypeView> type() {
        Object name = document.members().get("type");
        return metadata.allTypes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    ProcessDocument document() {
        return document;
    }

    Optional<ProcessView> process() {
        return Optional.ofNullable(process);
    }

    /** Keeps name and type. */
    public @Nullable String settle() {
        Map<String, Object> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String name = parameter("name." + language.tag()).strip();
            if (!name.isEmpty()) {
                names.put(language.tag(), name);
            }
        }
        String type = parameter("type");
        Map<String, Object> changed = document.with(Map.of("name", names, "type", type, NURTURE, true));
        if (!parameter(NURTURE).equals("true") || !processes.nurtured().contains(type)) {
            changed.remove(NURTURE);
        }
        document = ProcessDocument.of(changed);
        return kept(changed, "");
    }

    /** Keeps the step. */
    public @Nullable String keep() {
        form = StepForm.read(request);
        String key = fresh ? freshKey() : selected;
        Map<String, Object> before = document.step(key).orElse(Map.of());
        return kept(document.with(key, form.document(key, before, type())), key);
    }

    private String freshKey() {
        int number = document.keys().size() + 1;
        while (document.keys().contains("s" + number)) {
            number++;
        }
        return "s" + number;
    }

    public @Nullable String remove() {
        return kept(document.without(selected), "");
    }

    /** Puts the step that {@code moved} names before the one that {@code before} names. */
    public @Nullable String move() {
        String moved = parameter("moved");
        return kept(document.moved(moved, parameter("before")), moved);
    }

    private @Nullable String kept(Map<String, Object> changed, String step) {
        return done(
                () -> (id == 0 ? processes.draft(changed) : processes.redraft(id, changed)).id(),
                viewer.text("ui.proc.kept"),
                step);
    }

    public @Nullable String publish() {
        int next = process().map(ProcessView::published).orElse(0) + 1;
        return done(
                () -> processes.publish(id, parameter("why")).id(), viewer.text("ui.proc.published", next), selected);
    }

    public @Nullable String copy() {
        return done(() -> processes.copy(id).id(), viewer.text("ui.proc.copied"), "");
    }

    public @Nullable String retire() {
        return done(() -> processes.retire(id).id(), viewer.text("ui.proc.retired"), selected);
    }

    public @Nullable String revive() {
        return done(() -> processes.revive(id).id(), viewer.text("ui.proc.revived"), selected);
    }

    public @Nullable String discard() {
        boolean gone = process().map(ProcessView::published).orElse(0) == 0;
        String page = done(
                () -> {
                    processes.discard(id);
                    return id;
                },
                viewer.text("ui.proc.discarded"),
                "");
        return page != null && gone ? "/processes.xhtml?faces-redirect=true" : page;
    }

    /** What is done with the process; gives back the number of the process to show. */
    private interface Act {
        long once();
    }

    private @Nullable String done(Act act, String said, String step) {
        try {
            long shown = act.once();
            toasts.say(said);
            return "/process.xhtml?faces-redirect=true&id=" + shown
                    + (step.isEmpty() ? "" : "&step=" + Links.encode(step));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(viewer.text(refusal));
            refusal.violations().forEach(violation -> told.append(' ')
                    .append(violation.field())
                    .append(": ")
                    .append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    public List<Row> getSteps() {
        return document.steps().stream()
                .map(step -> new Row(
                        String.valueOf(step.get("key")), told(step), !fresh && selected.equals(step.get("key"))))
                .toList();
    }

    private String told(Map<String, Object> step) {
        String name = ProcessDocument.told(step, "name", viewer.language());
        return name.isEmpty() ? viewer.text("ui.untitled") : name;
    }

    public String getTitle() {
        String name = ProcessDocument.told(document.members(), "name", viewer.language());
        return name.isEmpty() ? viewer.text(id == 0 ? "ui.proc.new" : "ui.untitled") : name;
    }

    public String getStepTitle() {
        return document.step(selected).map(this::told).orElseGet(() -> viewer.text("ui.proc.step.new"));
    }

    /** Name and type are shown, no step. */
    public boolean isSettings() {
        return !fresh && document.step(selected).isEmpty();
    }

    /** The key before which the step stands after a step up. */
    public String getUp() {
        return document.up(selected);
    }

    public boolean isMayDown() {
        return document.mayDown(selected);
    }

    /** The key before which the step stands after a step down; empty for the end. */
    public String getDown() {
        return document.down(selected);
    }

    public StepForm getForm() {
        return form;
    }

    public long getId() {
        return id;
    }

    public String getSelected() {
        return selected;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getProblem() {
        return problem;
    }

    /** A step in the list at the left. */
    public record Row(String key, String label, boolean current) {}
}
