package org.quanhe.crm.records.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.ui.Contacts;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldState;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FieldView.Use;
import org.quanhe.crm.records.FormView;
import org.quanhe.crm.records.Forms;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Recent;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** The page of one record: customers with everything around them, other types with their fields and changes. */
@Named
@RequestScoped
public class RecordPage {
    private static final String CUSTOMERS = "customers";

    /** Purposes of consent; they have a place of their own on the page. */
    private static final String AGREED = "agreed";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Metadata metadata;

    @Inject
    private Records records;

    @Inject
    private Forms forms;

    @Inject
    private Values values;

    @Inject
    private RelatedRecords relatedRecords;

    @Inject
    private Viewer viewer;

    @Inject
    private Recent recent;

    @Inject
    private Toasts toasts;

    private RecordTypeView type;
    private RecordView record;
    private @Nullable FormView form;
    private Map<String, FieldState> states = Map.of();
    private String tab;

    @PostConstruct
    void open() {
        type = metadata.type(parameter("type"));
        String id = parameter("id");
        record = records.open(new RecordRef(type.name(), id.matches("\\d{1,18}") ? Long.parseLong(id) : 0));
        if (type.titleField().kind() == FieldKind.TEXT) {
            recent.open(record.ref());
        }
        List<String> tabs = tabNames();
        tab = tabs.contains(parameter("tab")) ? parameter("tab") : tabs.get(0);
    }

    /** A parameter of the address, empty if it is not there. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Contacts are followed: timeline, rhythm, next step. */
    public boolean isFollowed() {
        return Contacts.field(type.name()).isPresent();
    }

    /** People and organisations stand in relations. */
    public boolean isRelating() {
        return type.name().equals(CUSTOMERS);
    }

    /** A lost opportunity can become a lead again. */
    public boolean isRecyclable() {
        return type.name().equals("opportunities") && "lost".equals(record.value("status"));
    }

    /** Its score is explained. */
    /** Somebody who is asked for consent. */
    public boolean isConsenting() {
        return type.find(AGREED).isPresent();
    }

    public boolean isScored() {
        return type.name().equals("leads");
    }

    private List<String> tabNames() {
        List<String> names = new ArrayList<>();
        if (isScored()) {
            names.add("score");
        }
        if (isFollowed()) {
            names.add("activity");
        }
        names.addAll(List.of("profile", "related", "changes"));
        return names;
    }

    public List<Tab> getTabs() {
        return tabNames().stream()
                .map(name ->
                        new Tab(viewer.text("ui.tab." + name), getHref() + "&tab=" + name, name.equals(tab), false))
                .toList();
    }

    public String getTab() {
        return tab;
    }

    public String getTitle() {
        String text = record.title();
        boolean relation = type.name().equals("relations");
        String told = relation ? values.line(record, type.titleField()) : text;
        return told.isBlank() ? viewer.text("ui.untitled") : told;
    }

    public @Nullable String getTitleLang() {
        return NameLanguage.of(getTitle(), viewer.language());
    }

    public String getInitials() {
        return Initials.of(getTitle());
    }

    public String getColour() {
        return Initials.colour(record.ref().id());
    }

    /** Choices and tags beside the name. */
    public List<Shown> getTags() {
        return type.fields().stream()
                .filter(f -> f.kind() == FieldKind.CHOICES || f.kind() == FieldKind.CHOICE && f.is(Use.FACET))
                .filter(f ->
                        !f.name().equals(type.titleField().name()) && !f.name().equals(AGREED))
                .flatMap(f -> values.of(record, f).stream())
                .toList();
    }

    /** What stands below the name: code, subtitle, city. */
    public List<Shown> getSubline() {
        return type.fields().stream()
                .filter(f -> f.is(Use.SUBTITLE) || List.of("externalId", "city").contains(f.name()))
                .flatMap(f -> values.of(record, f).stream())
                .toList();
    }

