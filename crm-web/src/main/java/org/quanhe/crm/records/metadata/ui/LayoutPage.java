package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** The editor of a form: sections and tabs, for everybody or for a role. */
@Named
@RequestScoped
public class LayoutPage {
    private static final String SECTION = "[section]";
    private static final String HIDDEN = "[hidden]";

    @Inject
    private MetadataEditing editing;

    @Inject
    private Metadata metadata;

    @Inject
    private DraftInHand hand;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private String role = "";
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private LayoutModel layout = new LayoutModel("", List.of(), Set.of());
    private String problem = "";

    @PostConstruct
    void open() {
        editing.number();
        type = parameter("type");
        role = Arrays.stream(Role.values())
                .map(Role::code)
                .filter(code -> code.equals(parameter("role")))
                .findFirst()
                .orElse("");
        known();
        LayoutModel own = model().layouts().get(role);
        LayoutModel everybody = model().layouts().get("");
        layout = completed(own != null ? own : everybody != null ? everybody : layout);
    }

    private TypeModel model() {
        TypeModel shaped = hand.model().type(type);
        return shaped == null ? TypeModel.builtIn(type) : shaped;
    }

    /** Every field of the type as the draft makes it, by name. */
    private void known() {
        RecordTypeView published = metadata.allTypes().stream()
                .filter(one -> one.name().equals(type))
                .findFirst()
                .orElse(null);
        if (published == null && hand.model().type(type) == null) {
            metadata.type(type);
        }
        if (published != null) {
            published.fields().stream()
                    .filter(field ->
                            !field.is(FieldView.Use.CUSTOM) && field.primaryOf().isEmpty())
                    .forEach(field -> add(
                            field.name(), viewer.text(field.labelKey()), KindIcon.of(field.kind()), field.required()));
        }
        for (FieldModel field : model().fields().values()) {
            if (!field.retired()) {
                add(
                        field.name(),
                        FieldsPage.in(field.labels(), viewer.language()),
                        KindIcon.of(field.kind()),
                        field.uses().contains(FieldView.Use.REQUIRED));
            }
        }
    }

    private void add(String name, String label, String icon, boolean required) {
        boolean conditions = model().conditions().containsKey(name);
        fields.put(name, new Field(name, label, icon, required, conditions));
    }

