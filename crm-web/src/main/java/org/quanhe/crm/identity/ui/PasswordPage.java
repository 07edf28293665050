package org.quanhe.crm.identity.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Changing one's own password; forced while it was set by somebody else. */
@Named
@RequestScoped
public class PasswordPage {
    /** Session attribute by which the mechanism knows a session that has outlived its password. */
    private static final String SESSION_STAMP = "crm.user.stamp";

    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private Toasts toasts;

    private String old = "";
    private String fresh = "";
    private String again = "";
    private String problem = "";

    public @Nullable String change() {
        if (!fresh.equals(again)) {
            problem = viewer.text("ui.password.different");
            return null;
        }
        try {
            accounts.changePassword(old, fresh);
            // other sessions are over; this one goes on
            request.getSession().setAttribute(SESSION_STAMP, accounts.me().stamp());
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            problem = refusal.violations().isEmpty()
                    ? viewer.text(refusal)
                    : viewer.texts().text(refusal.violations().get(0).message());
            return null;
        }
        toasts.say(viewer.text("ui.password.changed"));
        return "/home.xhtml?faces-redirect=true";
    }

    public boolean isForced() {
        return viewer.user().map(CurrentUser::mustChangePassword).orElse(false);
    }

    public String getProblem() {
        return problem;
    }

    public String getOld() {
        return old;
    }

    public void setOld(String old) {
        this.old = old;
    }

    public String getFresh() {
        return fresh;
    }

    public void setFresh(String fresh) {
        this.fresh = fresh;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
