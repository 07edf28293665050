package org.quanhe.crm.lifecycle.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.lifecycle.Lifecycle;
import org.quanhe.crm.lifecycle.LifecycleView;
import org.quanhe.crm.lifecycle.RecordStage;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.RequestLanguage;
import org.quanhe.crm.records.rest.EntityTags;

/** {@code /lifecycle}: the stages in force, and where records stand. */
@Path("/lifecycle")
public class LifecycleResource {
    @Inject
    private Lifecycle lifecycle;

    @Inject
    private RequestLanguage language;

    @GET
    public Response shown() {
        return answer(lifecycle.shown());
    }

    /** Sets other stages; {@code moves} says where records go whose stage is left out. */
    @PUT
    public Response change(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        Map<String, Object> document = new TreeMap<>();
        JsonBody.object(content).forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return answer(lifecycle.change(document, EntityTags.version(expected)));
    }

    private static Response answer(LifecycleView view) {
        return LifecycleJson.ok(view.document(), view.version());
    }

    @GET
    @Path("/templates")
    public Response templates() {
        return LifecycleJson.ok(Map.of(
                "items",
                lifecycle.templates().stream()
                        .map(template -> Map.of(
                                "code",
                                template.code(),
                                "name",
                                template.title().in(language.language()),
                                "stages",
                                template.stages().stream()
                                        .map(stage -> Map.of("code", stage.code(), "name", stage.names()))
                                        .toList()))
                        .toList()));
    }

    /** Takes the stages of {@code template}; {@code moves} as of a change. */
    @POST
    @Path("/template")
    public Response use(@HeaderParam("If-Match") @Nullable String expected, InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Map<String, String> moves = new LinkedHashMap<>();
        if (body.get("moves") instanceof Map<?, ?> given) {
            given.forEach((from, to) -> moves.put(from.toString(), String.valueOf(to)));
        }
        return answer(lifecycle.use(JsonBody.text(body, "template"), moves, EntityTags.version(expected)));
    }

    @GET
    @Path("/{type}/{id}")
    public Response of(@PathParam("type") String type, @PathParam("id") String id) {
        return answer(lifecycle.of(ref(type, id)));
    }

    /** Moves a record to {@code stage}, for the reason {@code why}. */
    @POST
    @Path("/{type}/{id}/move")
    public Response move(
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String expected,
            InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        return answer(lifecycle.move(
                ref(type, id),
                EntityTags.version(expected),
                JsonBody.text(body, "stage"),
                Objects.toString(body.get("why"), "")));
    }

    private Response answer(RecordStage record) {
        return LifecycleJson.ok(LifecycleJson.of(record, language.language()), record.version());
    }

    private static RecordRef ref(String type, String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", type, id));
        }
        return new RecordRef(type, Long.parseLong(id));
    }
}
