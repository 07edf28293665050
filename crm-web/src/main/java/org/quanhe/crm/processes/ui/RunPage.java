package org.quanhe.crm.processes.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.processes.ProcessRuns;
import org.quanhe.crm.processes.RunView;
import org.quanhe.crm.processes.RunView.Stage;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** A record on its way through a process: where it is, what to do now, and what was answered on the way. */
@Named
@RequestScoped
public class RunPage {
    @Inject
    private ProcessRuns runs;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private RunView run;
    private List<Asked> questions = List.of();
    private String problem = "";

    @PostConstruct
    void open() {
        String id = parameter("id");
        show(runs.open(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0));
    }

    private void show(RunView shown) {
        run = shown;
        Currency usual = metadata.currency();
        questions = shown.current()
                .map(step -> step.questions().stream()
                        .map(question -> Asked.of(question, viewer, usual))
                        .toList())
                .orElse(List.of());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /**
     * Completes the step that the page showed; what is wrong is said beside the questions, and what was typed stays.
     */
    public @Nullable String complete() {
        int at = parameter("at").matches("\\d{1,9}") ? Integer.parseInt(parameter("at")) : 0;
        Map<String, Object> answers = new LinkedHashMap<>();
        List<Asked> typed = new ArrayList<>();
        for (Asked question : questions) {
            Asked answered = question.answerable() ? question.typed(question.sent(request), "") : question;
            // what nobody touched is not sent: somebody else may have changed it meanwhile
            if (question.answerable() && !answered.now().trace().equals(parameter("was." + question.name()))) {
                answers.put(question.name(), answered.answer(viewer.told().zone()));
            }
            typed.add(answered);
        }
        try {
            String name =
                    run.current().map(step -> viewer.texts().text(step.name())).orElse("");
            RunView now = runs.complete(run.id(), at, answers);
            toasts.say(now.current()
                    .map(next ->
                            viewer.text("ui.run.handed", name, viewer.texts().text(next.name()), next.teamName()))
                    .orElseGet(() -> viewer.text("ui.run.completed", name)));
            return "/run.xhtml?faces-redirect=true&id=" + run.id();
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = viewer.text(refusal);
            if (refusal.kind() == CrmException.Kind.CONFLICT) {
                show(runs.open(run.id()));
                took(at);
            } else {
                tell(refusal, typed);
            }
            return null;
        }
    }

    /** Says in the viewer's own words and zone who was faster. */
    private void took(int at) {
        List<RunView.Step> done =
                run.steps().stream().filter(step -> step.stage() == Stage.DONE).toList();
        Instant when = at > 0 && at <= done.size() ? done.get(at - 1).doneAt() : null;
        if (when != null) {
            problem = viewer.text(
                    "ui.run.took", done.get(at - 1).doneBy(), viewer.told().dateTime(when));
        }
    }

    private void tell(CrmException refusal, List<Asked> typed) {
        Map<String, String> said = refusal.violations().stream()
                .collect(Collectors.toMap(
                        CrmException.Violation::field,
                        violation -> viewer.texts().text(violation.message()),
                        (one, other) -> one + " " + other,
                        LinkedHashMap::new));
        questions = typed.stream()
                .map(question -> question.typed(question.now(), said.getOrDefault(question.name(), "")))
                .toList();
        List<String> names = typed.stream().map(Asked::name).toList();
        String elsewhere = said.entrySet().stream()
                .filter(entry -> !names.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        problem = elsewhere.isEmpty() ? problem : problem + " " + elsewhere;
    }

    public @Nullable String stop() {
        try {
            runs.stop(run.id(), parameter("why"));
            return "/run.xhtml?faces-redirect=true&id=" + run.id();
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    public RunView getRun() {
        return run;
    }

    /** How much of it is done, in words. */
    public String getProgress() {
        return viewer.told().percent(run.percent());
    }

    public String getName() {
        return viewer.texts().text(run.name());
    }

    public String getRecordHref() {
        return Links.record(run.record().type(), run.record().id());
    }

    public String getTypeLabel() {
        return viewer.text(run.record().type() + ".type");
    }

    public String getTypeHref() {
        return Links.list(run.record().type());
    }

    public String getState() {
        return run.state().name();
    }

    public String getBegan() {
        return viewer.text("ui.run.began", run.startedBy(), viewer.told().dateTime(run.startedAt()), run.version());
    }

    public List<Asked> getQuestions() {
        return questions;
    }

    /** What is still to be answered, in one line; empty for nothing. */
    public String getMissing() {
        List<String> missing =
                questions.stream().filter(Asked::isMissing).map(Asked::label).toList();
        return missing.isEmpty() ? "" : viewer.text("ui.run.missing", missing.size(), String.join(", ", missing));
    }

    /** The whole way: done, present and coming steps. */
    public List<RunStep> getWay() {
        return run.steps().stream().map(step -> RunStep.of(step, viewer)).toList();
    }

    public List<RunStep> getDone() {
        return getWay().stream().filter(RunStep::isDone).toList();
    }

    /** The step to do; null where the run has ended. */
    public @Nullable RunStep getCurrent() {
        return run.current().map(step -> RunStep.of(step, viewer)).orElse(null);
    }

    /** Whose step it is, where it is not the viewer's. */
    public String getOthers() {
        boolean theirs = run.state() == RunView.State.RUNNING && !run.mayComplete();
        return theirs
                ? viewer.text(
                        "ui.run.notYours",
                        run.current().map(RunView.Step::teamName).orElse(""))
                : "";
    }

    /** Some of what is asked is closed to the viewer. */
    public boolean isClosed() {
        return questions.stream().anyMatch(question -> !question.answerable());
    }

    public String getProblem() {
        return problem;
    }
}
