package org.quanhe.crm.lifecycle.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.FieldChange;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.lifecycle.LifecycleTemplate;
import org.quanhe.crm.lifecycle.LifecycleView;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The lifecycle for administrators: its stages at the left, the chosen one in the middle, templates at the right. */
@Named
@RequestScoped
public class LifecyclePage {
    @Inject
    private Lifecycle lifecycle;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private LifecycleView shown;
    private StagesDraft draft;
    private List<RecordTypeView> types;
    private boolean fresh;
    private String selected = "";
    private StageForm form;
    private String problem = "";
    private String mapped = "";

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        shown = lifecycle.shown();
        draft = new StagesDraft(shown.document());
        types = lifecycle.types().stream().map(metadata::type).toList();
        fresh = parameter("new").equals("true");
        List<String> codes = draft.codes();
        selected = fresh ? "" : codes.contains(parameter("stage")) ? parameter("stage") : codes.get(0);
        form = stage().map(stage -> StageForm.of(stage, types, viewer)).orElseGet(() -> StageForm.empty(types, viewer));
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private Optional<Stage> stage() {
        return shown.stages().stream()
                .filter(stage -> stage.code().equals(selected))
                .findFirst();
    }

    private @Nullable Long version() {
        return parameter("version").matches("\\d{1,18}") ? Long.valueOf(parameter("version")) : null;
    }

    /** Keeps the stage that was typed. */
    public @Nullable String keep() {
        form = StageForm.read(request, types, viewer);
        String code = fresh ? draft.fresh() : selected;
        return done(() -> lifecycle.change(draft.with(form.document(code, types)), version()), code);
    }

    /** Removes the stage; its records go to the one that was chosen. */
    public @Nullable String remove() {
        return done(() -> lifecycle.change(draft.without(selected, parameter("heir")), version()), "");
    }

    /** Puts the stage that {@code moved} names before the one that {@code before} names. */
    public @Nullable String move() {
        String moved = parameter("moved");
        return done(() -> lifecycle.change(draft.moved(moved, parameter("before")), version()), moved);
    }

    /** Takes the stages of the template whose button was pressed. */
    public @Nullable String use() {
        mapped = parameter("template:use");
        Map<String, String> moves = new LinkedHashMap<>();
        draft.codes().stream()
                .filter(code -> !parameter("heir." + code).isEmpty())
                .forEach(code -> moves.put(code, parameter("heir." + code)));
        return done(() -> lifecycle.use(mapped, moves, version()), "");
    }

    private @Nullable String done(Supplier<LifecycleView> act, String stage) {
        try {
            act.get();
            toasts.say(viewer.text("ui.life.kept"));
            return "/lifecycle.xhtml?faces-redirect=true" + (stage.isEmpty() ? "" : "&stage=" + Links.encode(stage));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(
                    refusal.kind() == CrmException.Kind.STALE ? viewer.text("ui.life.stale") : viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    public List<Row> getStages() {
        return shown.stages().stream()
                .map(stage -> new Row(
                        stage.code(),
                        viewer.texts().text(stage.title()),
                        viewer.text("ui.life.standing", viewer.told().number(standing(stage.code()))),
                        !fresh && stage.code().equals(selected)))
                .toList();
    }

    private long standing(String code) {
        return shown.standing().getOrDefault(code, 0L);
    }

    /** The other stages, for the records of one that goes. */
    public List<Option> getOthers() {
        return getStages().stream()
                .filter(row -> !row.code().equals(selected))
                .map(row -> new Option(row.code(), row.label()))
                .toList();
    }

    public List<Option> getTeams() {
        return records.list(ListQuery.of("teams").limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                .map(team -> new Option(Long.toString(team.ref().id()), team.title()))
                .toList();
    }

    public List<Option> getTemplates() {
        return lifecycle.templates().stream()
                .map(template -> new Option(template.code(), viewer.texts().text(template.title())))
                .toList();
    }

    /** Stages that a template leaves out and in which records stand, with where they would go. */
    public List<Mapping> getMappings() {
        if (mapped.isEmpty() || problem.isEmpty()) {
            return List.of();
        }
        List<Mapping> mappings = new ArrayList<>();
        lifecycle.suggestedMoves(mapped).forEach((code, heir) -> shown.stages().stream()
                .filter(stage -> stage.code().equals(code))
                .forEach(stage ->
                        mappings.add(new Mapping(code, viewer.texts().text(stage.title()), standing(code), heir))));
        return mappings;
    }

    /** The stages of the template to which records go. */
    public List<Option> getHeirs() {
        return lifecycle.templates().stream()
                .filter(template -> template.code().equals(mapped))
                .map(LifecycleTemplate::stages)
                .flatMap(List::stream)
                .map(stage -> new Option(stage.code(), viewer.texts().text(stage.title())))
                .toList();
    }

    public List<Line> getChanges() {
        Map<String, String> teams = new LinkedHashMap<>();
        getTeams().forEach(team -> teams.put(team.code(), team.label()));
        return shown.changes().stream()
                .map(change -> new Line(
                        viewer.told().dateTime(change.at()),
                        change.by(),
                        change.fields().stream()
                                .map(field -> told(field, field.field().endsWith(".team") ? teams : Map.of()))
                                .toList()))
                .toList();
    }

    /** @param names of what the change tells by number */
    private String told(FieldChange change, Map<String, String> names) {
        return viewer.text(
                "ui.life.changed",
                change.field(),
                told(names.getOrDefault(change.before(), change.before())),
                told(names.getOrDefault(change.after(), change.after())));
    }

    private String told(String value) {
        return value.isEmpty() ? viewer.text("ui.life.nothing") : value;
    }

    public String getTitle() {
        return stage().map(stage -> viewer.texts().text(stage.title())).orElseGet(() -> viewer.text("ui.life.new"));
    }

    public String getUp() {
        return draft.up(selected);
    }

    public boolean isMayDown() {
        return draft.mayDown(selected);
    }

    public String getDown() {
        return draft.down(selected);
    }

    public StageForm getForm() {
        return form;
    }

    public long getVersion() {
        return shown.version();
    }

    public String getSelected() {
        return selected;
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getMapped() {
        return mapped;
    }

    public String getProblem() {
        return problem;
    }

    /** A stage in the list at the left. */
    public record Row(String code, String label, String standing, boolean current) {}

    /** A code and what it says. */
    public record Option(String code, String label) {}

    /** A stage that goes, how many stand there, and where they would go. */
    public record Mapping(String code, String label, long standing, String heir) {}

    /** A change and who made it. */
    public record Line(String at, String by, List<String> changes) {}
}
