package org.quanhe.crm.records.rest;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.Metadata;
import org.quanhe.crm.records.metadata.Difference;
import org.quanhe.crm.records.metadata.Draft;
import org.quanhe.crm.records.metadata.MetadataEditing;
import org.quanhe.crm.records.metadata.Missing;
import org.quanhe.crm.records.metadata.PublishedVersion;
import org.quanhe.crm.records.metadata.Stand;

/** {@code /metadata}: types and fields as the caller may use them; drafts and versions for administrators. */
@Path("/metadata")
public class MetadataResource {
    @Inject
    private Metadata metadata;

    @Inject
    private MetadataEditing editing;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all(@HeaderParam("If-None-Match") @Nullable String known) {
        Language spoken = language.language();
        MetadataJson document = new MetadataJson(metadata.types(), metadata.version(), spoken);
        if (document.tag().equals(known)) {
            return Response.notModified().header("ETag", known).build();
        }
        return JsonAnswer.status(200, document::write)
                .header("ETag", document.tag())
                .header("Vary", "Accept-Language, Authorization")
                .build();
    }

    @GET
    @Path("/drafts")
    public Response drafts() {
        List<Draft> waiting = editing.waiting();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            waiting.forEach(draft -> write(json, draft));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    @Path("/drafts")
    public Response draft(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Draft draft = editing.draft(changes(body), why(body));
        return JsonAnswer.status(201, json -> write(json, draft))
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/metadata/drafts/" + draft.id()))
                .build();
    }

    @GET
    @Path("/drafts/{id}")
    public Response open(@PathParam("id") String id) {
        Draft draft = editing.open(number("drafts", id));
        return JsonAnswer.ok(json -> write(json, draft));
    }

    @PUT
    @Path("/drafts/{id}")
    public Response redraft(@PathParam("id") String id, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Draft draft = editing.redraft(number("drafts", id), changes(body), why(body));
        return JsonAnswer.ok(json -> write(json, draft));
    }

    @DELETE
    @Path("/drafts/{id}")
    public Response discard(@PathParam("id") String id) {
        editing.discard(number("drafts", id));
        return Response.noContent().build();
    }

    @GET
    @Path("/drafts/{id}/difference")
    public Response difference(@PathParam("id") String id) {
        return difference(editing.difference(number("drafts", id)));
    }

    @POST
    @Path("/drafts/{id}/publish")
    public Response publish(@PathParam("id") String id, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = optional(content);
        List<Stand> instead = Stands.of(body.get("instead"));
        if (!instead.isEmpty()) {
            editing.standIn(number("drafts", id), instead);
        }
        PublishedVersion version = editing.publish(number("drafts", id), why(body));
        return JsonAnswer.ok(json -> write(json, version));
    }

    @GET
    @Path("/versions")
    public Response versions() {
        List<PublishedVersion> versions = editing.versions();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            versions.forEach(version -> write(json, version));
            json.writeEnd().writeEnd();
        });
    }

    @GET
    @Path("/versions/{number}/difference")
    public Response restoring(@PathParam("number") String number) {
        return difference(editing.restoring(number("versions", number)));
    }

    @POST
    @Path("/versions/{number}/restore")
    public Response restore(@PathParam("number") String number, InputStream content) throws IOException {
        PublishedVersion version = editing.restore(number("versions", number), why(optional(content)));
        return JsonAnswer.ok(json -> write(json, version));
    }

    private static Map<String, @Nullable Object> optional(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        return bytes.length == 0 ? Map.of() : JsonBody.object(new ByteArrayInputStream(bytes));
    }

    private static List<?> changes(Map<String, @Nullable Object> body) {
        if (body.get("changes") instanceof List<?> changes) {
            return changes;
        }
        throw CrmException.invalidField("changes", LocalizedMessage.of("records.error.required"));
    }

    private static String why(Map<String, @Nullable Object> body) {
        return body.get("why") instanceof String text ? text : "";
    }

    private static long number(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", what, text));
        }
        return Long.parseLong(text);
    }

    private Response difference(Difference difference) {
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject();
            lines(json, "lines", difference.lines(), spoken);
            lines(json, "warnings", difference.warnings(), spoken);
            missing(json, difference.missing());
            json.writeEnd();
        });
    }

    /** Records that a file names and that are not here. */
    static void missing(JsonGenerator json, List<Missing> missing) {
        json.writeStartArray("missing");
        missing.forEach(one -> json.writeStartObject()
                .write("place", one.place())
                .write("type", one.type())
                .write("name", one.name())
                .writeEnd());
        json.writeEnd();
    }

    static void lines(JsonGenerator json, String name, List<Difference.Line> lines, Language spoken) {
        json.writeStartArray(name);
        lines.forEach(line -> json.writeStartObject()
                .write("type", line.type())
                .write("field", line.field())
                .write("text", line.text().in(spoken))
                .writeEnd());
        json.writeEnd();
    }

    private static void write(JsonGenerator json, Draft draft) {
        json.writeStartObject()
                .write("id", draft.id())
                .write("state", draft.state().name().toLowerCase(Locale.ROOT))
                .write("base", draft.base())
                .write("why", draft.why())
                .write("things", draft.things())
                .write("createdAt", draft.createdAt().toString())
                .write("createdBy", draft.createdBy());
        Long published = draft.publishedAs();
        if (published != null) {
            json.write("publishedAs", published);
        }
        try (JsonReader changes = Json.createReader(new StringReader(JsonText.write(draft.changes())))) {
            json.write("changes", changes.readValue()).writeEnd();
        }
    }

    private static void write(JsonGenerator json, PublishedVersion version) {
        json.writeStartObject()
                .write("number", version.number())
                .write("at", version.at().toString())
                .write("by", version.by())
                .write("why", version.why());
        Long restores = version.restores();
        if (restores != null) {
            json.write("restores", restores);
        }
        json.writeEnd();
    }
}
