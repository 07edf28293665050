package org.quanhe.crm.records.metadata.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.RollUpModel;
import org.quanhe.crm.records.metadata.RollUpModel.Function;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.records.ui.ConditionRows;
import org.quanhe.crm.shell.ui.Viewer;

/** What a field gathers from other records, as the form of the field holds it: picked, or its condition written. */
@Named
@RequestScoped
public class RollUpEditor {
    /** Before the names of its parts in the form. */
    static final String PREFIX = "rollup.";

    @Inject
    private Metadata metadata;

    @Inject
    private DraftInHand hand;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private String from = "";
    private Function function = Function.COUNT;
    private String of = "";
    private boolean picked = true;
    private ConditionRows rows = ConditionRows.EMPTY;
    private String written = "";
    private boolean related;

    /** Shows what a field of the type gathers; nothing for one that is no roll-up. */
    void show(String shown, @Nullable RollUpModel rollUp) {
        type = shown;
        if (rollUp != null) {
            from = rollUp.type() + "." + rollUp.field();
            function = rollUp.function();
            of = rollUp.of();
            written = rollUp.filter();
            Optional<ConditionRows> told = written.isEmpty() ? Optional.of(rows) : ConditionRows.of(other(), written);
            picked = told.isPresent();
            rows = told.orElse(rows);
        }
    }

    /** Takes the form as it was sent. */
    void read() {
        from = parameter("from");
        function = Arrays.stream(Function.values())
                .filter(one -> one.name().equals(parameter("function")))
                .findFirst()
                .orElse(Function.COUNT);
        of = parameter("of");
        picked = !"text".equals(parameter("mode"));
        rows = ConditionRows.read(request, PREFIX);
        written = picked ? rows.text(other()) : parameter("text");
    }

    /** The next thing to do is to say what is gathered. */
    void relate() {
        related = true;
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(PREFIX + name), "")
                .strip();
    }

    /** True if the field is to be gathered. */
    public boolean isChosen() {
        return !from.isEmpty();
    }

    /** Puts it into the document of its field, whose kind follows; an empty text takes a roll-up away. */
    void into(Map<String, Object> field) {
        field.put("rollup", isChosen() ? document() : "");
        if (isChosen()) {
            kind().ifPresent(kind -> field.put("kind", FieldForm.code(kind)));
        }
    }

    /** Where on the form a fault of a roll-up is told; empty for one of something else. */
    static String place(String fault) {
        String part = fault.replaceAll(".*\\.", "");
        return !fault.contains("." + PREFIX)
                ? ""
                : PREFIX + (List.of("of", "filter").contains(part) ? part : "from");
    }

    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        int dot = from.indexOf('.');
        document.put("type", dot < 0 ? from : from.substring(0, dot));
        document.put("field", from.substring(dot + 1));
        document.put("function", function.name().toLowerCase(Locale.ROOT));
        document.put("of", function == Function.COUNT ? "" : of);
        document.put("filter", written);
        return document;
    }

    /** The kind of what comes out: people need not choose it. */
    private Optional<FieldKind> kind() {
        return function == Function.COUNT
                ? Optional.of(FieldKind.NUMBER)
                : other().find(of).map(FieldView::kind);
    }

    /** The other type with the fields that the draft has added. */
    private RecordTypeView other() {
        int dot = from.indexOf('.');
        return other(dot < 0 ? from : from.substring(0, dot));
    }

    private RecordTypeView other(String name) {
        RecordTypeView known = metadata.allTypes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        List<FieldView> fields = new ArrayList<>(known == null ? List.of() : known.fields());
        TypeModel shaped = hand.model().type(name);
        if (shaped != null) {
            shaped.fields().values().stream()
                    .filter(field -> !field.retired())
                    .filter(field -> fields.stream().noneMatch(one -> one.name().equals(field.name())))
                    .forEach(field -> fields.add(drafted(name, field)));
        }
        return new RecordTypeView(name, "", fields, "", true, true, true);
    }

    private static FieldView drafted(String type, FieldModel field) {
        return new FieldView(
                field.name(),
                field.kind(),
                type + "." + field.name(),
                List.of(),
                field.target(),
                "",
                field.maxLength(),
                Set.of(FieldView.Use.CUSTOM));
    }

    /** The reference fields of all types that point here. */
    public List<FieldsPage.Option> getRelations() {
        Set<String> names = new TreeSet<>(hand.model().types().keySet());
        metadata.allTypes().forEach(one -> names.add(one.name()));
        List<FieldsPage.Option> relations = new ArrayList<>();
        for (String name : names) {
            for (FieldView field : other(name).fields()) {
                boolean follows = field.kind() == FieldKind.REFERENCE
                        || field.kind() == FieldKind.REFERENCES && field.is(FieldView.Use.CUSTOM);
                if (follows && field.target().equals(type)) {
                    relations.add(new FieldsPage.Option(
                            name + "." + field.name(),
                            viewer.text("ui.rollup.relation", label(name), label(name, field))));
                }
            }
        }
        return relations;
    }

    private String label(String name) {
        TypeModel shaped = hand.model().type(name);
        return shaped == null || shaped.builtIn()
                ? viewer.text(name + ".type")
                : FieldsPage.in(shaped.labels(), viewer.language());
    }

    private String label(String name, FieldView field) {
        return Optional.ofNullable(hand.model().type(name))
                .flatMap(shaped -> shaped.named(field.name()))
                .map(shaped -> FieldsPage.in(shaped.labels(), viewer.language()))
                .orElseGet(() -> viewer.text(field.labelKey()));
    }

    public List<FieldsPage.Option> getFunctions() {
        return Arrays.stream(Function.values())
                .map(one -> new FieldsPage.Option(one.name(), viewer.text("ui.rollup.function." + one.name())))
                .toList();
    }

    /** The fields whose values can be gathered. */
    public List<FieldsPage.Option> getOfs() {
        return options(true);
    }

    /** The fields that a condition can ask. */
    public List<FieldsPage.Option> getFields() {
        return options(false);
    }

    private List<FieldsPage.Option> options(boolean ordered) {
        RecordTypeView other = other();
        return other.fields().stream()
                .filter(field ->
                        ordered ? field.kind().ordered() : !field.kind().contactList())
                .map(field -> new FieldsPage.Option(field.name(), label(other.name(), field)))
                .toList();
    }

    /** True if the records have just been chosen. */
    public boolean isRelated() {
        return related;
    }

    public String getFrom() {
        return from;
    }

    public String getFunction() {
        return function.name();
    }

    public String getOf() {
        return of;
    }

    public boolean isPicked() {
        return picked;
    }

    public ConditionRows getRows() {
        return rows;
    }

    public String getWritten() {
        return written;
    }
}
