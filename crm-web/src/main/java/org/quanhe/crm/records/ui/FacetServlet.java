package org.quanhe.crm.records.ui;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quanhe.crm.shell.ui.Refusals;

/** The counts beside a list. They come after its rows: counting takes as long as there are records, rows do not. */
@WebServlet("/ui/facets")
public class FacetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FacetServlet.class.getName());

    @Inject
    private transient ListPage listPage;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartArray();
            listPage.getFacets().forEach(facet -> write(out, facet));
            out.writeEnd();
        } catch (RuntimeException failed) {
            Refusals.of(failed).orElseThrow(() -> failed);
            LOG.log(Level.FINE, "a list without counts", failed);
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void write(JsonGenerator out, FacetColumn.Facet facet) {
        out.writeStartObject().write("label", facet.label()).writeStartArray("items");
        for (FacetColumn.Item item : facet.items()) {
            out.writeStartObject()
                    .write("label", item.label())
                    .write("count", item.count())
                    .write("chosen", item.chosen())
                    .write("href", item.href())
                    .writeEnd();
        }
        out.writeEnd().writeEnd();
    }
}
