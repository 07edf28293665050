package org.quanhe.crm.lifecycle.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.IdealCustomer;
import org.quanhe.crm.lifecycle.IdealCustomerView;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionInput;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The profile of the ideal customer, and running it over the records that are there. */
@Named
@RequestScoped
public class IdealCustomerPage {
    @Inject
    private IdealCustomer ideal;

    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private IdealCustomerView shown;
    private List<RecordTypeView> types;
    private List<ConditionInput> criteria;
    private String problem = "";

    @PostConstruct
    void open() {
        shown = ideal.shown();
        types = lifecycle.types().stream().map(metadata::type).toList();
        criteria = types.stream()
                .map(type -> ConditionInput.of(
                        type.name(), label(type), type, shown.conditions().getOrDefault(type.name(), ""), viewer))
                .toList();
    }

    private String label(RecordTypeView type) {
        return viewer.text("ui.ideal.criteria", viewer.text(type.name() + ".type"));
    }

    /** Keeps what was typed; what the caller cannot see of it stays as it was. */
    public @Nullable String save() {
        criteria = types.stream()
                .map(type -> ConditionInput.read(request, type.name(), label(type), type, viewer))
                .toList();
        Map<String, String> conditions = new LinkedHashMap<>(shown.conditions());
        for (int i = 0; i < types.size(); i++) {
            conditions.put(types.get(i).name(), criteria.get(i).condition(types.get(i)));
        }
        String version = Objects.requireNonNullElse(request.getParameter("version"), "");
        Long seen = version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
        return done(() -> ideal.change(conditions, seen), "ui.ideal.saved");
    }

    public @Nullable String run() {
        return done(ideal::run, "ui.ideal.started");
    }

    private @Nullable String done(Supplier<IdealCustomerView> act, String said) {
        try {
            act.get();
            toasts.say(viewer.text(said));
            return "/idealcustomer.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(
                    refusal.kind() == CrmException.Kind.STALE ? viewer.text("ui.ideal.stale") : viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    public List<ConditionInput> getCriteria() {
        return criteria;
    }

    public boolean isRan() {
        return shown.run() != null;
    }

    /** A run goes on. */
    public boolean isRunning() {
        IdealCustomerView.Run run = shown.run();
        return run != null && run.ended() == null;
    }

    public int getPercent() {
        IdealCustomerView.Run run = shown.run();
        return run == null ? 0 : run.percent();
    }

    public String getProgress() {
        IdealCustomerView.Run run = shown.run();
        return run == null
                ? viewer.text("ui.ideal.never")
                : viewer.text(
                        "ui.ideal.progress",
                        viewer.told().number(run.done()),
                        viewer.told().number(Math.max(run.total(), run.done())),
                        viewer.told().number(run.changed()));
    }

    public String getRunBy() {
        IdealCustomerView.Run run = shown.run();
        return run == null
                ? ""
                : viewer.text("ui.ideal.by", run.by(), viewer.told().dateTime(run.started()));
    }

    /** Lists of the records that fit. */
    public List<Found> getFound() {
        return types.stream()
                .filter(type -> type.find("fit").isPresent())
                .map(type -> new Found(
                        viewer.text(type.name() + ".type"),
                        Links.list(type.name()) + "&filter=" + Links.encode("fit == \"fits\"")))
                .toList();
    }

    public List<LifecyclePage.Line> getChanges() {
        return shown.changes().stream()
                .map(change -> new LifecyclePage.Line(
                        viewer.told().dateTime(change.at()),
                        change.by(),
                        change.fields().stream()
                                .map(field -> viewer.text(
                                        "ui.life.changed",
                                        viewer.text(field.field() + ".type"),
                                        told(field.before()),
                                        told(field.after())))
                                .toList()))
                .toList();
    }

    private String told(String value) {
        return value.isEmpty() ? viewer.text("ui.life.nothing") : value;
    }

    public long getVersion() {
        return shown.version();
    }

    public String getProblem() {
        return problem;
    }

    /** A list of records. */
    public record Found(String label, String href) {}
}
