package org.quanhe.crm.shell.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.CurrentUser;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.platform.TimeSource;
import org.quanhe.crm.platform.Told;

/** The person who looks at the page: language, zone, theme, and how dates and numbers are told to them. */
@Named
@RequestScoped
public class Viewer {
    /** Cookies with the choices of people who have not signed in. */
    static final String COOKIE = "crm-";

    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TimeSource time;

    private @Nullable Optional<CurrentUser> user;
    private @Nullable Language language;
    private @Nullable Told told;

    public boolean isSignedIn() {
        return user().isPresent();
    }

    /** Who is signed in, if anybody is. */
    public Optional<CurrentUser> user() {
        if (user == null) {
            user = request.getUserPrincipal() == null ? Optional.empty() : Optional.of(accounts.me());
        }
        return user;
    }

    /** Number of who is signed in; throws UNAUTHENTICATED if nobody is. */
    public long id() {
        return user().orElseGet(accounts::me).id();
    }

    public Language language() {
        if (language == null) {
            language = user().map(CurrentUser::language)
                    .or(this::asked)
                    .or(() -> cookie("language").map(Language::ofTag))
                    .orElseGet(this::languageOfBrowser);
            // façades that tell reasons, such as a dry run's, tell them in the page's language
            RequestContext.answerIn(language);
        }
        return language;
    }

    /** A language chosen on the sign-in page; it stays in this browser. */
    private Optional<Language> asked() {
        String tag = request.getParameter("language");
        Optional<Language> known =
                getLanguages().stream().filter(l -> l.tag().equals(tag)).findFirst();
        known.ifPresent(l -> response().ifPresent(r -> PreferenceServlet.remember(request, r, "language", l.tag())));
        return known;
    }

    private static Optional<HttpServletResponse> response() {
        return Optional.ofNullable(FacesContext.getCurrentInstance())
                .map(faces -> (HttpServletResponse) faces.getExternalContext().getResponse());
    }

    private Language languageOfBrowser() {
        String header = request.getHeader("Accept-Language");
        return header == null || header.isBlank() ? accounts.defaultLanguage() : Language.ofAcceptLanguage(header);
    }

    public Texts texts() {
        return Texts.in(language());
    }

    public String text(String key, Object... args) {
        return texts().text(key, args);
    }

    /** What a refusal says to this person. */
    public String text(CrmException refusal) {
        return texts().text(refusal.text());
    }

    public Instant now() {
        return time.now();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(time.now(), told().zone());
    }

    /** Dates and numbers in this person's language and zone. */
    public Told told() {
        if (told == null) {
            told = new Told(language(), zone());
        }
        return told;
    }

    private ZoneId zone() {
        String name = user().map(CurrentUser::timeZone).orElse("UTC");
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.of("UTC");
        }
    }

    public String getTag() {
        return language().tag();
    }

    public java.util.Locale getLocale() {
        return language().locale();
    }

    public String getLanguageName() {
        return language().ownName();
    }

    /** Short sign of the language on the top bar. */
    public String getLanguageSign() {
        return text("ui.language.sign");
    }

    public List<Language> getLanguages() {
        return List.of(Language.VI, Language.EN, Language.ZH_CN, Language.ZH_TW);
    }

    public String getTheme() {
        return chosen("theme", user().map(CurrentUser::theme).orElse(""), List.of("light", "dark"));
    }

    public String getDensity() {
        return chosen("density", user().map(CurrentUser::density).orElse(""), List.of("compact", "normal", "roomy"));
    }

    public String getName() {
        return user().map(CurrentUser::displayName).orElse("");
    }

    public String getUsername() {
        return user().map(CurrentUser::username).orElse("");
    }

    public String getInitials() {
        return Initials.of(getName());
    }

    public boolean isAdministrator() {
        return user().map(CurrentUser::administrator).orElse(false);
    }

    /**
     * The mark by which PrimeFaces knows that a form came from the page it gave out; its own script sets it only where
     * it is loaded.
     */
    public String getNonce() {
        UIViewRoot view = FacesContext.getCurrentInstance().getViewRoot();
        return Objects.toString(view.getViewMap().get("primefaces.nonce"), "");
    }

    private String chosen(String key, String own, List<String> known) {
        String value = own.isEmpty() ? cookie(key).orElse("") : own;
        return known.contains(value) ? value : "";
    }

    private Optional<String> cookie(String key) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE + key))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
