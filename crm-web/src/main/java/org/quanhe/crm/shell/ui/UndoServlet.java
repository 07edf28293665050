package org.quanhe.crm.shell.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.Records;

/** Brings back what a toast said was deleted. */
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
        Optional<Toasts.Deleted> deleted = toasts.take(token == null ? "" : token);
        if (deleted.isPresent()) {
            restore(deleted.get());
        }
        String back = request.getParameter("back");
        response.sendRedirect(request.getContextPath() + "/" + Links.own(back == null ? "" : back));
    }

    private void restore(Toasts.Deleted deleted) {
        try {
            int back = records.restoreAll(deleted.type(), deleted.ids()).done().size();
            toasts.say(viewer.text("ui.undo.done", back));
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            toasts.say(viewer.text(refusal));
        }
    }
}
