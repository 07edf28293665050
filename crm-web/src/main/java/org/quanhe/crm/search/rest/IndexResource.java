package org.quanhe.crm.search.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.search.IndexReport;
import org.quanhe.crm.search.IndexWork;
import org.quanhe.crm.search.SearchIndex;
import org.quanhe.crm.search.SearchIndex.IndexState;

/** {@code /search/index}: how the index does; rebuilding it; holding it against the database. */
@Path("/search/index")
@ApplicationScoped
public class IndexResource {
    @Inject
    private SearchIndex index;

    @Inject
    private RequestLanguage language;

    @GET
    public Response state() {
        return answer(200);
    }

    @POST
    @Path("/rebuild")
    public Response rebuild() {
        index.rebuild();
        return answer(202);
    }

    @POST
    @Path("/reconcile")
    public Response reconcile() {
        index.reconcile();
        return answer(202);
    }

    private Response answer(int status) {
        IndexState state = index.state();
        return JsonAnswer.status(status, json -> write(json, state)).build();
    }

    private void write(JsonGenerator json, IndexState state) {
        json.writeStartObject()
                .write("answers", state.answers())
                .write("documents", state.documents())
                .write("waiting", state.waiting());
        behind(json, state.behindSince());
        work(json, state.work());
        json.writeStartArray("reports");
        state.reports().forEach(report -> report(json, report));
        json.writeEnd().writeEnd();
    }

    private void behind(JsonGenerator json, @Nullable Instant since) {
        if (since == null) {
            json.writeNull("behind");
        } else {
            json.writeStartObject("behind")
                    .write("since", since.toString())
                    .write("text", LocalizedMessage.of("search.behind").in(language.language()))
                    .writeEnd();
        }
    }

    private static void work(JsonGenerator json, @Nullable IndexWork work) {
        if (work == null) {
            json.writeNull("work");
        } else {
            json.writeStartObject("work")
                    .write("kind", code(work.kind()))
                    .write("reason", code(work.reason()))
                    .write("by", work.by())
                    .write("since", work.since().toString())
                    .write("percent", work.percent())
                    .writeEnd();
        }
    }

    private static void report(JsonGenerator json, IndexReport report) {
        json.writeStartObject()
                .write("kind", code(report.kind()))
                .write("reason", code(report.reason()))
                .write("by", report.by())
                .write("began", report.began().toString())
                .write("ended", report.ended().toString())
                .write("done", report.done())
                .write("records", report.records())
                .write("found", report.found());
        json.writeStartArray("differences");
        report.differences().forEach(difference -> json.writeStartObject()
                .write("type", difference.type())
                .write("kind", code(difference.kind()))
                .write("found", difference.found())
                .write("left", difference.left())
                .writeEnd());
        json.writeEnd().writeEnd();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
