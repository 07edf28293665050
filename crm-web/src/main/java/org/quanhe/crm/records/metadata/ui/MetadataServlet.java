package org.quanhe.crm.records.metadata.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Sends the chosen types as a file. */
@WebServlet("/ui/metadata")
public class MetadataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MetadataEditing editing;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Toasts toasts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] chosen = request.getParameterValues("type");
        if (chosen == null) {
            toasts.say(viewer.text("ui.transfer.export.text"));
            response.sendRedirect(request.getContextPath() + "/transfer.xhtml");
            return;
        }
        try {
            byte[] file = editing.export(List.of(chosen));
            response.setContentType("application/json; charset=UTF-8");
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"quanhe-metadata-" + viewer.today() + ".json\"");
            response.setContentLength(file.length);
            response.getOutputStream().write(file);
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            response.sendError(
                    refusal.kind() == CrmException.Kind.FORBIDDEN
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
