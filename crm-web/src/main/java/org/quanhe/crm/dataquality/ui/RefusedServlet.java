package org.quanhe.crm.dataquality.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanhe.crm.dataquality.Imports;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Sends the rows of an import that were refused, with the reasons. */
@WebServlet("/ui/refused")
public class RefusedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Imports imports;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        if (id == null || !id.matches("\\d{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        RequestContext.answerIn(viewer.language());
        try {
            imports.status(Long.parseLong(id));
            response.setContentType("text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"");
            imports.writeRefused(Long.parseLong(id), response.getOutputStream());
        } catch (RuntimeException failed) {
            Refusals.of(failed).orElseThrow(() -> failed);
            response.reset();
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
