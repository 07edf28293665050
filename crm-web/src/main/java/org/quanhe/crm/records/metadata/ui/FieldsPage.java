package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** The fields of a record type: those that came with the application, and those that administrators add. */
@Named
@RequestScoped
public class FieldsPage {
    private static final int MOST_COUNTED = 10_000;

    @Inject
    private MetadataEditing editing;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private DraftInHand hand;

    @Inject
    private RollUpEditor rollUp;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private String selected = "";
    private boolean fresh;
    private FieldForm form = FieldForm.of(null);
    private Map<String, String> wrong = Map.of();
    private String problem = "";

    @PostConstruct
    void open() {
        editing.number();
        type = parameter("type");
        if (published() == null && hand.model().type(type) == null) {
            metadata.type(type);
        }
        fresh = parameter("new").equals("true");
        selected = parameter("field");
        FieldModel field = field();
        if (field == null && !fresh) {
            field = model().fields().values().stream()
                    .filter(one -> selected.isEmpty())
                    .findFirst()
                    .orElse(null);
            selected = field == null ? selected : field.name();
        }
        form = FieldForm.of(field);
        rollUp.show(type, field == null ? null : field.rollUp());
    }

    private TypeModel model() {
        TypeModel shaped = hand.model().type(type);
        return shaped == null ? TypeModel.builtIn(type) : shaped;
    }

    /** The type as it is in force; null for one that only the draft knows. */
    private @Nullable RecordTypeView published() {
        return metadata.allTypes().stream()
                .filter(one -> one.name().equals(type))
                .findFirst()
                .orElse(null);
    }

