package org.quanhe.crm.pipeline.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.Opportunities;
import org.quanhe.crm.pipeline.Opportunities.Outcome;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Moves, wins, loses or reopens an opportunity, and leads back to the page. */
@WebServlet("/ui/move")
public class MoveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Opportunities opportunities;

    @Inject
    private transient Records records;

    @Inject
    private transient Toasts toasts;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = text(request, "id");
        if (id.matches("\\d{1,18}")) {
            try {
                act(request, new RecordRef("opportunities", Long.parseLong(id)));
            } catch (RuntimeException failed) {
                toasts.say(told(Refusals.of(failed).orElseThrow(() -> failed)));
            }
        }
        response.sendRedirect(request.getContextPath() + "/" + Links.own(text(request, "back")));
    }

    private void act(HttpServletRequest request, RecordRef ref) {
        String stage = text(request, "stage");
        Long version = version(text(request, "version"));
        RecordView before = records.open(ref);
        String stood = Objects.toString(before.value("stage"), "");
        RecordView after =
                switch (text(request, "do")) {
                    case "win" -> opportunities.win(ref, version, outcome(request));
                    case "lose" -> opportunities.lose(ref, version, outcome(request));
                    case "reopen" -> opportunities.reopen(ref, version);
                    default -> opportunities.move(ref, version, stage);
                };
        if (after.version() == before.version()) {
            return;
        }
        String name = viewer.text("opportunities.stage." + after.value("stage"));
        String said = viewer.text("ui.pipe.moved", after.title(), name);
        boolean closed = !"open".equals(after.value("status"));
        if (!"open".equals(before.value("status"))) {
            toasts.say(said);
        } else {
            toasts.say(said, new MoveBack(ref.id(), after.version(), closed ? "" : stood));
        }
    }

    private String told(CrmException refusal) {
        String text = viewer.text(refusal);
        boolean named = refusal.text().key().startsWith("pipeline.");
        return named || refusal.violations().isEmpty()
                ? text
                : refusal.violations().stream()
                        .map(one -> viewer.texts().text(one.message()))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static Outcome outcome(HttpServletRequest request) {
        return new Outcome(
                Optional.of(text(request, "reason")).filter(reason -> !reason.isEmpty()),
                Optional.of(text(request, "competitor")).filter(name -> !name.isEmpty()));
    }

    private static @Nullable Long version(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }
}
