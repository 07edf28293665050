package org.quanhe.crm.capture.ui;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quanhe.crm.capture.FormDesk;
import org.quanhe.crm.capture.Visits;
import org.quanhe.crm.platform.JsonText;

/**
 * {@code /forms/visits}: page views of visitors who agreed, as {@code visits.js} sends them. Whatever comes is answered
 * with nothing: who sends something else learns nothing.
 */
@WebServlet({"/forms/visits", "/forms/visits/forget"})
public class VisitsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 4_000;
    private static final int TOO_MANY = 429;

    @Inject
    private transient FormDesk desk;

    @Inject
    private transient Visits visits;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int wait = desk.secondsToWait(
                "visits",
                request.getRemoteAddr(),
                Objects.requireNonNullElse(request.getHeader("X-Forwarded-For"), ""));
        if (wait > 0) {
            response.setHeader("Retry-After", Integer.toString(wait));
            response.setStatus(TOO_MANY);
            return;
        }
        Optional<String> body = SentBody.text(request, MOST_BYTES);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        body.ifPresent(text -> take(text, request.getServletPath().endsWith("/forget")));
    }

    private void take(String text, boolean forget) {
        try {
            if (!(JsonText.read(text) instanceof Map<?, ?> told)) {
                return;
            }
            String visitor = word(told, "visitor");
            if (forget) {
                visits.forget(visitor);
            } else {
                visits.note(visitor, word(told, "page"), word(told, "title"));
            }
        } catch (JsonException | ArithmeticException | NumberFormatException noVisit) {
            // strangers send anything; it is answered alike
        }
    }

    private static String word(Map<?, ?> told, String name) {
        return told.get(name) instanceof String word ? word : "";
    }
}
