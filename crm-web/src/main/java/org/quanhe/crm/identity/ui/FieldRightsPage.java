package org.quanhe.crm.identity.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.quanhe.crm.identity.FieldRight;
import org.quanhe.crm.identity.FieldRights;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.Values;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What a role may read and write of a record, field by field. */
@Named
@RequestScoped
public class FieldRightsPage {
    @Inject
    private FieldRights rights;

    @Inject
    private Metadata metadata;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Values values;

    @Inject
    private Toasts toasts;

    private Role role = Role.MANAGER;
    private RecordTypeView type;
    private Map<String, FieldRight> held = Map.of();
    private Set<String> always = Set.of();
    private String problem = "";

    @PostConstruct
    void open() {
        String asked = parameter("role");
        role = Arrays.stream(Role.values())
                .filter(r -> r.code().equals(asked))
                .findFirst()
                .orElse(Role.MANAGER);
        type = metadata.type(parameter("type"));
        held = new HashMap<>();
        rights.of(role, type.name()).forEach(right -> held.put(right.field(), right));
        always = Set.copyOf(rights.alwaysRead(type.name()));
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** Keeps what was ticked; a field that is not read is not written either. */
    public String save() {
        Set<String> read = ticked("read");
        Set<String> write = ticked("write");
        List<FieldRight> changed = getRows().stream()
                .map(row -> chosen(row, read.contains(row.name()), write.contains(row.name())))
                .filter(right -> !right.equals(held.get(right.field())))
                .toList();
        try {
            if (!changed.isEmpty()) {
                rights.set(changed);
            }
            toasts.say(viewer.text("ui.rights.saved", changed.size()));
            return "/fieldrights.xhtml?faces-redirect=true&role=" + role.code() + "&type=" + Links.encode(type.name());
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
            return "";
        }
    }

    private FieldRight chosen(Row row, boolean read, boolean write) {
        boolean reads = row.always() || read;
        return new FieldRight(role, type.name(), row.name(), reads, reads && (row.system() || write));
    }

    private Set<String> ticked(String right) {
        String[] names = request.getParameterValues(right);
        return names == null ? Set.of() : Set.of(names);
    }

    /** All fields; of contact lists the lists, which their primary entries go with. */
    public List<Row> getRows() {
        return type.fields().stream()
                .filter(field -> field.primaryOf().isEmpty())
                .map(this::row)
                .toList();
    }

    private Row row(FieldView field) {
        FieldRight right = Objects.requireNonNull(held.get(field.name()));
        return new Row(
                field.name(),
                values.label(field),
                right.read(),
                right.write(),
                always.contains(field.name()),
                field.readOnly());
    }

    /** Administrators may do everything; that cannot be changed here. */
    public boolean isFixed() {
        return role == Role.ADMINISTRATOR;
    }

    public String getHeading() {
        return viewer.text(
                "ui.fieldrights.of", viewer.text("users.roles." + role.code()), viewer.text(type.name() + ".type"));
    }

    public String getBackHref() {
        return "rights.xhtml?role=" + Links.encode(role.code());
    }

    public List<RightsPage.RoleTab> getRoles() {
        return Arrays.stream(Role.values())
                .map(r -> new RightsPage.RoleTab(
                        viewer.text("users.roles." + r.code()),
                        "fieldrights.xhtml?role=" + Links.encode(r.code()) + "&type=" + Links.encode(type.name()),
                        r == role))
                .toList();
    }

    public String getRole() {
        return role.code();
    }

    public String getType() {
        return type.name();
    }

    public String getProblem() {
        return problem;
    }

    /**
     * A field and what the role may do with it.
     *
     * @param always it is read with every record
     * @param system the system writes it, and nobody else
     */
    public record Row(String name, String label, boolean read, boolean write, boolean always, boolean system) {}
}
