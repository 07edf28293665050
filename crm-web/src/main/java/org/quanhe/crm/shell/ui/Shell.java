package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;

/** The frame of every page: the menu, and which entry of it the page belongs to. */
@Named
@RequestScoped
public class Shell {
    private static final int ON_THE_PHONE = 3;

    private static final List<String> ADMINISTRATION = List.of(
            "/admin.xhtml",
            "/rights.xhtml",
            "/fieldrights.xhtml",
            "/why.xhtml",
            "/index.xhtml",
            "/explain.xhtml",
            "/automations.xhtml",
            "/automation.xhtml",
            "/processes.xhtml",
            "/process.xhtml",
            "/times.xhtml",
            "/scoring.xhtml",
            "/lifecycle.xhtml",
            "/idealcustomer.xhtml",
            "/pipelines.xhtml",
            "/pipeline.xhtml",
            "/templates.xhtml",
            "/template.xhtml",
            "/webforms.xhtml",
            "/webform.xhtml",
            "/mails.xhtml",
            "/types.xhtml",
            "/fields.xhtml",
            "/layout.xhtml",
            "/fieldcondition.xhtml",
            "/formpreview.xhtml",
            "/publish.xhtml",
            "/transfer.xhtml",
            "/versions.xhtml");

    /** Pages that show records of a type in another way than as a list. */
    private static final Map<String, String> PICTURES = Map.of(
            "/board.xhtml", "opportunities",
            "/funnel.xhtml", "opportunities",
            "/outcomes.xhtml", "opportunities",
            "/forecast.xhtml", "opportunities",
            "/chances.xhtml", "opportunities");

    @Inject
    private Metadata metadata;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Toasts waiting;

    private @Nullable List<Toasts.Toast> toasts;
    private @Nullable List<Entry> entries;
    private @Nullable List<RecordTypeView> types;

    /** Types with an entry in the main menu. */
    public List<Entry> getMenu() {
        if (entries == null) {
            entries = types().stream()
                    .filter(RecordTypeView::inMenu)
                    .map(this::entry)
                    .toList();
        }
        return entries;
    }

    /** Those of the menu that find room in the bar of a phone. */
    public List<Entry> getPhoneMenu() {
        return getMenu().stream().limit(ON_THE_PHONE).toList();
    }

    public List<Entry> getCreatable() {
        return types().stream()
                .filter(RecordTypeView::mayCreate)
                .filter(type -> type.inMenu() || viewer.isAdministrator())
                .map(this::entry)
                .toList();
    }

    /** Types administered by administrators: those without an entry in the main menu that can be created. */
    public List<Entry> getAdministered() {
        return types().stream()
                .filter(type -> !type.inMenu() && type.mayCreate())
                .map(this::entry)
                .toList();
    }

    /** Address of this page, for coming back to it. */
    public String getHere() {
        String page = request.getServletPath().substring(1);
        String query = request.getQueryString();
        return query == null ? page : page + "?" + query;
    }

    /** News to show on this page. */
    public List<Toasts.Toast> getToasts() {
        if (toasts == null) {
            toasts = waiting.handOver();
        }
        return toasts;
    }

    public boolean isHome() {
        return page().equals("/home.xhtml");
    }

    /** Writes templates, and has no way to them by the administration. */
    public boolean isWriting() {
        return viewer.user()
                .filter(user -> user.roles().contains(Role.MARKETING) && !user.administrator())
                .isPresent();
    }

    public boolean isAtTemplates() {
        return List.of("/templates.xhtml", "/template.xhtml").contains(page());
    }

    public boolean isAdministration() {
        return ADMINISTRATION.contains(page()) || getAdministered().stream().anyMatch(Entry::current);
    }

    private String page() {
        return request.getServletPath();
    }

    private List<RecordTypeView> types() {
        if (types == null) {
            types = viewer.isSignedIn() ? metadata.types() : List.of();
        }
        return types;
    }

    private Entry entry(RecordTypeView type) {
        boolean current =
                (type.name().equals(request.getParameter("type")) || type.name().equals(PICTURES.get(page())))
                        && !ADMINISTRATION.contains(page())
                        && !page().equals("/journey.xhtml");
        return new Entry(
                type.name(),
                type.icon(),
                viewer.text(type.name() + ".type"),
                viewer.text(type.name() + ".type.one"),
                current);
    }

    public boolean isAtWebForms() {
        return List.of("/webforms.xhtml", "/webform.xhtml").contains(page());
    }

    /** A type in a menu. */
    public record Entry(String type, String icon, String label, String one, boolean current) {
        public String href() {
            return Links.list(type);
        }

        public String createHref() {
            return "edit.xhtml?type=" + Links.encode(type) + "&quick=true";
        }
    }
}
