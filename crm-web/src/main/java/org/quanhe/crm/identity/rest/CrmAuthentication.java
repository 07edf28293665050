package org.quanhe.crm.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.Problem;
import org.quanhe.crm.platform.rest.RequestFilter;

/**
 * The one authentication mechanism: a bearer token for REST, the session everywhere else. Whoever is not signed in gets
 * a problem from REST and the sign-in page from everything else.
 */
@ApplicationScoped
public class CrmAuthentication implements HttpAuthenticationMechanism {
    /** Request attribute with the {@link Accounts.SignIn} of a form sign-in, for the page to tell. */
    public static final String OUTCOME = "crm.signIn";

    /** Session attribute with the sign-in name. */
    public static final String SESSION_USER = "crm.user";

    /** Session attribute with the {@link CurrentUser#stamp()} that the session began under. */
    public static final String SESSION_STAMP = "crm.user.stamp";

    private static final Set<String> GROUPS = Set.of("user");
    private static final String BEARER = "Bearer ";
    private static final List<String> OPEN_PAGES = List.of(
            "/signin.xhtml", "/error.xhtml", "/notfound.xhtml", "/favicon.ico", "/openapi.json", "/consent.xhtml");

    /** What people from outside reach by keys of their own. */
    private static final List<String> OPEN_FOLDERS = List.of("/consent/");

    @Inject
    private Accounts accounts;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential credential) {
            return signIn(request, credential, context);
        }
        if (path.startsWith(ApiApplication.PATH + "/")) {
            return api(request, response, context, path.substring(ApiApplication.PATH.length()));
        }
        boolean open = path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/");
        // a calendar is read by programs that know its secret address
        if (open || path.startsWith("/feed/")) {
            return context.doNothing();
        }
        if (path.startsWith("/forms/") && !previews(request)) {
            // visitors are nobody, even in the browser of a colleague
            return context.doNothing();
        }
        Optional<CurrentUser> user = ofSession(request);
        if (user.isPresent()) {
            return context.notifyContainerAboutLogin(user.get().username(), GROUPS);
        }
        if (OPEN_PAGES.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith)) {
            return context.doNothing();
        }
        return toSignIn(request, response, context, path);
    }

    /** A colleague looks at a form that may not be published yet; everything else under that path is for everybody. */
    private static boolean previews(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null
                && List.of(query.split("&")).contains("preview=1")
                && request.getMethod().equals("GET");
    }

    private AuthenticationStatus signIn(
            HttpServletRequest request, UsernamePasswordCredential credential, HttpMessageContext context) {
        Accounts.SignIn outcome = accounts.signIn(credential.getCaller(), credential.getPasswordAsString());
        request.setAttribute(OUTCOME, outcome);
        if (!(outcome instanceof Accounts.SignIn.Accepted accepted)) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        HttpSession session = request.getSession(true);
        // A session id that somebody planted before the sign-in must be worth nothing after it.
        request.changeSessionId();
        session.setAttribute(SESSION_USER, accepted.user().username());
        session.setAttribute(SESSION_STAMP, accepted.user().stamp());
        return context.notifyContainerAboutLogin(accepted.user().username(), GROUPS);
    }

    private Optional<CurrentUser> ofSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object name = session == null ? null : session.getAttribute(SESSION_USER);
        return name == null
                ? Optional.empty()
                : accounts.find(name.toString())
                        .filter(user -> user.stamp().equals(session.getAttribute(SESSION_STAMP)));
    }

    private AuthenticationStatus api(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path) {
        String header = request.getHeader("Authorization");
        Optional<CurrentUser> user = header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.empty()
                : accounts.userOfToken(header.substring(BEARER.length()).strip())
                        .flatMap(accounts::find);
        if (user.isPresent()) {
            return context.notifyContainerAboutLogin(user.get().username(), GROUPS);
        }
        boolean open = path.equals("/openapi.json")
                || path.equals("/sessions") && request.getMethod().equals("POST")
                || path.startsWith("/hooks/") && request.getMethod().equals("POST");
        if (open) {
            return context.doNothing();
        }
        String wanted = request.getHeader("Accept-Language");
        Language language = wanted == null ? accounts.defaultLanguage() : Language.ofAcceptLanguage(wanted);
        RequestFilter.begin(request, response);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType(Problem.TYPE);
        response.setCharacterEncoding("UTF-8");
        try {
            response.getWriter()
                    .write(Problem.text(401, LocalizedMessage.of("identity.error.unauthenticated"), language));
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            RequestFilter.end();
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus toSignIn(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context, String path) {
        String signIn = request.getContextPath() + "/signin.xhtml";
        boolean ajax = "partial/ajax".equals(request.getHeader("Faces-Request"));
        if (ajax || path.startsWith("/ui/")) {
            // The page signs in over itself and keeps what was typed.
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return AuthenticationStatus.SEND_FAILURE;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        String next = path.equals("/") || path.isEmpty()
                ? ""
                : "?next=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
        return context.redirect(signIn + next);
    }
}
