package org.quanhe.crm.dataquality.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.Imports;
import org.quanhe.crm.dataquality.Imports.DryRun;
import org.quanhe.crm.dataquality.Imports.ImportPreview;
import org.quanhe.crm.dataquality.Imports.ImportStatus;
import org.quanhe.crm.dataquality.Imports.State;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The import of a file, step by step: upload, columns, trial, run, result. */
@Named
@RequestScoped
public class ImportPage {
    private static final int RECENT = 10;
    private static final int WARNINGS = 5;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Imports imports;

    @Inject
    private Metadata metadata;

    @Inject
    private ForAllRows forAll;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private String type = "";
    private long id;
    private @Nullable Part file;
    private String encoding = "";
    private @Nullable ImportPreview preview;
    private @Nullable ImportStatus status;
    private @Nullable DryRun dryRun;
    private String problem = "";

    @PostConstruct
    void open() {
        String asked = parameter("id");
        id = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : 0;
        encoding = parameter("charset");
        if (id == 0) {
            RecordTypeView of = metadata.type(parameter("type"));
            if (!of.mayCreate()) {
                throw CrmException.forbidden(
                        "dataquality.error.mayNotImport", LocalizedMessage.of(of.name() + ".type"));
            }
            type = of.name();
            return;
        }
        RequestContext.answerIn(viewer.language());
        status = imports.status(id);
        type = status.type();
        if (status.state() == State.UPLOADED) {
            look();
        }
    }

    private void look() {
        try {
            preview = imports.preview(id, encoding.isEmpty() ? null : encoding);
        } catch (RuntimeException failed) {
            tell(failed);
            preview = imports.preview(id, null);
        }
    }

    public @Nullable String upload() {
        Part chosen = file;
        if (chosen == null || chosen.getSize() == 0) {
            problem = viewer.text("ui.import.fileMissing");
            return null;
        }
        String name = Objects.requireNonNullElse(chosen.getSubmittedFileName(), "file");
        try (InputStream content = chosen.getInputStream()) {
            return page(imports.upload(type, name, content, null).id());
        } catch (IOException broken) {
            problem = viewer.text("ui.import.broken");
        } catch (RuntimeException failed) {
            tell(failed);
        }
        return null;
    }

    /** Tries all rows without writing. */
    public void tryOut() {
        try {
            RequestContext.answerIn(viewer.language());
            dryRun = imports.dryRun(id, mapping());
        } catch (RuntimeException failed) {
            tell(failed);
        }
    }

