package org.quanhe.crm.automation.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.ui.EarlierVersions;
import org.quanhe.crm.automation.AutomationView;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** One automation: what sets it off, what it does, and each of its runs. */
@Named
@RequestScoped
public class AutomationPage {
    private static final int RUNS = 20;
    private static final String CHOSEN = "chosen:";
    private static final String API = "/api/v1/hooks/";

    @Inject
    private Automations automations;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private StepLines steps;

    @Inject
    private ArgumentChoices choices;

    @Inject
    private Fitting fitting;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private long id;
    private @Nullable AutomationView automation;
    private AutomationForm form = AutomationForm.fresh("");
    private String problem = "";
    private String focus = "";
    private String conditionProblem = "";
    private final List<CrmException.Violation> wrong = new ArrayList<>();
    private List<String> left = List.of();
    private @Nullable Line trigger;
    private @Nullable List<Line> lines;
    private @Nullable RunView dry;
    private String address = "";
    private @Nullable EarlierVersions history;

    @PostConstruct
    void open() {
        automations.vocabulary();
        String asked = parameter("id");
        id = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : 0;
        if (id > 0) {
            AutomationView known = automations.open(id);
            automation = known;
            form = AutomationForm.of(known.document(), type(known.type()), inputs(known.type()));
        } else {
            String type = parameter("type");
            form = AutomationForm.fresh(type.isEmpty() ? metadata.types().get(0).name() : type);
        }
    }

