package org.quanhe.crm.pipeline.rest;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.audit.DocumentVersion;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Pipelines;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /pipelines}: read by who may see opportunities, changed by administrators. */
@Path("/pipelines")
public class PipelinesResource {
    @Inject
    private Pipelines pipelines;

    @Inject
    private RequestLanguage language;

    @Inject
    private HttpServletRequest request;

    @GET
    public Response all() {
        List<Object> all = pipelines.all().stream()
                .<Object>map(PipelinesResource::document)
                .toList();
        return Response.ok(JsonText.write(Map.of("items", all)), json()).build();
    }

    @POST
    public Response create(InputStream content) throws IOException {
        PipelineView made = pipelines.create(body(content));
        return answer(Response.status(201), made)
                .location(URI.create(request.getContextPath() + ApiApplication.PATH + "/pipelines/" + made.code()))
                .build();
    }

    @GET
    @Path("/{code}")
    public Response open(@PathParam("code") String code) {
        return answer(Response.ok(), pipelines.open(code)).build();
    }

    @PUT
    @Path("/{code}")
    public Response change(
            @PathParam("code") String code, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        return answer(Response.ok(), pipelines.change(code, body(content), EntityTags.version(expected)))
                .build();
    }

    @DELETE
    @Path("/{code}")
    public void remove(@PathParam("code") String code, @HeaderParam("If-Match") @Nullable String expected) {
        pipelines.remove(code, EntityTags.version(expected));
    }

    /** How many opportunities stand in each stage, whoever may see them. */
    @GET
    @Path("/{code}/standing")
    public Response standing(@PathParam("code") String code) {
        Map<String, Long> standing = pipelines.standing(code);
        return JsonAnswer.ok(json -> {
            json.writeStartObject();
            new TreeMap<>(standing).forEach(json::write);
            json.writeEnd();
        });
    }

    /** What it said at each time, newest first. */
    @GET
    @Path("/{code}/versions")
    public Response versions(@PathParam("code") String code) {
        List<DocumentVersion> versions = pipelines.versions(code);
        Language spoken = language.language();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            versions.forEach(version -> {
                json.writeStartObject()
                        .write("number", version.number())
                        .write("at", version.at().toString())
                        .write("by", version.by())
                        .writeStartArray("changes");
                version.changes().forEach(change -> json.write(change.in(spoken)));
                json.writeEnd().writeEnd();
            });
            json.writeEnd().writeEnd();
        });
    }

    private static Map<String, Object> body(InputStream content) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null && !name.equals("version")) {
                document.put(name, value);
            }
        });
        return document;
    }

    private static Map<String, Object> document(PipelineView view) {
        Map<String, Object> told = new LinkedHashMap<>(view.document());
        told.put("version", view.version());
        return told;
    }

    private static Response.ResponseBuilder answer(Response.ResponseBuilder answer, PipelineView view) {
        return answer.type(json()).entity(JsonText.write(document(view))).header("ETag", EntityTags.of(view.version()));
    }

    private static MediaType json() {
        return MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8");
    }
}
