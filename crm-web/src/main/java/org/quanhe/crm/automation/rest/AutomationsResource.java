package org.quanhe.crm.automation.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.rest.DocumentVersionJson;
import org.quanhe.crm.automation.AutomationView;
import org.quanhe.crm.automation.Automations;
import org.quanhe.crm.automation.RunView;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** {@code /automations}: what happens by itself, and what it did. */
@Path("/automations")
public class AutomationsResource {
    @Inject
    private Automations automations;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all() {
        List<AutomationView> all = automations.all();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(automation -> write(json, automation));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    public Response create(InputStream content) throws IOException {
        AutomationView made = automations.create(document(content));
        return JsonAnswer.status(201, json -> write(json, made))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/automations/" + made.id()))
                .build();
    }

    @GET
    @Path("/vocabulary")
    public Response vocabulary() {
        Automations.Vocabulary words = automations.vocabulary();
        Language spoken = language.language();
        return JsonAnswer.ok(json -> VocabularyJson.write(json, words, spoken));
    }

    @GET
    @Path("/waiting")
    public Response waiting(@QueryParam("limit") @DefaultValue("50") int limit) {
        return runs(automations.waiting(limit));
    }

    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        AutomationView automation = automations.open(number("automations", id));
        return JsonAnswer.ok(json -> write(json, automation));
    }

    @PUT
    @Path("/{id}")
    public Response change(
            @PathParam("id") String id, @QueryParam("why") @DefaultValue("") String why, InputStream content)
            throws IOException {
        AutomationView changed = automations.change(number("automations", id), document(content), why);
        return JsonAnswer.ok(json -> write(json, changed));
    }

    @GET
    @Path("/{id}/versions")
    public Response versions(@PathParam("id") String id) {
        return DocumentVersionJson.all(automations.versions(number("automations", id)), language.language());
    }

    @GET
    @Path("/{id}/versions/{number}/difference")
    public Response restoring(@PathParam("id") String id, @PathParam("number") String version) {
        return DocumentVersionJson.difference(
                automations.restoring(number("automations", id), DocumentVersionJson.number(version)),
                language.language());
    }

    @POST
    @Path("/{id}/versions/{number}/restore")
    public Response restore(
            @PathParam("id") String id,
            @PathParam("number") String version,
            @QueryParam("why") @DefaultValue("") String why) {
        AutomationView restored =
                automations.restore(number("automations", id), DocumentVersionJson.number(version), why);
        return JsonAnswer.ok(json -> write(json, restored));
    }

    @DELETE
    @Path("/{id}")
    public Response remove(@PathParam("id") String id) {
        automations.remove(number("automations", id));
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/runs")
    public Response runs(
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return runs(automations.runs(number("automations", id), cursor == null ? null : number("runs", cursor), limit));
    }

    @POST
    @Path("/{id}/dry-run")
    public Response dryRun(@PathParam("id") String id, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        if (!(body.get("recordId") instanceof BigDecimal record)) {
            throw CrmException.invalidField("recordId", LocalizedMessage.of("records.error.required"));
        }
        return run(automations.dryRun(number("automations", id), record.longValue()));
    }

    /** The whole address, told this once. */
    @POST
    @Path("/{id}/address")
    public Response newAddress(@PathParam("id") String id) {
        String secret = automations.newAddress(number("automations", id));
        return JsonAnswer.status(201, json -> json.writeStartObject()
                        .write("address", request.getContextPath() + ApiApplication.PATH + "/hooks/" + secret)
                        .writeEnd())
                .build();
    }

    @POST
    @Path("/runs/{run}/retry")
    public Response retry(@PathParam("run") String run) {
        return run(automations.retry(number("runs", run)));
    }

    @POST
    @Path("/runs/{run}/stop")
    public Response stop(@PathParam("run") String run) {
        return run(automations.stop(number("runs", run)));
    }

    private static Map<String, Object> document(InputStream content) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return document;
    }

    private static long number(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", what, text));
        }
        return Long.parseLong(text);
    }

    private Response run(RunView run) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> write(json, run, spoken));
    }

    private Response runs(List<RunView> runs) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            runs.forEach(run -> write(json, run, spoken));
            json.writeEnd().writeEnd();
        });
    }

    private static void write(JsonGenerator json, AutomationView automation) {
        json.writeStartObject()
                .write("id", automation.id())
                .write("key", automation.key())
                .write("name", automation.name())
                .write("type", automation.type())
                .write("active", automation.active())
                .write("revision", automation.revision())
                .write("author", automation.author())
                .write("updatedAt", automation.updatedAt().toString())
                .write("stopped", automation.stopped())
                .write("waiting", automation.waiting())
                .write("done", automation.done())
                .write("failed", automation.failed());
        try (JsonReader document = Json.createReader(new StringReader(JsonText.write(automation.document())))) {
            json.write("document", document.readValue()).writeEnd();
        }
    }

    private static void write(JsonGenerator json, RunView run, Language spoken) {
        json.writeStartObject()
                .write("id", run.id())
                .write("automation", run.automation())
                .write("name", run.name())
                .write("type", run.record().type())
                .write("recordId", run.record().id())
                .write("title", run.title())
                .write("state", run.state().name().toLowerCase(Locale.ROOT))
                .write("createdAt", run.createdAt().toString())
                .write("attempts", run.attempts());
        Instant next = run.nextAt();
        if (next != null) {
            json.write("nextAt", next.toString());
        }
        json.writeStartArray("trace");
        run.trace().forEach(line -> json.writeStartObject()
                .write("at", line.at().toString())
                .write("text", line.text().in(spoken))
                .writeEnd());
        json.writeEnd().writeEnd();
    }
}