    /** The same with all fields that it does not speak of at its end, where forms show them. */
    private LayoutModel completed(LayoutModel some) {
        Set<String> left = new LinkedHashSet<>(fields.keySet());
        some.fields().forEach(left::remove);
        List<SectionModel> sections = new ArrayList<>(some.sections());
        if (!left.isEmpty() || sections.isEmpty()) {
            sections.add(new SectionModel(Map.of(), false, 2, false, List.copyOf(left)));
        }
        return new LayoutModel(role, sections, some.hidden());
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Takes the form as it was put together into the draft. */
    public @Nullable String keep() {
        layout = read();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("role", role);
        List<Object> sections = new ArrayList<>();
        for (SectionModel section : layout.sections()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("labels", section.labels());
            one.put("tab", section.tab());
            // as it comes from a document
            one.put("columns", BigDecimal.valueOf(section.columns()));
            one.put("folded", section.folded());
            one.put("fields", section.fields());
            sections.add(one);
        }
        document.put("sections", sections);
        document.put("hidden", List.copyOf(layout.hidden()));
        return changed(Map.of("op", "setLayout", "type", type, "layout", document));
    }

    /** Takes the layout of this role away. */
    public @Nullable String remove() {
        return changed(Map.of("op", "removeLayout", "type", type, "role", role));
    }

    private @Nullable String changed(Map<String, ?> change) {
        try {
            hand.add(change);
            return "/layout.xhtml?faces-redirect=true&type=" + Links.encode(type) + "&role=" + role;
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            StringBuilder told = new StringBuilder(viewer.text(refusal));
            refusal.violations()
                    .forEach(violation -> told.append(' ').append(viewer.texts().text(violation.message())));
            problem = told.toString();
            return null;
        }
    }

    /** In the order of the page: a mark for each section, then its fields; at the end those that are hidden. */
    private LayoutModel read() {
        List<SectionModel> sections = new ArrayList<>();
        List<String> inSection = new ArrayList<>();
        Set<String> hidden = new LinkedHashSet<>();
        boolean hiding = false;
        for (String place : values("place")) {
            if (place.equals(SECTION) || place.equals(HIDDEN)) {
                if (!sections.isEmpty()) {
                    sections.set(sections.size() - 1, section(sections.size() - 1, inSection));
                }
                inSection = new ArrayList<>();
                hiding = place.equals(HIDDEN);
                if (!hiding) {
                    sections.add(section(sections.size(), inSection));
                }
            } else if (fields.containsKey(place)) {
                (hiding ? hidden : inSection).add(place);
            }
        }
        return new LayoutModel(role, sections, hidden);
    }

    private SectionModel section(int index, List<String> inSection) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String label = at("label." + language.tag(), index);
            if (!label.isEmpty()) {
                labels.put(language.tag(), label);
            }
        }
        String columns = at("columns", index);
        return new SectionModel(
                labels,
                at("tab", index).equals("true"),
                columns.matches("[123]") ? Integer.parseInt(columns) : 2,
                at("folded", index).equals("true"),
                inSection);
    }

    private List<String> values(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    private String at(String name, int index) {
        List<String> values = values(name);
        return index < values.size() ? values.get(index).strip() : "";
    }

    public List<Section> getSections() {
        return layout.sections().stream()
                .map(section -> new Section(
                        section.labels(),
                        section.tab(),
                        section.columns(),
                        section.folded(),
                        present(section.fields())))
                .toList();
    }

    /** Fields that are not on the form. */
    public List<Field> getHidden() {
        return present(layout.hidden());
    }

    private List<Field> present(Iterable<String> names) {
        List<Field> present = new ArrayList<>();
        names.forEach(name -> {
            Field field = fields.get(name);
            if (field != null) {
                present.add(field);
            }
        });
        return present;
    }

    /** Everybody, and each role. */
    public List<RoleTab> getRoles() {
        List<RoleTab> roles = new ArrayList<>();
        roles.add(tab("", viewer.text("ui.layout.everybody")));
        Arrays.stream(Role.values())
                .forEach(one -> roles.add(tab(one.code(), viewer.text("users.roles." + one.code()))));
        return roles;
    }

    private RoleTab tab(String code, String label) {
        return new RoleTab(
                label,
                "layout.xhtml?type=" + Links.encode(type) + "&role=" + code,
                code.equals(role),
                model().layouts().containsKey(code));
    }

    /** There is a layout of its own for the role that is shown. */
    public boolean isOwn() {
        return model().layouts().containsKey(role);
    }

    /** What is shown is that of everybody, or the plain one. */
    public String getOrigin() {
        if (isOwn()) {
            return "";
        }
        return viewer.text(
                role.isEmpty() || !model().layouts().containsKey("") ? "ui.layout.plain" : "ui.layout.fromEverybody");
    }

    public String getPreviewHref() {
        return "formpreview.xhtml?type=" + Links.encode(type) + "&role=" + (role.isEmpty() ? "sales" : role)
                + hand.draft().map(Draft::id).map(id -> "&draft=" + id).orElse("");
    }

    public String getTypeLabel() {
        TypeModel shaped = model();
        return shaped.builtIn() ? viewer.text(type + ".type") : FieldsPage.in(shaped.labels(), viewer.language());
    }

    public String getFieldsHref() {
        return "fields.xhtml?type=" + Links.encode(type);
    }

    public String getConditionHref() {
        return "fieldcondition.xhtml?type=" + Links.encode(type) + "&role=" + role + "&field=";
    }

    public String getType() {
        return type;
    }

    public String getRole() {
        return role;
    }

    public String getProblem() {
        return problem;
    }

    /** A field that can be placed. */
    public record Field(String name, String label, String icon, boolean required, boolean conditions) {}

    /** A section as it is edited. */
    public record Section(Map<String, String> labels, boolean tab, int columns, boolean folded, List<Field> fields) {
        public String label(String tag) {
            return labels.getOrDefault(tag, "");
        }
    }

    /** A role whose form can be laid out. */
    public record RoleTab(String label, String href, boolean current, boolean own) {}
}
