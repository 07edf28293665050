package org.quanhe.crm.activities.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.quanhe.crm.activities.Promises;
import org.quanhe.crm.activities.Reminders;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Puts a reminder off, or settles a promise, and leads back to the page. */
@WebServlet({"/ui/snooze", "/ui/settle"})
public class ReminderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Reminders reminders;

    @Inject
    private transient Promises promises;

    @Inject
    private transient Toasts toasts;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = text(request, "id");
        if (id.matches("\\d{1,18}")) {
            try {
                act(request, Long.parseLong(id));
            } catch (RuntimeException failed) {
                toasts.say(viewer.text(Refusals.of(failed).orElseThrow(() -> failed)));
            }
        }
        response.sendRedirect(request.getContextPath() + "/" + Links.own(text(request, "back")));
    }

    private void act(HttpServletRequest request, long id) {
        if (request.getServletPath().endsWith("settle")) {
            boolean kept = text(request, "kept").equals("true");
            RecordView settled = promises.settle(id, null, kept);
            toasts.say(
                    viewer.text(kept ? "activities.page.kept.said" : "activities.page.notKept.said", settled.title()));
        } else {
            String minutes = text(request, "minutes");
            Instant at = reminders.snooze(id, minutes.matches("\\d{1,5}") ? Integer.parseInt(minutes) : 10);
            toasts.say(viewer.text("activities.page.snoozed", viewer.told().dateTime(at)));
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