    private Optional<RecordTypeView> type(String name) {
        return metadata.allTypes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private StepInputs inputs(String type) {
        return new StepInputs(automations.vocabulary(), this::type, type);
    }

    private void read() {
        String was = AutomationForm.drawn(request, AutomationForm.TYPE);
        form = AutomationForm.read(request, inputs(was));
        String on = parameter(AutomationForm.TRIGGER + "." + StepInputs.ON);
        left = form.isPicked()
                ? fitting.fit(form, on, new Fitting.Move(automations.vocabulary(), type(was), type(form.getType())))
                : List.of();
        trigger = null;
        lines = null;
    }

    /**
     * Adds, moves or takes away what the pressed button names, or draws what hangs on a choice, and keeps everything
     * that was typed.
     */
    public void reshape() {
        read();
        String act = parameter("auto:reshape");
        String place = act.substring(act.indexOf(':') + 1);
        if (act.startsWith(CHOSEN)) {
            focus = place;
            return;
        }
        String chosen = request.getParameter("new." + place);
        if (chosen == null || !chosen.isBlank()) {
            focus = form.reshape(act, Objects.requireNonNullElse(chosen, ""));
        }
    }

    public @Nullable String keep() {
        read();
        if (!left.isEmpty()) {
            return null;
        }
        try {
            Map<String, Object> document = form.document(type(form.getType()));
            AutomationView kept =
                    id == 0 ? automations.create(document) : automations.change(id, document, parameter("why"));
            toasts.say(viewer.text("ui.saved", kept.name()));
            return "/automation.xhtml?faces-redirect=true&id=" + kept.id();
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    /** Goes back to the version that was asked for. */
    public @Nullable String restore() {
        try {
            automations.restore(id, EarlierVersions.asked(request), parameter("why"));
            toasts.say(viewer.text("ui.publish.back", EarlierVersions.asked(request)));
            return "/automation.xhtml?faces-redirect=true&id=" + id;
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public EarlierVersions getHistory() {
        EarlierVersions shown = history;
        if (shown == null) {
            long thing = id;
            shown = new EarlierVersions(
                    viewer,
                    request,
                    "automation.xhtml?id=" + thing,
                    thing == 0 ? List.of() : automations.versions(thing),
                    number -> automations.restoring(thing, number));
            history = shown;
        }
        return shown;
    }

    public @Nullable String remove() {
        automations.remove(id);
        toasts.say(viewer.text("ui.auto.removed"));
        return "/automations.xhtml?faces-redirect=true";
    }

    /** Does everything for the record that is named, and takes it back. */
    public void dryRun() {
        String record = parameter("record").strip();
        try {
            dry = automations.dryRun(id, record.matches("\\d{1,18}") ? Long.parseLong(record) : 0);
        } catch (RuntimeException failed) {
            tell(failed);
        }
    }

    /** Makes the address at which other systems call, and tells it once. */
    public void renewAddress() {
        address = request.getRequestURL().toString().replaceAll("/[^/]*$", "") + API + automations.newAddress(id);
    }

    public @Nullable String retry() {
        return onRun(automations::retry);
    }

    public @Nullable String stop() {
        return onRun(automations::stop);
    }

    /** What is done with a run. */
    private interface Act {
        RunView on(long run);
    }

    private @Nullable String onRun(Act act) {
        try {
            act.on(Long.parseLong(parameter("run")));
            return "/automation.xhtml?faces-redirect=true&id=" + id;
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    private void tell(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        wrong.addAll(refusal.violations());
        // what is told at its place is not told here again
        getTrigger();
        getLines();
        conditionProblem = form.isPicked() ? steps.problem(AutomationForm.CONDITION, wrong) : "";
        StringBuilder told = new StringBuilder(viewer.text(refusal));
        wrong.forEach(violation -> told.append(' ')
                .append(violation.field())
                .append(": ")
                .append(viewer.texts().text(violation.message())));
        problem = told.toString();
    }

    /** What is wrong with the condition, empty for nothing. */
    public String getConditionProblem() {
        return conditionProblem;
    }

    /** What sets it off. */
    public Line getTrigger() {
        Line drawn = trigger;
        if (drawn == null) {
            drawn = steps.trigger(form.trigger(), drawing());
            trigger = drawn;
        }
        return drawn;
    }

    /** What it does, step by step. */
    public List<Line> getLines() {
        List<Line> drawn = lines;
        if (drawn == null) {
            drawn = steps.lines(form.isPicked() ? form.actions() : List.of(), drawing());
            lines = drawn;
        }
        return drawn;
    }

    /** How values of fields are put in where not as text, for those record types whose fields get values. */
    public List<ValueInput> getValueInputs() {
        List<Line> drawn = new ArrayList<>(getLines());
        drawn.add(getTrigger());
        return steps.inputs(drawn, drawing());
    }

    /** What is wrong with a document that is written as text stands above it. */
    private StepLines.Drawing drawing() {
        List<CrmException.Violation> open = form.isPicked() ? wrong : new ArrayList<>();
        return new StepLines.Drawing(automations.vocabulary(), this::type, type(form.getType()), focus, open);
    }

    /** What was left behind when another record type or trigger was chosen. */
    public List<String> getLeft() {
        return left;
    }

    /** Name of the input where the reader goes on, empty for none. */
    public String getFocus() {
        return focus;
    }

    public List<Option> getTypes() {
        return metadata.allTypes().stream()
                .map(one -> new Option(one.name(), viewer.text(one.name() + ".type")))
                .toList();
    }

    public List<Option> getFields() {
        return choices.fields(type(form.getType())).toList();
    }

    public List<Option> getTriggers() {
        return options(automations.vocabulary().triggers());
    }

    public List<Option> getActionCodes() {
        return options(automations.vocabulary().actions());
    }

    private List<Option> options(List<Automations.Word> words) {
        return words.stream()
                .map(word -> new Option(word.code(), viewer.text(word.labelKey())))
                .toList();
    }

    public List<Run> getRuns() {
        return id == 0
                ? List.of()
                : automations.runs(id, null, RUNS).stream().map(this::told).toList();
    }

    public @Nullable Run getDry() {
        RunView run = dry;
        return run == null ? null : told(run);
    }

    private Run told(RunView run) {
        return new Run(
                run.id(),
                run.title(),
                Links.record(run.record().type(), run.record().id()),
                viewer.text("ui.auto.state." + run.state().name()),
                run.state().name(),
                viewer.told().dateTime(run.createdAt()),
                run.trace().stream()
                        .map(line -> viewer.told().time(line.at()) + " "
                                + viewer.texts().text(line.text()))
                        .toList());
    }

    public String getTitle() {
        AutomationView known = automation;
        return known == null ? viewer.text("ui.auto.new") : known.name();
    }

    public boolean isThere() {
        return automation != null;
    }

    public String getStopped() {
        AutomationView known = automation;
        return known == null || known.stopped().isEmpty() ? "" : viewer.text("ui.auto.stopped", known.stopped());
    }

    public String getAuthor() {
        AutomationView known = automation;
        return known == null ? "" : viewer.text("ui.auto.author", known.author());
    }

    public AutomationForm getForm() {
        return form;
    }

    /** Other systems set it off. */
    public boolean isCalled() {
        return isThere()
                && automations
                        .vocabulary()
                        .trigger(form.getOn())
                        .filter(Automations.Word::called)
                        .isPresent();
    }

    /** The address that was just made, empty if none was. */
    public String getAddress() {
        return address;
    }

    public long getId() {
        return id;
    }

    public String getProblem() {
        return problem;
    }

    /** A code and what it says. */
    public record Option(String code, String label) {}

    /** A run. */
    public record Run(long id, String title, String href, String label, String state, String at, List<String> trace) {
        public boolean isWaiting() {
            return state.equals("WAITING");
        }

        public boolean isFailed() {
            return state.equals("FAILED");
        }
    }
}
