package org.quanhe.crm.identity.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts.SignIn;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Viewer;

/** Sign-in, with a way back to the page that was asked for. */
@Named
@RequestScoped
public class SignInPage {
    /** Request attribute in which the mechanism leaves the outcome. */
    private static final String OUTCOME = "crm.signIn";

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    private String username = "";
    private String password = "";
    private String problem = "";

    /** Tries to sign in and goes on to the page asked for. */
    public @Nullable String enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .newAuthentication(true)
                        .credential(new UsernamePasswordCredential(username.strip(), password)));
        if (status == AuthenticationStatus.SUCCESS) {
            if (!external.isResponseCommitted()) {
                external.redirect(request.getContextPath() + "/" + Links.own(getNext()));
            }
            faces.responseComplete();
        } else if (status == AuthenticationStatus.SEND_CONTINUE) {
            faces.responseComplete();
        } else {
            problem = told(request.getAttribute(OUTCOME));
        }
        return null;
    }

    private String told(@Nullable Object outcome) {
        if (outcome instanceof SignIn.Delayed delayed) {
            return viewer.text("ui.signin.delayed", delayed.seconds());
        }
        if (outcome instanceof SignIn.Refused refused && refused.triesBeforeDelay() > 0) {
            return viewer.text("ui.signin.refused") + " "
                    + viewer.text("ui.signin.triesLeft", refused.triesBeforeDelay());
        }
        return viewer.text("ui.signin.refused");
    }

    /** The page to go to afterwards, empty for the home page. */
    public String getNext() {
        String next = request.getParameter("next");
        return next == null || next.isEmpty() ? "" : Links.own(next.startsWith("/") ? next.substring(1) : next);
    }

    /** This page in another language; the choice is kept in a cookie by {@link Viewer}. */
    public List<Choice> getLanguages() {
        String next = getNext().isEmpty() ? "" : "&next=" + Links.encode("/" + getNext());
        return viewer.getLanguages().stream()
                .map(l -> new Choice(
                        l.tag(), l.ownName(), "signin.xhtml?language=" + l.tag() + next, l == viewer.language()))
                .toList();
    }

    /** A language, by its own name. */
    public record Choice(String tag, String name, String href, boolean current) {}

    public String getProblem() {
        return problem;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