    private @Nullable FieldModel field() {
        return model().named(selected).orElse(null);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Takes what was typed into the draft. */
    public @Nullable String keep() {
        reread();
        Map<String, Object> document = form.document(fresh);
        rollUp.into(document);
        String name = document.get("name").toString();
        boolean renameUses = parameter("renameUses").equals("true");
        Map<String, Object> change =
                new LinkedHashMap<>(Map.of("op", fresh ? "addField" : "changeField", "type", type));
        change.putAll(
                fresh
                        ? Map.of("field", document)
                        : Map.of("name", selected, "renameUses", renameUses, "set", document));
        return changed(change, name);
    }

    /** Shows the fields of the type that is to be gathered from; what was typed stays. */
    public @Nullable String relate() {
        reread();
        rollUp.relate();
        return null;
    }

    private void reread() {
        form = FieldForm.read(request);
        rollUp.read();
    }

    public @Nullable String retire() {
        return changed(Map.of("op", "retireField", "type", type, "name", selected), selected);
    }

    public @Nullable String revive() {
        return changed(Map.of("op", "reviveField", "type", type, "name", selected), selected);
    }

    /** Puts the field that {@code moved} names before the one that {@code before} names. */
    public @Nullable String move() {
        String moved = parameter("moved");
        String before = parameter("before");
        Map<String, Object> change = new LinkedHashMap<>(Map.of("op", "moveField", "type", type, "name", moved));
        if (!before.isEmpty()) {
            change.put("before", before);
        }
        return changed(change, moved);
    }

    private @Nullable String changed(Map<String, ?> change, String next) {
        try {
            hand.add(change);
            return "/fields.xhtml?faces-redirect=true&type=" + Links.encode(type) + "&field=" + Links.encode(next);
        } catch (RuntimeException failed) {
            tell(Refusals.of(failed).orElseThrow(() -> failed));
            return null;
        }
    }

    private void tell(CrmException refusal) {
        problem = viewer.text(refusal);
        Map<String, String> beside = new LinkedHashMap<>();
        StringBuilder elsewhere = new StringBuilder();
        for (CrmException.Violation violation : refusal.violations()) {
            String said = viewer.texts().text(violation.message());
            String place = violation.field().replaceAll(".*\\.", "");
            String field = form.getTexts().containsKey(place) || place.equals("choices")
                    ? place
                    : RollUpEditor.place(violation.field());
            if (place.equals("labels")) {
                field = "label." + viewer.getTag();
            }
            if (field.isEmpty()) {
                elsewhere.append(' ').append(said);
            } else {
                beside.put(field, said);
            }
        }
        problem += elsewhere;
        wrong = beside;
    }

    /** All fields: first those that can be shaped, then those of the application itself. */
    public List<Row> getRows() {
        List<Row> rows = new ArrayList<>();
        TypeModel before = hand.published().type(type);
        model().fields().forEach((key, field) -> {
            FieldModel was = before == null ? null : before.fields().get(key);
            rows.add(new Row(
                    field.name(),
                    label(field),
                    viewer.text("records.kind." + field.kind().name()),
                    KindIcon.of(field.kind()),
                    true,
                    field.retired(),
                    !field.equals(was),
                    field.uses().contains(FieldView.Use.REQUIRED),
                    field.calculated(),
                    !fresh && field.name().equals(selected)));
        });
        RecordTypeView known = published();
        if (known != null) {
            known.fields().stream()
                    .filter(field -> !field.is(FieldView.Use.CUSTOM))
                    .filter(field -> field.primaryOf().isEmpty())
                    .forEach(field -> rows.add(row(field)));
        }
        return rows;
    }

    private Row row(FieldView field) {
        return new Row(
                field.name(),
                viewer.text(field.labelKey()),
                viewer.text("records.kind." + field.kind().name()),
                KindIcon.of(field.kind()),
                false,
                false,
                false,
                field.required(),
                false,
                false);
    }

    private String label(FieldModel field) {
        return in(field.labels(), viewer.language());
    }

    /** The text in that language, in any where it is missing. */
    static String in(Map<String, String> labels, Language language) {
        String own = labels.getOrDefault(language.tag(), labels.getOrDefault("en", ""));
        return own.isEmpty() ? labels.values().stream().findFirst().orElse("") : own;
    }

    /** What the reader should know of the field's values; empty for a field that is not in force. */
    public String getHeld() {
        RecordTypeView known = published();
        if (fresh || known == null || known.find(selected).isEmpty()) {
            return "";
        }
        long held = records.count(ListQuery.of(type).where(new Filter.Present(selected)), MOST_COUNTED);
        String number = viewer.told().number(Math.min(held, MOST_COUNTED)) + (held > MOST_COUNTED ? "+" : "");
        return held == 0 ? viewer.text("ui.fields.held.none") : viewer.text("ui.fields.held", number);
    }

    public List<Option> getKinds() {
        return Arrays.stream(FieldKind.values())
                .map(kind -> new Option(FieldForm.code(kind), viewer.text("records.kind." + kind.name())))
                .toList();
    }

    public List<Option> getTargets() {
        List<Option> targets = new ArrayList<>(metadata.allTypes().stream()
                .map(one -> new Option(one.name(), viewer.text(one.name() + ".type")))
                .toList());
        hand.model().types().values().stream()
                .filter(one -> targets.stream().noneMatch(known -> known.code().equals(one.name())))
                .forEach(one -> targets.add(new Option(one.name(), in(one.labels(), viewer.language()))));
        return targets;
    }

    /** The form as people of each language will see it. */
    public List<Preview> getPreviews() {
        return viewer.getLanguages().stream()
                .map(language -> new Preview(
                        language.tag(),
                        org.quanhe.crm.platform.Texts.in(language).text("ui.language.sign"),
                        in(labels("label."), language),
                        in(labels("help."), language),
                        form.getChoices().stream()
                                .filter(choice -> !choice.isBlank() && !choice.retired())
                                .map(choice -> in(choice.labels(), language))
                                .toList()))
                .toList();
    }

    private Map<String, String> labels(String prefix) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = form.getTexts().getOrDefault(prefix + language.tag(), "");
            if (!text.isEmpty()) {
                labels.put(language.tag(), text);
            }
        }
        return labels;
    }

    public List<Flag> getFlags() {
        return FieldForm.FLAGS.keySet().stream()
                .map(name -> new Flag(
                        name, viewer.text("ui.fields." + name), form.getFlags().getOrDefault(name, false)))
                .toList();
    }

    public String getTypeLabel() {
        TypeModel shaped = model();
        return shaped.builtIn() ? viewer.text(type + ".type") : in(shaped.labels(), viewer.language());
    }

    /** What the fields before and behind the chosen one are called, for the buttons that move it. */
    public List<String> getOwn() {
        return model().fields().values().stream().map(FieldModel::name).toList();
    }

    /** The name before which the field stands after a step up. */
    public String getUp() {
        int at = getOwn().indexOf(selected);
        return at > 0 ? getOwn().get(at - 1) : "";
    }

    /** True where a step down leads somewhere. */
    public boolean isMayDown() {
        int at = getOwn().indexOf(selected);
        return at >= 0 && at < getOwn().size() - 1;
    }

    /** The name before which the field stands after a step down; empty for the end. */
    public String getDown() {
        int at = getOwn().indexOf(selected);
        return at >= 0 && at < getOwn().size() - 2 ? getOwn().get(at + 2) : "";
    }

    public boolean isChosen() {
        return fresh || field() != null;
    }

    public boolean isRetired() {
        FieldModel field = field();
        return field != null && field.retired();
    }

    public boolean isFresh() {
        return fresh;
    }

    public String getTitle() {
        FieldModel field = field();
        return fresh || field == null ? viewer.text("ui.fields.new") : label(field);
    }

    public String getKindLabel() {
        FieldModel field = field();
        return field == null ? "" : viewer.text("records.kind." + field.kind().name());
    }

    public String getLayoutHref() {
        return "layout.xhtml?type=" + Links.encode(type);
    }

    public String getNewHref() {
        return "fields.xhtml?type=" + Links.encode(type) + "&new=true";
    }

    public String href(Row row) {
        return "fields.xhtml?type=" + Links.encode(type) + "&field=" + Links.encode(row.name());
    }

    public String wrong(String field) {
        return wrong.getOrDefault(field, "");
    }

    public FieldForm getForm() {
        return form;
    }

    public String getType() {
        return type;
    }

    public String getSelected() {
        return selected;
    }

    public String getProblem() {
        return problem;
    }

    /** A field in the list at the left. */
    public record Row(
            String name,
            String label,
            String kind,
            String icon,
            boolean own,
            boolean retired,
            boolean edited,
            boolean required,
            boolean calculated,
            boolean current) {}

    /** A code and what it says. */
    public record Option(String code, String label) {}

    /** A switch. */
    public record Flag(String name, String label, boolean on) {}

    /** The field in one language. */
    public record Preview(String tag, String sign, String label, String help, List<String> choices) {}
}
