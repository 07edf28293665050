package org.quanhe.crm.activities.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.Records;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Ticks a task or an appointment off. */
@WebServlet("/ui/done")
public class DoneServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Records records;

    @Inject
    private transient Toasts toasts;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("done");
        if (id != null && id.matches("\\d{1,18}")) {
            try {
                RecordRef ref = new RecordRef(Contacts.TYPE, Long.parseLong(id));
                RecordView done = records.change(ref, null, Map.of(Contacts.DONE, true), "");
                toasts.say(viewer.text("ui.done.said", done.title()));
            } catch (RuntimeException failed) {
                CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
                toasts.say(viewer.text(refusal));
            }
        }
        String back = request.getParameter("back");
        response.sendRedirect(request.getContextPath() + "/" + Links.own(back == null ? "" : back));
    }
}
