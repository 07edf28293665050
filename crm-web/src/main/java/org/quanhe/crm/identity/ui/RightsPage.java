package org.quanhe.crm.identity.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Scope;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** What each role may read, write and delete, type by type. */
@Named
@RequestScoped
public class RightsPage {
    @Inject
    private Accounts accounts;

    @Inject
    private Metadata metadata;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private Role role = Role.MANAGER;
    private List<RoleRight> rights = List.of();
    private String problem = "";

    @PostConstruct
    void open() {
        String asked = Objects.requireNonNullElse(request.getParameter("role"), "");
        role = Arrays.stream(Role.values())
                .filter(r -> r.code().equals(asked))
                .findFirst()
                .orElse(Role.MANAGER);
        rights = accounts.rights();
    }

    /** Keeps what was chosen for the role. */
    public String save() {
        try {
            int changed = 0;
            for (Row row : getRows()) {
                RoleRight chosen = new RoleRight(
                        role,
                        row.type(),
                        scope(row, "read", row.read()),
                        scope(row, "write", row.write()),
                        scope(row, "delete", row.delete()));
                if (!chosen.equals(new RoleRight(role, row.type(), row.read(), row.write(), row.delete()))) {
                    accounts.setRight(chosen);
                    changed++;
                }
            }
            toasts.say(viewer.text("ui.rights.saved", changed));
            return "/rights.xhtml?faces-redirect=true&role=" + role.code();
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
            return "";
        }
    }

    private Scope scope(Row row, String right, Scope before) {
        String chosen = request.getParameter(row.type() + "." + right);
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.name().equals(chosen))
                .findFirst()
                .orElse(before);
    }

    public List<Row> getRows() {
        return metadata.allTypes().stream().map(this::row).toList();
    }

    private Row row(RecordTypeView type) {
        RoleRight right = rights.stream()
                .filter(r -> r.role() == role && r.type().equals(type.name()))
                .findFirst()
                .orElse(new RoleRight(role, type.name(), Scope.NONE, Scope.NONE, Scope.NONE));
        return new Row(
                type.name(),
                viewer.text(type.name() + ".type"),
                right.read(),
                right.write(),
                right.delete(),
                "fieldrights.xhtml?role=" + Links.encode(role.code()) + "&type=" + Links.encode(type.name()));
    }

    public List<RoleTab> getRoles() {
        return Arrays.stream(Role.values())
                .map(r -> new RoleTab(
                        viewer.text("users.roles." + r.code()),
                        "rights.xhtml?role=" + Links.encode(r.code()),
                        r == role))
                .toList();
    }

    public List<Reach> getReaches() {
        return Arrays.stream(Scope.values())
                .map(scope -> new Reach(scope.name(), viewer.text("ui.scope." + scope.name())))
                .toList();
    }

    /** Administrators may do everything; that cannot be changed here. */
    public boolean isFixed() {
        return role == Role.ADMINISTRATOR;
    }

    public String getRole() {
        return role.code();
    }

    public String getProblem() {
        return problem;
    }

    /** A type and how far the role's rights reach in it. */
    public record Row(String type, String label, Scope read, Scope write, Scope delete, String fieldsHref) {
        /** The three rights, for columns. */
        public List<Cell> cells() {
            return List.of(new Cell("read", read), new Cell("write", write), new Cell("delete", delete));
        }
    }

    /** A right and its reach. */
    public record Cell(String right, Scope scope) {}

    /** A role as a tab. */
    public record RoleTab(String label, String href, boolean current) {}

    /** How far a right reaches. */
    public record Reach(String code, String label) {}
}
