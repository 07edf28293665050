package org.quanhe.crm.capture.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.quanhe.crm.capture.FormDesk;
import org.quanhe.crm.capture.FormOutcome;
import org.quanhe.crm.capture.SentForm;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.VisitOrigin;
import org.quanhe.crm.capture.ui.FormHtml.Typed;
import org.quanhe.crm.platform.Language;

/** {@code /forms/<code>}: a web form for everybody. It works without scripts, keeps no session and sets no cookie. */
@WebServlet("/forms/*")
public class FormsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String CODE = "/[a-z][a-z0-9-]{1,59}";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    private transient FormDesk desk;

    @Inject
    private transient ServedFiles files;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        if (files.serve(path, request, response)) {
            return;
        }
        if (path.endsWith("/file")) {
            download(path.substring(1, path.length() - "/file".length()), request, response);
            return;
        }
        Optional<ShownForm> found = form(path, request);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!Origins.mayShow(request, found.get())) {
            say(response, HttpServletResponse.SC_FORBIDDEN, found.get(), "capture.public.otherSite");
        } else {
            show(request, response, found.get());
        }
    }

    private void show(HttpServletRequest request, HttpServletResponse response, ShownForm form) throws IOException {
        boolean preview = request.getParameter("preview") != null && request.getUserPrincipal() != null;
        if (!form.published() && !preview) {
            say(response, HttpServletResponse.SC_OK, form, "capture.public.off");
            return;
        }
        VisitOrigin origin = Origins.of(request, form);
        String token = preview ? "" : desk.token(form.code(), origin);
        String visitor = Objects.requireNonNullElse(request.getParameter("visitor"), "");
        Typed typed = new Typed(Map.of(), List.of(), origin, visitor, theme(request));
        answer(response, HttpServletResponse.SC_OK, form, FormHtml.form(form, token, typed, List.of(), ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = path(request);
        Optional<ShownForm> found = form(path, request);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ShownForm form = found.get();
        Optional<SentBody> read = SentBody.read(request);
        if (!Origins.mayPost(request)) {
            say(response, HttpServletResponse.SC_FORBIDDEN, form, "capture.public.otherSite");
        } else if (read.isEmpty()) {
            say(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, form, "capture.public.tooLarge");
        } else {
            SentBody body = read.get();
            Language language = language(body.one("l")).orElse(form.language());
            take(request, response, desk.show(form.code(), language).orElse(form), body);
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, ShownForm form, SentBody body)
            throws IOException {
        Typed typed = new Typed(
                body.beginning("f."),
                List.copyOf(body.beginning("c.").keySet()),
                Origins.of(body),
                body.one("v"),
                theme(body.one("th")));
        String token = body.one("t");
        int wait = desk.secondsToWait(
                form.code(),
                request.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeader("X-Forwarded-For"), ""));
        if (wait > 0) {
            response.setHeader("Retry-After", Integer.toString(wait));
            answer(response, TOO_MANY, form, FormHtml.form(form, token, typed, List.of(), "capture.public.wait"));
            return;
        }
        FormOutcome outcome = desk.take(new SentForm(
                form.code(),
                token,
                typed.values(),
                java.util.Set.copyOf(typed.consents()),
                body.one(FormHtml.BAIT),
                form.language(),
                typed.origin(),
                typed.visitor()));
        switch (outcome.kind()) {
            case TAKEN ->
                answer(response, HttpServletResponse.SC_OK, form, FormHtml.thanks(form, typed, link(outcome, form)));
            case OFF -> say(response, HttpServletResponse.SC_OK, form, "capture.public.off");
            case WRONG ->
                answer(
                        response,
                        UNPROCESSABLE,
                        form,
                        FormHtml.form(form, token, typed, outcome.violations(), "capture.public.wrong"));
            case TOO_FAST ->
                answer(
                        response,
                        UNPROCESSABLE,
                        form,
                        FormHtml.form(form, token, typed, List.of(), "capture.public.tooFast"));
            case STALE -> {
                Typed kept = typed.from(VisitOrigin.NONE);
                answer(
                        response,
                        UNPROCESSABLE,
                        form,
                        FormHtml.form(
                                form,
                                desk.token(form.code(), VisitOrigin.NONE),
                                kept,
                                List.of(),
                                "capture.public.stale"));
            }
        }
    }

    private static String link(FormOutcome outcome, ShownForm form) {
        return outcome.download().isEmpty()
                ? ""
                : form.code() + "/file?k=" + URLEncoder.encode(outcome.download(), StandardCharsets.UTF_8);
    }

    private void download(String code, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = Objects.requireNonNullElse(request.getParameter("k"), "");
        Optional<FormDesk.Download> found = desk.download(code, key);
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        FormDesk.Download file = found.get();
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(file.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setContentLength(file.content().length);
        response.getOutputStream().write(file.content());
    }

    private Optional<ShownForm> form(String path, HttpServletRequest request) {
        if (!path.matches(CODE)) {
            return Optional.empty();
        }
        String code = path.substring(1);
        String asked = request.getMethod().equals("GET") ? request.getParameter("lang") : null;
        Optional<Language> chosen = language(Objects.requireNonNullElse(asked, ""));
        String header = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "");
        return desk.show(code, chosen.orElseGet(() -> Language.ofAcceptLanguage(header)))
                .flatMap(form -> chosen.isEmpty() && !speaks(header, form.language())
                        ? desk.show(code, form.languages().get(0))
                        : Optional.of(form));
    }

    /** True if that header asks for the language, and not for one that is none of ours. */
    private static boolean speaks(String header, Language language) {
        return language != Language.EN
                || header.toLowerCase(java.util.Locale.ROOT).matches(".*\\ben\\b.*");
    }

    private static Optional<Language> language(String tag) {
        return tag.isEmpty()
                ? Optional.empty()
                : Stream.of(Language.values())
                        .filter(one -> one.tag().equalsIgnoreCase(tag)
                                || tag.regionMatches(true, 0, one.tag(), 0, 2) && Language.ofTag(tag) == one)
                        .findFirst();
    }

    private static String theme(HttpServletRequest request) {
        return theme(Objects.requireNonNullElse(request.getParameter("theme"), ""));
    }

    private static String theme(String text) {
        return text.equals("dark") || text.equals("light") ? text : "";
    }

    private static String path(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getPathInfo(), "");
    }

    private static void say(HttpServletResponse response, int status, ShownForm form, String key) throws IOException {
        answer(response, status, form, FormHtml.notice(form, key));
    }

    private static void answer(HttpServletResponse response, int status, ShownForm form, String html)
            throws IOException {
        String ancestors = form.sites().isEmpty() ? "*" : "'self' " + String.join(" ", form.sites());
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Language", form.language().tag());
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors " + ancestors);
        response.getWriter().write(html);
    }
}
