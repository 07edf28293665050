package org.quanhe.crm.privacy.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.privacy.Consents;

/**
 * The way out that stands in mails: {@code GET /consent/{key}} shows the page and changes nothing, for mail programs
 * open links by themselves; {@code POST} decides. One press in a mail program is a POST too (RFC 8058).
 */
@WebServlet("/consent/*")
public class ConsentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_KEY = 60;

    @Inject
    private transient Consents consents;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(request, response, key(request), "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = key(request);
        if ("One-Click".equals(request.getParameter("List-Unsubscribe"))) {
            String purpose = Objects.requireNonNullElse(request.getParameter("purpose"), "");
            response.setStatus(
                    consents.takeBack(key, purpose) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String @Nullable [] wanted = request.getParameterValues("agree");
        boolean none = request.getParameter("none") != null || wanted == null;
        show(request, response, key, consents.decide(key, none ? Set.of() : Set.of(wanted)) ? "&done=1" : "");
    }

    private static String key(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        return path.matches("[A-Za-z0-9_-]{1," + LONGEST_KEY + "}") ? path : "-";
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String key, String more)
            throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + "/consent.xhtml?key=" + key + more);
    }
}