    /** All fields with a value; of contact lists the lists, not their primary entries. */
    public List<Line> getProfile() {
        return lines(form().fields(), false);
    }

    /** All fields, with or without a value, and who made the record when, as the form has them. */
    public List<Sheet> getSheet() {
        return form().sections().stream()
                .map(section -> new Sheet(
                        section.heading().map(viewer.texts()::text).orElse(""), lines(section.fields(), true)))
                .filter(sheet -> !sheet.lines().isEmpty())
                .toList();
    }

    private FormView form() {
        FormView known = form;
        if (known == null) {
            known = forms.of(type.name());
            states = forms.states(type.name(), record.ref().id(), Map.of());
            form = known;
        }
        return known;
    }

    private List<Line> lines(List<FieldView> fields, boolean all) {
        List<Line> lines = new ArrayList<>();
        for (FieldView field : fields) {
            List<Shown> shown = values.of(record, field);
            boolean told = field.readOnly() && !field.is(Use.CUSTOM)
                    || field.is(Use.TITLE)
                    || field.is(Use.SUBTITLE) && shown.size() < 2;
            FieldState state = states.get(field.name());
            boolean skipped = !all && told || state != null && !state.shown();
            String why = values.why(record, field, all);
            if (!skipped && (all || !shown.isEmpty() || !why.isEmpty())) {
                lines.add(new Line(values.label(field), shown, why, field.kind() == FieldKind.LONG_TEXT));
            }
        }
        return lines;
    }

    public List<RelatedRecords.Group> getRelated() {
        return relatedRecords.of(type, record);
    }

    public List<RelatedRecords.Person> getPeople() {
        return relatedRecords.people(record);
    }

    public String getAddRelationHref() {
        return "edit.xhtml?type=relations&set.customer=" + record.ref().id();
    }

    /** Deletes the record; a toast on the list brings it back. */
    public String delete() {
        records.delete(record.ref(), null, "");
        toasts.sayDeleted(
                viewer.text("ui.deleted", getTitle()),
                type.name(),
                List.of(record.ref().id()));
        return "/list.xhtml?faces-redirect=true&type=" + Links.encode(type.name());
    }

    public String getPhoneHref() {
        return first("phone", FieldKind.PHONE).map(Values::phone).orElse("");
    }

    public String getMailHref() {
        return first("email", FieldKind.EMAIL).map(Values::mail).orElse("");
    }

    private Optional<String> first(String name, FieldKind kind) {
        return type.fields().stream()
                .filter(f -> f.name().equals(name) || f.kind() == kind)
                .map(f -> record.value(f.name()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }

    public boolean isUser() {
        return type.name().equals("users");
    }

    public boolean isTask() {
        return type.name().equals(Contacts.TYPE) && Boolean.FALSE.equals(record.value(Contacts.DONE));
    }

    RecordTypeView type() {
        return type;
    }

    public RecordView getRecord() {
        return record;
    }

    public long getId() {
        return record.ref().id();
    }

    public String getTypeName() {
        return type.name();
    }

    public String getTypeLabel() {
        return viewer.text(type.name() + ".type");
    }

    public String getListHref() {
        return Links.list(type.name());
    }

    public String getHref() {
        return Links.record(type.name(), record.ref().id());
    }

    public String getEditHref() {
        return "edit.xhtml?type=" + Links.encode(type.name()) + "&id="
                + record.ref().id();
    }

    /** Where administrators read why somebody can, or cannot, see the record. */
    public String getWhyHref() {
        return "why.xhtml?type=" + Links.encode(type.name()) + "&id="
                + record.ref().id();
    }

    /** Fields that stand together. */
    public record Sheet(String heading, List<Line> lines) {}

    /**
     * A field and what it holds.
     *
     * @param why reason why it holds nothing, empty where there is none to tell
     */
    public record Line(String label, List<Shown> values, String why, boolean text) {}
}
