package org.quanhe.crm.pipeline.ui;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** A pipeline: its stages, what they demand, why sales end, and what was changed. */
@Named
@RequestScoped
public class PipelinePage {
    @Inject
    private Pipelines pipelines;

    @Inject
    private Metadata metadata;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private String code = "";
    private @Nullable PipelineView shown;
    private PipelineForm form;
    private Map<String, Long> standing = Map.of();
    private Map<String, String> wrong = Map.of();
    private String problem = "";

    @PostConstruct
    void open() {
        if (!viewer.isAdministrator()) {
            throw CrmException.forbidden("identity.error.administratorsOnly");
        }
        code = parameter("code");
        PipelineView view = pipelines.open(code);
        if (!code.isEmpty()) {
            shown = view;
            standing = pipelines.standing(code);
        }
        form = request.getParameter("stage.code") == null ? opening(view) : PipelineForm.read(request);
        form.change(parameter("do"));
    }

    /** A new one begins like the first one there is, with codes of its own. */
    private PipelineForm opening(PipelineView view) {
        PipelineForm like = PipelineForm.of(view);
        if (code.isEmpty()) {
            like.names().clear();
            like.stages()
                    .replaceAll(row -> new PipelineForm.StageRow(
                            "", row.end(), row.names(), row.probability(), row.norm(), row.required()));
        }
        return like;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Keeps what was typed; what is wrong with it is told at its place, and it stays. */
    public @Nullable String save() {
        String version = parameter("version");
        try {
            PipelineView saved = code.isEmpty()
                    ? pipelines.create(form.document(false))
                    : pipelines.change(
                            code, form.document(true), version.matches("\\d{1,18}") ? Long.valueOf(version) : null);
            toasts.say(viewer.text("ui.pipe.saved", viewer.texts().text(saved.name())));
            return "/pipeline.xhtml?faces-redirect=true&code=" + Links.encode(saved.code());
        } catch (RuntimeException failed) {
            tell(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    public @Nullable String remove() {
        try {
            pipelines.remove(code, null);
            return "/pipelines.xhtml?faces-redirect=true";
        } catch (RuntimeException failed) {
            tell(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    private void tell(CrmException refusal) {
        problem = refusal.kind() == CrmException.Kind.STALE ? viewer.text("ui.pipe.stale") : viewer.text(refusal);
        Map<String, String> beside = new LinkedHashMap<>();
        StringBuilder elsewhere = new StringBuilder();
        for (CrmException.Violation violation : refusal.violations()) {
            String said = viewer.texts().text(violation.message());
            if (violation.field().contains("[") || violation.field().startsWith("moves.")) {
                beside.merge(violation.field().replaceFirst("(name)\\..*", "$1"), said, (a, b) -> a + " " + b);
            } else if (!said.equals(problem)) {
                elsewhere.append(' ').append(said);
            }
        }
        problem += elsewhere;
        wrong = beside;
    }

    public List<StageLine> getStages() {
        List<StageLine> lines = new ArrayList<>();
        for (int i = 0; i < form.stages().size(); i++) {
            PipelineForm.StageRow row = form.stages().get(i);
            String at = "stages[" + i + "].";
            long many = standing.getOrDefault(row.code(), 0L);
            lines.add(new StageLine(
                    i,
                    row.code(),
                    row.end(),
                    row.end().equals("open")
                            ? viewer.text("ui.pipe.stage", i + 1)
                            : viewer.text("opportunities.status." + row.end()),
                    names(row.names()),
                    row.probability(),
                    row.norm(),
                    demands(row.required()),
                    many == 0 ? "" : viewer.text("ui.pipe.count", viewer.told().number(many)),
                    errors(at, "name", "code"),
                    errors(at, "probability"),
                    errors(at, "norm"),
                    errors(at, "required")));
        }
        return lines;
    }

    private String errors(String at, String... names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(wrong.getOrDefault(at + name, ""));
        }
        return all.toString();
    }

    /** The viewer's own language first. */
    private List<Name> names(Map<String, String> texts) {
        List<Name> names = new ArrayList<>();
        names.add(name(viewer.language(), texts));
        for (Language language : Language.values()) {
            if (language != viewer.language()) {
                names.add(name(language, texts));
            }
        }
        return names;
    }

    private static Name name(Language language, Map<String, String> texts) {
        return new Name(language.tag(), language.ownName(), texts.getOrDefault(language.tag(), ""));
    }

    private List<Views.Choice> demands(Set<String> required) {
        return metadata.type("opportunities").fields().stream()
                .filter(field -> !field.settled() && !field.required())
                .map((FieldView field) ->
                        new Views.Choice(field.name(), viewer.text(field.labelKey()), required.contains(field.name())))
                .toList();
    }

    public List<ReasonLine> getReasons() {
        List<ReasonLine> lines = new ArrayList<>();
        for (int i = 0; i < form.reasons().size(); i++) {
            PipelineForm.ReasonRow row = form.reasons().get(i);
            lines.add(new ReasonLine(i, row.code(), names(row.names()), errors("reasons[" + i + "].", "name", "code")));
        }
        return lines;
    }

    /** Stages that were taken out of the form while something stands in them. */
    public List<GoneLine> getGone() {
        List<GoneLine> lines = new ArrayList<>();
        form.gone()
                .forEach((gone, to) -> lines.add(new GoneLine(
                        gone,
                        viewer.text(
                                "ui.pipe.goes",
                                viewer.text("opportunities.stage." + gone),
                                viewer.told().number(standing.getOrDefault(gone, 0L))),
                        standing.getOrDefault(gone, 0L) > 0,
                        form.stages().stream()
                                .filter(row ->
                                        row.end().equals("open") && !row.code().isEmpty())
                                .map(row -> new Views.Choice(
                                        row.code(),
                                        viewer.text("opportunities.stage." + row.code()),
                                        row.code().equals(to)))
                                .toList(),
                        wrong.getOrDefault("moves." + gone, ""))));
        return lines;
    }

    public List<Name> getNames() {
        return names(form.names());
    }

    public String getTitle() {
        PipelineView known = shown;
        return known == null ? viewer.text("ui.pipe.new") : viewer.texts().text(known.name());
    }

    public List<Change> getChanges() {
        return code.isEmpty()
                ? List.of()
                : pipelines.versions(code).stream().limit(10).map(this::change).toList();
    }

    private Change change(DocumentVersion version) {
        return new Change(
                viewer.told().dateTime(version.at()),
                version.by(),
                version.changes().stream().map(viewer.texts()::text).toList());
    }

    public String getCode() {
        return code;
    }

    public String getVersion() {
        PipelineView known = shown;
        return known == null ? "" : Long.toString(known.version());
    }

    public String getProblem() {
        return problem;
    }

    /** A name in a language. */
    public record Name(String tag, String language, String text) {}

    /** A stage. */
    public record StageLine(
            int place,
            String code,
            String end,
            String label,
            List<Name> names,
            String probability,
            String norm,
            List<Views.Choice> demands,
            String standing,
            String nameError,
            String probabilityError,
            String normError,
            String requiredError) {}

    /** A reason. */
    public record ReasonLine(int place, String code, List<Name> names, String error) {}

    /** A stage that goes. */
    public record GoneLine(String code, String text, boolean full, List<Views.Choice> to, String error) {}

    /** A change and who made it. */
    public record Change(String at, String by, List<String> changes) {}
}
