package org.quanhe.crm.processes.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Viewer;

/** What stands beside the form of a process: what can be chosen, what is missing, what was published. */
@Named
@RequestScoped
public class ProcessAside {
    private static final Pattern STEP = Pattern.compile("steps\\[(\\d+)].*");
    private static final List<FieldKind> ASKED = List.of(
            FieldKind.TEXT,
            FieldKind.LONG_TEXT,
            FieldKind.NUMBER,
            FieldKind.MONEY,
            FieldKind.DATE,
            FieldKind.DATE_TIME,
            FieldKind.YES_NO,
            FieldKind.CHOICE,
            FieldKind.CHOICES,
            FieldKind.PHONE,
            FieldKind.EMAIL,
            FieldKind.URL);

    @Inject
    private ProcessPage page;

    @Inject
    private Processes processes;

    @Inject
    private Records records;

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    /** The name of the process in that language. */
    public String name(String tag) {
        return Objects.toString(
                ProcessDocument.object(page.document().members().get("name")).get(tag), "");
    }

    public String getTypeName() {
        return Objects.toString(page.document().members().get("type"), "");
    }

    /** Record types whose processes may nurture. */
    public boolean isNurturable() {
        return processes.nurtured().contains(getTypeName());
    }

    public boolean isNurture() {
        return Boolean.TRUE.equals(page.document().members().get("nurture"));
    }

    /** By which number automations name it. */
    public String getNumber() {
        return viewer.text("ui.proc.number", Long.toString(page.getId()));
    }

    public List<Option> getTypes() {
        return metadata.allTypes().stream()
                .map(type -> new Option(type.name(), viewer.text(type.name() + ".type")))
                .toList();
    }

    public List<Option> getTeams() {
        return records.list(ListQuery.of("teams").limitedTo(ListQuery.MAX_LIMIT)).items().stream()
                .map(team -> new Option(Long.toString(team.ref().id()), team.title()))
                .toList();
    }

    /** Fields that a step can ask, then the kinds of questions of its own. */
    public List<Option> getWhats() {
        List<Option> whats = new ArrayList<>();
        page.type().map(RecordTypeView::fields).orElse(List.of()).stream()
                .filter(field -> ASKED.contains(field.kind()) && !field.settled())
                .forEach(field -> whats.add(new Option("field:" + field.name(), viewer.text(field.labelKey()))));
        AskRow.KINDS.forEach(kind -> whats.add(new Option(
                kind,
                viewer.text(
                        "ui.proc.ask.own",
                        viewer.text(
                                "records.kind." + kind.toUpperCase(Locale.ROOT).replace('-', '_'))))));
        return whats;
    }

    public List<Option> getFields() {
        return page.type().map(RecordTypeView::fields).orElse(List.of()).stream()
                .filter(field -> !field.kind().contactList())
                .map(field -> new Option(field.name(), viewer.text(field.labelKey())))
                .toList();
    }

    /**
     * What keeps the draft from being published, a line for each place; without a draft, where what is published does
     * not fit any more.
     */
    public List<String> getMissing() {
        return page.process().isEmpty()
                ? List.of()
                : processes.missing(page.getId()).stream().map(this::told).toList();
    }

    private String told(Violation violation) {
        Matcher step = STEP.matcher(violation.field());
        String said = viewer.texts().text(violation.message());
        if (!step.matches()) {
            return said;
        }
        Map<String, Object> at = page.document().steps().get(Integer.parseInt(step.group(1)));
        String name = ProcessDocument.told(at, "name", viewer.language());
        return (name.isEmpty() ? Objects.toString(at.get("key"), "") : name) + ": " + said;
    }

    public List<Version> getVersions() {
        return page.process().filter(process -> process.published() > 0).isEmpty()
                ? List.of()
                : processes.versions(page.getId()).stream()
                        .map(version -> new Version(
                                viewer.text("ui.proc.version.n", version.number()),
                                viewer.told().dateTime(version.at()),
                                version.by(),
                                version.why(),
                                viewer.told().number(version.running()),
                                viewer.told().number(version.ended())))
                        .toList();
    }

    public String getState() {
        return page.process().map(process -> process.state().name()).orElse("DRAFT");
    }

    public boolean isDraft() {
        return page.process().map(ProcessView::draft).orElse(false);
    }

    /** A code and what it says. */
    public record Option(String code, String label) {}

    /** What was published. */
    public record Version(String label, String at, String by, String why, String running, String ended) {}
}
