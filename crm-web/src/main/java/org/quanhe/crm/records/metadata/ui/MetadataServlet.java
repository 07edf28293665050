package org.quanhe.crm.records.metadata.ui;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Selection;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Toasts;
import org.quanhe.crm.shell.ui.Viewer;

/** Sends the chosen types as a file. */
@WebServlet("/ui/metadata")
public class MetadataServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient MetadataFiles files;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Toasts toasts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> types = chosen(request, "type");
        Map<String, Set<String>> things = new LinkedHashMap<>();
        for (String thing : chosen(request, "thing")) {
            int slash = thing.indexOf('/');
            if (slash > 0) {
                things.computeIfAbsent(thing.substring(0, slash), kind -> new LinkedHashSet<>())
                        .add(thing.substring(slash + 1));
            }
        }
        Selection selection = new Selection(types, things);
        if (selection.all()) {
            toasts.say(viewer.text("ui.transfer.export.text"));
            response.sendRedirect(request.getContextPath() + "/transfer.xhtml");
            return;
        }
        try {
            byte[] file = files.export(selection);
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

    private static Set<String> chosen(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Set.of() : new LinkedHashSet<>(List.of(values));
    }
}
