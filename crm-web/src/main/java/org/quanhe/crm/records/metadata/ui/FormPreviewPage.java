package org.quanhe.crm.records.metadata.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.FormView;
import org.quanhe.crm.records.Forms;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.TypeModel;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** A form as people with a role would see it, the draft's changes included. */
@Named
@RequestScoped
public class FormPreviewPage {
    @Inject
    private Forms forms;

    @Inject
    private DraftInHand hand;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    private String type = "";
    private String role = "";
    private long draft;
    private FormView form;

    @PostConstruct
    void open() {
        type = parameter("type");
        role = parameter("role");
        String asked = parameter("draft");
        draft = asked.matches("\\d{1,18}") ? Long.parseLong(asked) : 0;
        form = forms.preview(type, role, draft);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    public List<Section> getSections() {
        return form.sections().stream()
                .map(section -> new Section(
                        section.heading().map(viewer.texts()::text).orElse(""),
                        section.tab(),
                        section.columns(),
                        section.folded(),
                        section.fields().stream().map(this::field).toList()))
                .toList();
    }

    private Field field(FieldView field) {
        boolean wide = field.kind() == FieldKind.LONG_TEXT || field.kind().contactList();
        return new Field(label(field), KindIcon.of(field.kind()), field.required(), field.readOnly(), wide);
    }

    /** Labels of a draft are not published yet. */
    private String label(FieldView field) {
        TypeModel shaped = draft == 0 ? null : hand.model().type(type);
        return (shaped == null ? Optional.<FieldModel>empty() : shaped.named(field.name()))
                .map(one -> FieldsPage.in(one.labels(), viewer.language()))
                .orElseGet(() -> viewer.text(field.labelKey()));
    }

    public List<LayoutPage.RoleTab> getRoles() {
        return Arrays.stream(Role.values())
                .map(one -> new LayoutPage.RoleTab(
                        viewer.text("users.roles." + one.code()),
                        "formpreview.xhtml?type=" + Links.encode(type) + "&role=" + one.code()
                                + (draft == 0 ? "" : "&draft=" + draft),
                        one.code().equals(role),
                        false))
                .toList();
    }

    public String getTitle() {
        return viewer.text("ui.layout.preview.of", viewer.text("users.roles." + role));
    }

    public String getBackHref() {
        return "layout.xhtml?type=" + Links.encode(type) + "&role=" + role;
    }

    /** A section of the form. */
    public record Section(String heading, boolean tab, int columns, boolean folded, List<Field> fields) {}

    /** A field of the form. */
    public record Field(String label, String icon, boolean required, boolean readOnly, boolean wide) {}
}
