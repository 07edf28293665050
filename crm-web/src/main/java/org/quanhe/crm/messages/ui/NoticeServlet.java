package org.quanhe.crm.messages.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.quanhe.crm.messages.Notices;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.shell.ui.Links;

/** Marks notices as read: one, and opens what it is about, or all. */
@WebServlet("/ui/notice")
public class NoticeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = "notices.xhtml";

    @Inject
    private transient Notices notices;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = request.getParameter("id");
        String to = PAGE;
        if (id == null) {
            notices.readAll();
        } else if (id.matches("\\d{1,18}")) {
            RecordRef record = notices.read(Long.parseLong(id)).record();
            to = record == null || request.getParameter("stay") != null
                    ? PAGE
                    : Links.record(record.type(), record.id());
        }
        response.sendRedirect(request.getContextPath() + "/" + to);
    }
}
