package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** On the page of a record: where it is in its processes, and sending it through another one. */
@Named
@RequestScoped
public class RecordProcesses {
    @Inject
    private Processes processes;

    @Inject
    private ProcessRuns runs;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RecordRef record = new RecordRef("none", 0);
    private List<RunView> all = List.of();
    private List<ProcessView> startable = List.of();

    @PostConstruct
    void open() {
        String id = parameter("id");
        record = new RecordRef(parameter("type"), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        startable = processes.startable(record.type());
        all = runs.ofRecord(record);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Runs under way. */
    public List<Run> getRuns() {
        return all.stream().filter(run -> run.endedAt() == null).map(this::told).toList();
    }

    /** Runs that have ended. */
    public List<Run> getEnded() {
        return all.stream().filter(run -> run.endedAt() != null).map(this::told).toList();
    }

    private Run told(RunView run) {
        RunView.Step step = run.current().orElse(null);
        return new Run(
                "run.xhtml?id=" + run.id(),
                viewer.texts().text(run.name()),
                step == null
                        ? viewer.text("processes.state." + run.state().name())
                        : viewer.texts().text(step.name()),
                step == null ? "" : step.teamName(),
                run.percent(),
                run.mayComplete());
    }

    /** Processes that it does not go through now. */
    public List<Option> getStartable() {
        return startable.stream()
                .filter(process ->
                        all.stream().noneMatch(run -> run.endedAt() == null && run.process() == process.id()))
                .map(process -> new Option(process.id(), viewer.texts().text(process.name())))
                .toList();
    }

    /** Sends the record through the process that was picked. */
    public @Nullable String start() {
        try {
            RunView run = runs.start(Long.parseLong(parameter("process")), record.id());
            String step =
                    run.current().map(now -> viewer.texts().text(now.name())).orElse("");
            toasts.say(viewer.text("ui.run.started", viewer.texts().text(run.name()), step));
            return run.mayComplete() ? "/run.xhtml?faces-redirect=true&id=" + run.id() : back();
        } catch (RuntimeException failed) {
            toasts.say(viewer.text(Refusals.of(failed).orElseThrow(() -> failed)));
            return back();
        }
    }

    private String back() {
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(record.type()) + "&id=" + record.id();
    }

    /** A run. */
    public record Run(String href, String name, String step, String team, int percent, boolean yours) {}

    /** A process that can be started. */
    public record Option(long id, String name) {}
}
