package org.quanhe.crm.shell.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.identity.Accounts;

/** Keeps a chosen language, theme or density and leads back to the page. */
@WebServlet("/ui/prefer")
public class PreferenceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 3600;
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "language", Set.of("en", "vi", "zh-CN", "zh-TW"),
            "theme", Set.of("light", "dark", "system"),
            "density", Set.of("compact", "normal", "roomy"));

    @Inject
    private transient Accounts accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Map.Entry<String, Set<String>> choice : CHOICES.entrySet()) {
            String value = request.getParameter(choice.getKey());
            if (value != null && choice.getValue().contains(value)) {
                keep(request, response, choice.getKey(), value.equals("system") ? "" : value);
            }
        }
        String back = request.getParameter("back");
        response.sendRedirect(request.getContextPath() + "/" + Links.own(back == null ? "" : back));
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, String key, String value) {
        if (request.getUserPrincipal() != null) {
            accounts.prefer(key, value);
        }
        remember(request, response, key, value);
    }

    /** Keeps the choice in this browser, for the sign-in page. */
    static void remember(HttpServletRequest request, HttpServletResponse response, String key, String value) {
        Cookie cookie = new Cookie(Viewer.COOKIE + key, value);
        cookie.setMaxAge(A_YEAR);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
