package org.quanhe.crm.shell.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.records.Records.BulkResult;

/** Takes back what a toast told of. */
@WebServlet("/ui/undo")
public class UndoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Records records;

    @Inject
    private transient Toasts toasts;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("undo");
        toasts.take(token == null ? "" : token).ifPresent(this::goBack);
        String back = request.getParameter("back");
        response.sendRedirect(request.getContextPath() + "/" + Links.own(back == null ? "" : back));
    }

    private void goBack(Undo undo) {
        try {
            BulkResult result = undo.with(records);
            String back = viewer.text(undo.said(), result.done().size());
            toasts.say(result.refused() == 0 ? back : back + " " + viewer.text("ui.undo.kept", result.refused()));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            toasts.say(viewer.text(refusal));
        }
    }
}
