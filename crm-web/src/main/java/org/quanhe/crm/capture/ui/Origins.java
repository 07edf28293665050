package org.quanhe.crm.capture.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.capture.ShownForm;
import org.quanhe.crm.capture.VisitOrigin;

/** Where visitors of a form come from, and whether that may be. */
final class Origins {
    private static final int LONGEST = 500;
    private static final int LONGEST_WORD = 120;

    private Origins() {}

    /** What the form's address says of it; a page of a site that may not show the form is not believed. */
    static VisitOrigin of(HttpServletRequest request, ShownForm form) {
        String page = Objects.requireNonNullElse(request.getParameter("page"), "");
        Optional<URI> address = address(page).filter(found -> allowed(found, form, request));
        Map<String, List<String>> query = address.flatMap(
                        found -> SentBody.parse(Objects.requireNonNullElse(found.getRawQuery(), "")))
                .map(body -> body.beginning("utm_"))
                .orElse(Map.of());
        return new VisitOrigin(
                address.map(Origins::bare).orElse(""),
                address(Objects.requireNonNullElse(request.getParameter("referrer"), ""))
                        .map(Origins::bare)
                        .orElse(""),
                word(request, query, "source"),
                word(request, query, "medium"),
                word(request, query, "campaign"));
    }

    private static String word(HttpServletRequest request, Map<String, List<String>> query, String name) {
        String text = query.containsKey(name)
                ? query.get(name).get(0)
                : Objects.requireNonNullElse(request.getParameter("utm_" + name), "");
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain;
    }

    /** What the form brings back. */
    static VisitOrigin of(SentBody body) {
        return new VisitOrigin(
                body.one("o.page"),
                body.one("o.referrer"),
                body.one("o.source"),
                body.one("o.medium"),
                body.one("o.campaign"));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text.strip());
            String scheme = Objects.requireNonNullElse(address.getScheme(), "");
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Without what stands behind the path: names and keys of visitors may be there. */
    private static String bare(URI address) {
        String path = Objects.requireNonNullElse(address.getPath(), "").replaceAll("\\p{Cntrl}", "");
        String text = site(address) + path;
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String site(URI address) {
        return (address.getScheme() + "://" + Objects.requireNonNullElse(address.getRawAuthority(), ""))
                .toLowerCase(Locale.ROOT)
                .replaceFirst("//[^/@]*@", "//");
    }

    private static boolean allowed(URI address, ShownForm form, HttpServletRequest request) {
        return form.sites().isEmpty() || form.sites().contains(site(address)) || own(site(address), request);
    }

    private static boolean own(String site, HttpServletRequest request) {
        return site.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }

    /** False where a site shows the form that may not; browsers of the last years would refuse it themselves. */
    static boolean mayShow(HttpServletRequest request, ShownForm form) {
        boolean framed = "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
        String from = Objects.requireNonNullElse(request.getHeader("Referer"), "");
        return !framed
                || address(from).filter(site -> !allowed(site, form, request)).isEmpty();
    }

    /** False where the page of another site sends the form by itself. */
    static boolean mayPost(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || own(origin, request);
    }
}
