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
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.RequestContext;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.OpenedRecords;
import org.quanhe.crm.search.Search;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.Highlight;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.search.SearchQuestion;
import org.quanhe.crm.shell.ui.Initials;
import org.quanhe.crm.shell.ui.Links;
import org.quanhe.crm.shell.ui.Refusals;
import org.quanhe.crm.shell.ui.Viewer;

/**
 * Answers the search box: hits with marked ranges and how many there are of each type; what the reader opened before
 * while nothing is typed.
 */
@WebServlet("/ui/search")
public class SearchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SearchServlet.class.getName());
    private static final int HITS = 20;
    private static final int OFFERED = 6;

    @Inject
    private transient Search search;

    @Inject
    private transient SearchIndex index;

    @Inject
    private transient OpenedRecords opened;

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
            if (text.isEmpty()) {
                suggest(response);
                return;
            }
            Map<String, List<Object>> chosen = type.isEmpty() ? Map.of() : Map.of("type", List.of(type));
            SearchQuestion question = new SearchQuestion(text, List.of(), Filter.ALL, List.of(), HITS, null);
            write(response, text, search.find(question.choosing(chosen).whileTyping()));
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

    /** What the reader opened last, and what else they open often: nothing is typed yet. */
    private void suggest(HttpServletResponse response) throws IOException {
        List<OpenedRecords.Opened> last = opened.last(OFFERED);
        List<OpenedRecords.Opened> often = opened.often(2 * OFFERED).stream()
                .filter(one -> !last.contains(one))
                .limit(OFFERED)
                .toList();
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartObject().writeStartArray("groups");
            group(out, viewer.text("search.last"), last);
            group(out, viewer.text("search.often"), often);
            out.writeEnd().writeEnd();
        }
    }

    private void group(JsonGenerator out, String label, List<OpenedRecords.Opened> records) {
        if (records.isEmpty()) {
            return;
        }
        out.writeStartObject().write("label", label).writeStartArray("hits");
        for (OpenedRecords.Opened one : records) {
            String type = one.ref().type();
            out.writeStartObject().write("icon", metadata.type(type).icon());
            hit(out, one.ref(), one.title(), viewer.text(type + ".type.one"), List.of());
        }
        out.writeEnd().writeEnd();
    }

    private void write(HttpServletResponse response, String text, SearchAnswer answer) throws IOException {
        try (JsonGenerator out = Json.createGenerator(response.getWriter())) {
            out.writeStartObject();
            if (answer.meant() != null) {
                out.write("meant", answer.meant()).write("meantNote", viewer.text("search.meant", text));
            } else if (answer.reach() == SearchAnswer.Reach.FEWER_WORDS) {
                out.write("meantNote", viewer.text("search.meant.fewer"));
            }
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
            long all = counts.stream().mapToLong(SearchAnswer.FacetValue::count).sum();
            boolean exact = counts.stream().allMatch(SearchAnswer.FacetValue::exact);
            out.write("all", viewer.told().number(all) + (exact ? "" : "+"));
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
        out.writeStartObject();
        hit(out, hit.ref(), hit.title(), hit.subtitle(), hit.highlights());
    }

    private void hit(JsonGenerator out, RecordRef ref, String name, String subtitle, List<Highlight> highlights) {
        String title = name.isBlank() ? viewer.text("ui.untitled") : name;
        out.write("id", ref.id())
                .write("type", ref.type())
                .write("title", title)
                .write("subtitle", subtitle)
                .write("initials", Initials.of(title))
                .write("colour", Initials.colour(ref.id()))
                .write("href", Links.record(ref.type(), ref.id()));
        out.writeStartArray("marks");
        for (Highlight highlight : highlights) {
            out.writeStartObject().write("field", highlight.field()).write("text", highlight.text());
            out.writeStartArray("at");
            highlight.marks().forEach(mark -> out.write(mark.start()).write(mark.end()));
            out.writeEnd().writeEnd();
        }
        out.writeEnd().writeEnd();
    }
}
