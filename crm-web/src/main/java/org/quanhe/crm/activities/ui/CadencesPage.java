package org.quanhe.crm.activities.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.Cadences;
import org.quanhe.crm.activities.FollowUps;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.ui.ConditionInput;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Pager;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** How often whom is contacted: the cadences, one of them in a form, and what came of its tasks. */
@Named
@RequestScoped
public class CadencesPage {
    private static final String CONDITION = "condition";

    @Inject
    private Cadences cadences;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private @Nullable CadenceView one;
    private Map<String, Object> document = Map.of();
    private String type = "customers";
    private ConditionInput condition;
    private Portion<Cadences.Result> results = Portion.none();
    private String problem = "";

    @PostConstruct
    void open() {
        cadences.all();
        String id = text("id");
        one = id.matches("\\d{1,18}") ? cadences.one(Long.parseLong(id)) : null;
        results = one == null ? results : cadences.results(one.id(), Pager.place(request), Pager.ROWS);
        document = one == null
                ? Map.of(
                        "everyDays", BigDecimal.valueOf(30), "goal", BigDecimal.valueOf(FollowUps.GOAL), "active", true)
                : one.document();
        String asked = text("type").isEmpty() ? String.valueOf(document.getOrDefault("type", type)) : text("type");
        type = CadenceView.TYPES.contains(asked) ? asked : type;
        condition = ConditionInput.of(
                CONDITION, label(), seen(), String.valueOf(document.getOrDefault(CONDITION, "")), viewer);
    }

    private RecordTypeView seen() {
        return metadata.type(type);
    }

    private String label() {
        return viewer.text("activities.page.cadences.condition");
    }

    /** Keeps what was typed; what is wrong with it is told, and it stays. */
    public @Nullable String save() {
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("name", text("name"));
        sent.put("type", type);
        sent.put("by", text("by"));
        number(sent, "everyDays");
        number(sent, "goal");
        sent.put("task", !text("task").isEmpty());
        sent.put("active", !text("active").isEmpty());
        condition = ConditionInput.read(request, CONDITION, label(), seen(), viewer);
        document = sent;
        String version = text("version");
        try {
            sent.put(CONDITION, condition.condition(seen()));
            if (one == null) {
                cadences.create(sent);
            } else {
                cadences.change(one.id(), version.matches("\\d{1,18}") ? Long.valueOf(version) : null, sent);
            }
            toasts.say(viewer.text("activities.page.cadences.saved"));
            return "/cadences.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            problem = told(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    private void number(Map<String, Object> sent, String name) {
        String told = text(name);
        if (told.matches("\\d{1,6}")) {
            sent.put(name, new BigDecimal(told));
        }
    }

    private String told(CrmException refusal) {
        if (refusal.kind() == CrmException.Kind.STALE) {
            return viewer.text("activities.page.cadences.stale");
        }
        return refusal.violations().isEmpty()
                ? viewer.text(refusal)
                : refusal.violations().stream()
                        .map(wrong -> viewer.text(key(wrong.field())) + ": "
                                + viewer.texts().text(wrong.message()))
                        .collect(Collectors.joining(" "));
    }

    private static String key(String field) {
        return switch (field) {
            case "everyDays" -> "activities.page.cadences.every";
            case CONDITION -> "activities.page.cadences.condition";
            case "name" -> "activities.page.name";
            case "goal" -> "activities.page.cadences.goal";
            default -> "activities.page.cadences.by";
        };
    }

    public @Nullable String remove() {
        if (one != null) {
            cadences.remove(one.id(), null);
            toasts.say(viewer.text("activities.page.cadences.removed"));
        }
        return "/cadences.xhtml?faces-redirect=true";
    }

    private String text(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    public List<Row> getRows() {
        return cadences.all().stream()
                .map(row -> new Row(
                        "cadences.xhtml?id=" + row.id(),
                        row.text("name"),
                        viewer.text(row.text("type") + ".type"),
                        row.text(CONDITION),
                        viewer.text("activities.page.cadences.everyDays", row.text("everyDays")),
                        viewer.text("ui.kind." + row.text("by")),
                        row.says("task") ? viewer.text("activities.page.cadences.tasks", row.made(), row.done()) : "",
                        row.says("active")))
                .toList();
    }

    /** What came of the tasks of the one in the form. */
    public List<Result> getResults() {
        return results.items().stream().map(this::result).toList();
    }

    private Result result(Cadences.Result result) {
        RecordView task = result.task();
        Object outcome = task.value(Contacts.OUTCOME);
        boolean done = Boolean.TRUE.equals(task.value(Contacts.DONE));
        return new Result(
                Links.record(Contacts.TYPE, task.ref().id()),
                task.title(),
                owner(task),
                viewer.told().shortDate(result.due(), viewer.today()),
                viewer.text(done ? "activities.page.done" : "activities.page.open"),
                outcome == null ? "" : viewer.text("activities.outcome." + outcome));
    }

    public Pager getPager() {
        return Pager.of(request, viewer, "cadences.xhtml?id=" + getId(), results);
    }

    private static String owner(RecordView task) {
        return task.value("owner") instanceof RecordRef ref
                ? task.referenceTitles().getOrDefault(ref.key(), "")
                : "";
    }

    public boolean isKnown() {
        return one != null;
    }

    public boolean isEditing() {
        return one != null || !text("new").isEmpty() || request.getMethod().equals("POST");
    }

    public String getId() {
        return one == null ? "" : Long.toString(one.id());
    }

    public String getVersion() {
        return one == null ? "" : Long.toString(one.version());
    }

    /** What the form holds. */
    public String held(String name) {
        return String.valueOf(document.getOrDefault(name, ""));
    }

    public boolean says(String name) {
        return Boolean.TRUE.equals(document.get(name));
    }

    public ConditionInput getCondition() {
        return condition;
    }

    public List<PlanChoices.Choice> getTypes() {
        return CadenceView.TYPES.stream()
                .map(code -> new PlanChoices.Choice(code, viewer.text(code + ".type"), code.equals(type)))
                .toList();
    }

    public List<PlanChoices.Choice> getKinds() {
        return CadenceView.CONTACTS.stream()
                .map(code ->
                        new PlanChoices.Choice(code, viewer.text("ui.kind." + code), code.equals(document.get("by"))))
                .toList();
    }

    public String getProblem() {
        return problem;
    }

    /** A cadence. */
    public record Row(
            String href,
            String name,
            String type,
            String condition,
            String every,
            String by,
            String tasks,
            boolean active) {}

    /** A task and what came of it. */
    public record Result(String href, String title, String owner, String due, String state, String outcome) {}
}
