package org.quanhe.crm.activities.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.activities.CadenceView;
import org.quanhe.crm.activities.Cadences;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /cadences}: how often whom is contacted. */
@Path("/cadences")
public class CadencesResource {
    private static final int LARGEST_BODY = 20_000;

    @Inject
    private Cadences cadences;

    @GET
    public Response all() {
        List<CadenceView> all = cadences.all();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            all.forEach(one -> FollowJson.write(json, one));
            json.writeEnd().writeEnd();
        });
    }

    @POST
    public Response create(InputStream content) throws IOException {
        return answer(201, cadences.create(Sent.document(JsonBody.object(content, LARGEST_BODY))));
    }

    @GET
    @Path("/{id:\\d{1,18}}")
    public Response one(@PathParam("id") long id) {
        return answer(200, cadences.one(id));
    }

    @PUT
    @Path("/{id:\\d{1,18}}")
    public Response change(
            @PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected, InputStream content)
            throws IOException {
        return answer(
                200,
                cadences.change(
                        id, EntityTags.version(expected), Sent.document(JsonBody.object(content, LARGEST_BODY))));
    }

    @DELETE
    @Path("/{id:\\d{1,18}}")
    public Response remove(@PathParam("id") long id, @HeaderParam("If-Match") @Nullable String expected) {
        cadences.remove(id, EntityTags.version(expected));
        return Response.noContent().build();
    }

    /** What came of its tasks. */
    @GET
    @Path("/{id:\\d{1,18}}/results")
    public Response results(
            @PathParam("id") long id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return JsonAnswer.portion(cadences.results(id, cursor, limit), (json, one) -> {
            json.writeStartObject().write("due", one.due().toString());
            FollowJson.record(json, "task", one.task());
            json.writeEnd();
        });
    }

    private static Response answer(int status, CadenceView view) {
        return JsonAnswer.status(status, json -> FollowJson.write(json, view))
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
