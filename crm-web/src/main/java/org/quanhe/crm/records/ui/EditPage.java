package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.Audit;
import org.quanhe.crm.audit.AuditEntry;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.Forms;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.FormKeys;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The form of a record of any type, new or old; with {@code quick} only what a first call needs. */
@Named
@ViewScoped
public class EditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> STRANGERS = Set.of("customers", "leads");

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Forms forms;

    @Inject
    private Audit audit;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private Values values;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private long id;
    private @Nullable Long version;
    private boolean quick;
    private String name = "";
    private String problem = "";
    private String conflictText = "";
    private FormBody body;
    private ArrayList<Clash> clashes = new ArrayList<>();

    @PostConstruct
    void open() {
        type = parameter("type");
        id = parameter("id").matches("\\d{1,18}") ? Long.parseLong(parameter("id")) : 0;
        quick = id == 0 && parameter("quick").equals("true");
        RecordTypeView of = metadata.type(type);
        if (id == 0 && !of.mayCreate()) {
            throw CrmException.forbidden("ui.edit.notAllowed");
        }
        RecordView record = id == 0 ? null : records.open(ref());
        if (record != null && !record.mayChange()) {
            throw CrmException.forbidden("ui.edit.notAllowed");
        }
        version = record == null ? null : record.version();
        name = record == null ? "" : record.title();
        body = new FormBody(
                forms.of(type),
                viewer,
                !quick,
                field -> (id == 0 ? field.readOnly() : field.settled()) || quick && !field.is(Use.QUICK)
                        ? null
                        : input(field, record));
        body.stand(forms.states(type, id, typed()));
    }

    private Map<String, @Nullable Object> typed() {
        Map<String, @Nullable Object> typed = new HashMap<>();
        body.inputs()
                .forEach(input ->
                        typed.put(input.getName(), input.value(viewer.told().zone())));
        return typed;
    }

    /** Something was typed that decides about other fields. */
    public void weigh() {
        body.inputs().forEach(input -> input.read(request));
        body.stand(forms.states(type, id, typed()));
    }

    private Input input(FieldView field, @Nullable RecordView record) {
        Input input = new Input(field, viewer, metadata.currency());
        Object value = record == null ? beginning(field) : record.value(field.name());
        Map<String, String> titles = record == null ? Map.of() : record.referenceTitles();
        if (value instanceof RecordRef ref && record == null) {
            titles = Map.of(
                    ref.key(),
                    ref.equals(new RecordRef("users", viewer.id()))
                            ? viewer.getName()
                            : records.open(ref).title());
        }
        input.fill(value, titles, viewer.told().zone());
        input.settle();
        return input;
    }

    /**
     * What a new record begins with: what the address says, its owner, what its field says, today as the day of the
     * first contact.
     */
    private @Nullable Object beginning(FieldView field) {
        String said = parameter("set." + field.name());
        if (!said.isEmpty()) {
            return !field.target().isEmpty() && said.matches("\\d{1,18}")
                    ? new RecordRef(field.target(), Long.parseLong(said))
                    : said;
        }
        return switch (field.name()) {
            case "owner" -> new RecordRef("users", viewer.id());
            case "firstTouch" -> viewer.today();
            case "active" -> true;
            default -> {
                Object rule = field.rules().beginning();
                boolean first = field.required()
                        && !field.choices().isEmpty()
                        && !field.kind().many();
                yield rule != null ? rule : first ? field.choices().get(0) : null;
            }
        };
    }

    /** Saves and shows the record; what is wrong is said beside the fields, and everything typed is kept. */
    public @Nullable String save() {
        problem = "";
        body.inputs().forEach(input -> input.setError(""));
        weigh();
        try {
            RecordView saved = id == 0 ? records.createOnce(type, created(), getOnceKey()) : changed();
            toasts.say(viewer.text("ui.saved", saved.title()));
            return "/record.xhtml?faces-redirect=true&type=" + Links.encode(type) + "&id="
                    + saved.ref().id();
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            if (refusal.kind() == CrmException.Kind.STALE) {
                compare();
            } else {
                tell(refusal);
            }
            return null;
        }
    }

    /** One for each form that is opened: a double click, or a repeated request, makes one record. */
    public String getOnceKey() {
        return FormKeys.of(request);
    }

    private Map<String, Object> created() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Input input : body.inputs()) {
            Object value = input.value(viewer.told().zone());
            if (value != null) {
                all.put(input.getName(), value);
            } else if (input.isRequired()) {
                all.put(input.getName(), "");
            }
        }
        return all;
    }

    private RecordView changed() {
        Map<String, @Nullable Object> changes = new HashMap<>();
        for (Input input : body.inputs()) {
            boolean theirs = "theirs".equals(request.getParameter("pick." + input.getName()));
            if (input.changed() && !input.isLocked() && !theirs) {
                changes.put(input.getName(), input.value(viewer.told().zone()));
            }
        }
        return changes.isEmpty() ? records.open(ref()) : records.change(ref(), version, changes, "");
    }

    private void tell(CrmException refusal) {
        problem = viewer.text(refusal);
        List<String> elsewhere = new ArrayList<>();
        for (CrmException.Violation violation : refusal.violations()) {
            String said = viewer.texts().text(violation.message());
            String field = violation.field().split("[.\\[]")[0];
            body.inputs().stream()
                    .filter(input -> input.getName().equals(field))
                    .findFirst()
                    .ifPresentOrElse(
                            input -> input.setError(said), () -> elsewhere.add(violation.field() + ": " + said));
        }
        if (!elsewhere.isEmpty()) {
            problem += " " + String.join(" ", elsewhere);
        }
    }

    /** Somebody was faster: holds both values against each other, and takes what only they changed. */
    private void compare() {
        RecordView current = records.open(ref());
        clashes = new ArrayList<>();
        RecordTypeView of = metadata.type(type);
        for (Input input : body.inputs()) {
            FieldView field = of.find(input.getName()).orElse(null);
            if (field == null) {
                // taken away from the editor meanwhile
                continue;
            }
            Input theirs = new Input(field, viewer, metadata.currency());
            theirs.fill(
                    current.value(field.name()),
                    current.referenceTitles(),
                    viewer.told().zone());
            theirs.settle();
            boolean sameAsBefore = theirs.state().equals(input.before());
            if (input.changed() && !sameAsBefore && !theirs.state().equals(input.state())) {
                clashes.add(new Clash(field.name(), input.getLabel(), line(current, field), mine(input)));
            } else if (!input.changed()) {
                body.replace(input, theirs);
            }
        }
        version = current.version();
        conflictText = audit.of(ref(), null, 1).stream().map(this::told).collect(Collectors.joining());
        problem = viewer.text(clashes.isEmpty() ? "ui.conflict.merged" : "ui.conflict.pick");
    }

    private String told(AuditEntry last) {
        return viewer.text("ui.conflict.who", last.by(), viewer.told().dateTime(last.at()));
    }

    private String line(RecordView record, FieldView field) {
        String line = values.line(record, field);
        return line.isEmpty() ? "–" : line;
    }

    private static String mine(Input input) {
        String line =
                switch (input.getWidget()) {
                    case "reference" ->
                        input.getRef() == null ? "" : input.getRef().title();
                    case "references" ->
                        input.getRefs().stream().map(RefChoice::title).collect(Collectors.joining(", "));
                    case "points", "addresses" ->
                        input.getPoints().stream().map(PointRow::value).collect(Collectors.joining(", "));
                    case "choices" -> input.getMany().stream().collect(Collectors.joining(", "));
                    case "choice" ->
                        input.getOptions().stream()
                                .filter(o -> o.code().equals(input.getText()))
                                .map(Input.Option::label)
                                .collect(Collectors.joining());
                    default -> input.written();
                };
        return line.isEmpty() ? "–" : line;
    }

    private RecordRef ref() {
        return new RecordRef(type, id);
    }

    private String parameter(String key) {
        String value = request.getParameter(key);
        return value == null ? "" : value;
    }

    public String getTitle() {
        String one = viewer.text(type + ".type.one");
        String lower = one.substring(0, 1).toLowerCase(viewer.getLocale()) + one.substring(1);
        return id == 0 ? viewer.text("ui.list.add", lower) : viewer.text("ui.edit.title", name);
    }

    public String getFullHref() {
        return "edit.xhtml?type=" + Links.encode(type);
    }

    public String getBackHref() {
        return id == 0 ? Links.list(type) : Links.record(type, id);
    }

    /** Somebody new is written down: who may be here already is told meanwhile. */
    public boolean isStrangers() {
        return id == 0 && STRANGERS.contains(type);
    }

    public boolean isQuick() {
        return quick;
    }

    public FormBody getBody() {
        return body;
    }

    public List<Clash> getClashes() {
        return clashes;
    }

    public String getConflictText() {
        return conflictText;
    }

    public String getProblem() {
        return problem;
    }

    /** A field that two people changed. */
    public record Clash(String field, String label, String theirs, String mine) implements Serializable {}
}
