package org.quanhe.crm.search.ui;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/** Answers the search box: hits with marked ranges and how many there are of each type. */
@WebServlet("/ui/search")
public class SearchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SearchServlet.class.getName());
    private static final int HITS = 20;
    private static final int LONGEST = 200;

    @Inject
    private transient Search search;

    @Inject
    private transient SearchIndex index;

    @Inject
    private transient Metadata metadata;

    @Inject
    private transient Viewer viewer;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = parameter(request, "q");
        String type = parameter(request, "type");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try {
            SearchAnswer answer = search.find(new SearchQuestion(
                    text.length() > LONGEST ? text.substring(0, LONGEST) : text,
                    type.isEmpty() ? List.of() : List.of(type),
                    Filter.ALL,
                    List.of(),
                    HITS,
                    null));
            write(response, answer);
        } catch (RuntimeException failed) {
            CrmException refusal = Refusals.of(failed).orElseThrow(() -> failed);
            LOG.log(Level.WARNING, "search box not answered", failed);
            response.setStatus(refusal.kind() == CrmException.Kind.INVALID ? 400 : 503);
            try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
                out.writeStartObject()
                        .write("error", viewer.text(refusal))
                        .write("code", RequestContext.requestId())
                        .writeEnd();
            }
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private void write(HttpServletResponse response, SearchAnswer answer) throws IOException {
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartObject();
            out.write("total", viewer.told().number(answer.total()) + (answer.exact() ? "" : "+"));
            if (index.behindSince().isPresent()) {
                out.write("behind", viewer.text("search.behind"));
            }
            out.writeStartArray("types");
            List<SearchAnswer.FacetValue> counts = answer.facets().getOrDefault("type", List.of());
            for (RecordTypeView type : metadata.types()) {
                counts.stream()
                        .filter(count -> count.value().equals(type.name()))
                        .forEach(count -> type(out, type, count.count()));
            }
            out.writeEnd();
            out.writeStartArray("hits");
            answer.hits().forEach(hit -> hit(out, hit));
            out.writeEnd();
            out.writeEnd();
        }
    }

    private void type(JsonGenerator out, RecordTypeView type, long count) {
        out.writeStartObject()
                .write("type", type.name())
                .write("label", viewer.text(type.name() + ".type"))
                .write("icon", type.icon())
                .write("count", viewer.told().number(count))
                .write("href", Links.list(type.name()))
                .writeEnd();
    }

    private void hit(JsonGenerator out, SearchAnswer.Hit hit) {
        out.writeStartObject()
                .write("id", hit.ref().id())
                .write("type", hit.ref().type())
                .write("title", hit.title())
                .write("subtitle", hit.subtitle())
                .write("initials", Initials.of(hit.title()))
                .write("colour", Initials.colour(hit.ref().id()))
                .write("href", Links.record(hit.ref().type(), hit.ref().id()));
        out.writeStartArray("marks");
        for (SearchAnswer.Highlight highlight : hit.highlights()) {
            out.writeStartObject().write("field", highlight.field()).write("text", highlight.text());
            out.writeStartArray("at");
            highlight.marks().forEach(mark -> out.write(mark.start()).write(mark.end()));
            out.writeEnd().writeEnd();
        }
        out.writeEnd().writeEnd();
    }
}
