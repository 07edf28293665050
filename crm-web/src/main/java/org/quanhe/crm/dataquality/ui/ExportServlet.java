package org.quanhe.crm.dataquality.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.quanhe.crm.dataquality.Exports;
import org.quanhe.crm.dataquality.Exports.Format;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.FilterText;
import org.quanhe.crm.records.ListQuery;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Sends a list as a file. */
@WebServlet("/ui/export")
public class ExportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Exports exports;

    @Inject
    private transient Metadata metadata;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Toasts toasts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            RecordTypeView type = metadata.type(parameter(request, "type"));
            ListQuery query = ListQuery.of(type.name())
                    .where(FilterText.parse(type, parameter(request, "filter"), viewer.id()))
                    .withText(parameter(request, "text"))
                    .sortedBy(parameter(request, "sort"));
            List<Long> ids = parts(request, "ids").stream()
                    .filter(id -> id.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .toList();
            Format format = parameter(request, "format").equals("xlsx") ? Format.XLSX : Format.CSV;
            response.setContentType(
                    format == Format.XLSX
                            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                            : "text/csv; charset=UTF-8");
            response.setHeader("Content-Disposition", disposition(type, format));
            exports.write(query, ids, parts(request, "columns"), format, viewer.language(), response.getOutputStream());
        } catch (RuntimeException failed) {
            refuse(request, response, failed);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, RuntimeException failed)
            throws IOException {
        CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
        if (response.isCommitted()) {
            throw refusal;
        }
        response.reset();
        toasts.say(viewer.text(refusal));
        response.sendRedirect(request.getContextPath() + "/" + Links.own(Links.list(parameter(request, "type"))));
    }

    private String disposition(RecordTypeView type, Format format) {
        String ending = format == Format.XLSX ? ".xlsx" : ".csv";
        String day = viewer.today().toString();
        String told =
                Links.encode(viewer.text(type.name() + ".type") + " " + day).replace("+", "%20");
        return "attachment; filename=\"" + type.name() + "-" + day + ending + "\"; filename*=UTF-8''" + told + ending;
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    private static List<String> parts(HttpServletRequest request, String name) {
        return Arrays.stream(parameter(request, name).split(","))
                .filter(part -> !part.isBlank())
                .toList();
    }
}
