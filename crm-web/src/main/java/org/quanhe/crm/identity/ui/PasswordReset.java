package org.quanhe.crm.identity.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Gives a user a new one-time password, shown once on the user's page. */
@Named
@RequestScoped
public class PasswordReset {
    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    private String password = "";
    private String problem = "";

    public void reset() {
        try {
            String id = String.valueOf(request.getParameter("id"));
            password = accounts.resetPassword(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
        } catch (RuntimeException failed) {
            problem = viewer.text(Refusals.of(failed).orElseThrow(() -> failed));
        }
    }

    public String getPassword() {
        return password;
    }

    public String getProblem() {
        return problem;
    }
}