    public @Nullable String start() {
        try {
            imports.start(id, mapping());
            return page(id);
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public @Nullable String undo() {
        try {
            imports.undo(id);
            return page(id);
        } catch (RuntimeException failed) {
            tell(failed);
            return null;
        }
    }

    public String discard() {
        imports.discard(id);
        toasts.say(viewer.text("ui.import.discarded"));
        return "/import.xhtml?faces-redirect=true&type=" + Links.encode(type);
    }

    private void tell(RuntimeException failed) {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        List<String> all = new ArrayList<>(List.of(viewer.text(refusal)));
        refusal.violations()
                .forEach(v -> all.add(v.field() + ": " + viewer.texts().text(v.message())));
        problem = String.join(" ", all);
    }

    /** With the type too: the menu shows where one is by it. */
    private String page(long id) {
        return "/import.xhtml?faces-redirect=true&type=" + Links.encode(type) + "&id=" + id;
    }

    /** The columns as chosen in the form, else as proposed. */
    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        List<String> headers = preview == null ? List.of() : preview.headers();
        for (int i = 0; i < headers.size(); i++) {
            String chosen = request.getParameter("column." + i);
            mapping.put(headers.get(i), chosen == null ? proposed(headers.get(i)) : chosen);
        }
        mapping.putAll(forAll.mapping());
        return mapping;
    }

    private String proposed(String header) {
        return preview == null ? "" : preview.mapping().getOrDefault(header, "");
    }

    /** Columns of the file with examples and what they become. */
    public List<Column> getColumns() {
        List<Column> columns = new ArrayList<>();
        if (preview != null) {
            Map<String, String> mapping = mapping();
            for (int i = 0; i < preview.headers().size(); i++) {
                int at = i;
                String header = preview.headers().get(i);
                List<String> examples = preview.rows().stream()
                        .filter(row -> at < row.size() && !row.get(at).isBlank())
                        .map(row -> row.get(at))
                        .limit(3)
                        .toList();
                columns.add(new Column(
                        "column." + i, header, String.join(" · ", examples), mapping.getOrDefault(header, "")));
            }
        }
        return columns;
    }

    /** Fields a column can become; contact lists once for each type too. */
    public List<Target> getTargets() {
        RecordTypeView of = metadata.type(type);
        List<Target> targets = new ArrayList<>();
        for (FieldView field : of.fields()) {
            if (field.readOnly()) {
                continue;
            }
            String label = viewer.text(field.labelKey());
            targets.add(new Target(field.name(), label));
            if (field.kind().contactList()) {
                field.choices()
                        .forEach(code -> targets.add(new Target(
                                field.name() + "." + code,
                                label + " (" + viewer.text(field.labelKey() + "." + code) + ")")));
            }
        }
        return targets;
    }

    public List<Encoding> getEncodings() {
        return preview == null
                ? List.of()
                : preview.encodings().stream()
                        .map(name -> new Encoding(
                                name,
                                "import.xhtml?type=" + Links.encode(type) + "&id=" + id + "&charset="
                                        + Links.encode(name),
                                name.equals(preview.encoding())))
                        .toList();
    }

    /** The trial is shown, or was when the form now coming in was given out. */
    public boolean isTried() {
        boolean showing = FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
        return dryRun != null || !showing && !parameter("tried").isEmpty();
    }

    /** The step people are at, from 1. */
    public int getStep() {
        if (status == null) {
            return 1;
        }
        return switch (status.state()) {
            case UPLOADED -> dryRun == null ? 2 : 3;
            case RUNNING, UNDOING -> 4;
            case DONE, FAILED, UNDONE -> 5;
        };
    }

    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            steps.add(new Step(i, viewer.text("ui.import.step." + i), i == getStep(), i < getStep()));
        }
        return steps;
    }

    public List<ImportStatus> getRecent() {
        return imports.recent(RECENT);
    }

    /** Warnings that are shown at once. */
    public List<String> first(List<String> warnings) {
        return warnings.subList(0, Math.min(WARNINGS, warnings.size()));
    }

    /** Warnings that are folded away. */
    public List<String> others(List<String> warnings) {
        return warnings.subList(Math.min(WARNINGS, warnings.size()), warnings.size());
    }

    public String stateOf(ImportStatus of) {
        return viewer.text("ui.import.state." + of.state().name());
    }

    /** How a finished import is coloured, beside its word. */
    public String getStateLook() {
        State state = status == null ? State.UPLOADED : status.state();
        return switch (state) {
            case DONE -> "is-ok";
            case FAILED -> "is-bad";
            case UPLOADED, RUNNING, UNDOING, UNDONE -> "";
        };
    }

    /** Records the import left, or took away again if it was undone. */
    public long getWritten() {
        return status == null ? 0 : isUndone() ? status.written() - status.keptAtUndo() : status.written();
    }

    public String getWrittenLabel() {
        return viewer.text(isUndone() ? "ui.import.removed" : "ui.import.written");
    }

    private boolean isUndone() {
        return status != null && status.state() == State.UNDONE;
    }

    public String number(long number) {
        return viewer.told().number(number);
    }

    public String getTitle() {
        return viewer.text("ui.import.title", viewer.text(type + ".type"));
    }

    public String getProgressText() {
        return status == null
                ? ""
                : viewer.text(
                        "ui.import.progress",
                        number(status.read()),
                        number(Math.max(status.total(), status.read())),
                        viewer.told().percent(status.percent()));
    }

    public boolean isRunning() {
        return status != null && (status.state() == State.RUNNING || status.state() == State.UNDOING);
    }

    public boolean isUndoable() {
        return status != null && status.state() == State.DONE && status.written() > 0;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public String getType() {
        return type;
    }

    public String getListHref() {
        return Links.list(type);
    }

    public String getListLabel() {
        return viewer.text(type + ".type");
    }

    public long getId() {
        return id;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getEncoding() {
        return encoding;
    }

    public @Nullable ImportPreview getPreview() {
        return preview;
    }

    public @Nullable ImportStatus getStatus() {
        return status;
    }

    public @Nullable DryRun getDryRun() {
        return dryRun;
    }

    public String getProblem() {
        return problem;
    }

    /** A column of the file: the name of its form field, its header, examples, the field it becomes. */
    public record Column(String input, String header, String examples, String target) {}

    /** A field a column can become. */
    public record Target(String code, String label) {}

    /** An encoding the file can be read with. */
    public record Encoding(String name, String href, boolean current) {}

    /** A step of the wizard. */
    public record Step(int number, String label, boolean current, boolean done) {
        /** Class of its place in the row of steps. */
        public String look() {
            return done ? "is-done" : "";
        }
    }
}
