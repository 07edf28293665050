package org.quanhe.crm.leads.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.leads.Leads;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** On the page of a lost opportunity: it becomes a lead again. */
@Named
@RequestScoped
public class RecycleCard {
    @Inject
    private Leads leads;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    public @Nullable String recycle() {
        String id = Objects.requireNonNullElse(request.getParameter("id"), "");
        RecordRef deal = new RecordRef("opportunities", id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        RecordRef shown = deal;
        try {
            shown = leads.recycle(deal, "");
            toasts.say(viewer.text("ui.recycle.done"));
        } catch (RuntimeException failed) {
            toasts.say(viewer.text(Refusals.of(failed).orElseThrow(() -> failed)));
        }
        return "/record.xhtml?faces-redirect=true&type=" + Links.encode(shown.type()) + "&id=" + shown.id();
    }
}
