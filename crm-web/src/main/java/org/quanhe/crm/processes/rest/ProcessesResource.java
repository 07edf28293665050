package org.quanhe.crm.processes.rest;

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
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.processes.ProcessView;
import org.quanhe.crm.processes.Processes;

/** {@code /processes}: drafts, publishing, versions. With {@code type}, those that its records can go through. */
@Path("/processes")
public class ProcessesResource {
    @Inject
    private Processes processes;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all(@QueryParam("type") @DefaultValue("") String type) {
        List<ProcessView> all = type.isEmpty() ? processes.all() : processes.startable(type);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(process -> write(json, process, spoken));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    public Response draft(InputStream content) throws IOException {
        return made(processes.draft(document(content)));
    }

    @POST
    @Path("/sample")
    public Response sample() {
        return made(processes.sample());
    }

    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") String id) {
        return answer(processes.open(number(id)));
    }

    @PUT
    @Path("/{id}")
    public Response redraft(@PathParam("id") String id, InputStream content) throws IOException {
        return answer(processes.redraft(number(id), document(content)));
    }

    @DELETE
    @Path("/{id}")
    public Response discard(@PathParam("id") String id) {
        processes.discard(number(id));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/copy")
    public Response copy(@PathParam("id") String id) {
        return made(processes.copy(number(id)));
    }

    @POST
    @Path("/{id}/publish")
    public Response publish(@PathParam("id") String id, InputStream content) throws IOException {
        String why = Objects.toString(JsonBody.object(content).getOrDefault("why", ""), "");
        return answer(processes.publish(number(id), why));
    }

    @POST
    @Path("/{id}/retire")
    public Response retire(@PathParam("id") String id) {
        return answer(processes.retire(number(id)));
    }

    @POST
    @Path("/{id}/revive")
    public Response revive(@PathParam("id") String id) {
        return answer(processes.revive(number(id)));
    }

    @GET
    @Path("/{id}/versions")
    public Response versions(@PathParam("id") String id) {
        List<ProcessView.Version> versions = processes.versions(number(id));
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            versions.forEach(version -> {
                json.writeStartObject()
                        .write("number", version.number())
                        .write("publishedAt", version.at().toString())
                        .write("publishedBy", version.by())
                        .write("why", version.why())
                        .write("running", version.running())
                        .write("ended", version.ended());
                document(json, version.document());
                json.writeEnd();
            });
            json.writeEnd().writeEnd();
        });
    }

    private static long number(String id) {
        return Numbers.of("processes", id);
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

    private Response answer(ProcessView process) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> write(json, process, spoken));
    }

    private Response made(ProcessView process) {
        Language spoken = language.language();
        return JsonAnswer.status(201, json -> write(json, process, spoken))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/processes/" + process.id()))
                .build();
    }

    private static void write(JsonGenerator json, ProcessView process, Language spoken) {
        json.writeStartObject()
                .write("id", process.id())
                .write("name", process.name().in(spoken))
                .write("type", process.type())
                .write("state", RunJson.code(process.state()))
                .write("draft", process.draft())
                .write("published", process.published())
                .write("author", process.author())
                .write("updatedAt", process.updatedAt().toString())
                .write("running", process.running());
        document(json, process.document());
        json.writeEnd();
    }

    private static void document(JsonGenerator json, Map<String, Object> document) {
        try (JsonReader reader = Json.createReader(new StringReader(JsonText.write(document)))) {
            json.write("document", reader.readValue());
        }
    }
}
