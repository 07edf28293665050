package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.quanhe.crm.activities.CalendarFeeds;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.shell.ui.Refusals;

/** {@code /feed/….ics}: somebody's calendar for other programs. Nobody signs in here; who knows the secret reads it. */
@WebServlet(FeedServlet.PATH + "*")
public class FeedServlet extends HttpServlet {
    /** Where addresses begin, and how they end. */
    public static final String PATH = "/feed/";

    public static final String END = ".ics";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CalendarFeeds feeds;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        String secret = path.replaceFirst("^/", "").replaceFirst("\\.ics$", "");
        try {
            byte[] calendar = feeds.read(secret).getBytes(StandardCharsets.UTF_8);
            response.setContentType("text/calendar");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Disposition", "inline; filename=\"quanhe.ics\"");
            response.setContentLength(calendar.length);
            response.getOutputStream().write(calendar);
        } catch (RuntimeException failed) {
            if (Refusals.of(failed).map(CrmException::kind).orElseThrow(() -> failed) != CrmException.Kind.NOT_FOUND) {
                throw failed;
            }
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain");
        }
    }
}
