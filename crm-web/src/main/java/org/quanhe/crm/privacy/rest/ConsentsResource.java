package org.quanhe.crm.privacy.rest;

import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.privacy.ConsentState;
import org.quanhe.crm.privacy.Consents;

/** What a person agreed to: {@code /customers/{id}/consents}, {@code /leads/{id}/consents}. */
@Path("/{type:customers|leads}/{id:\\d+}/consents")
public class ConsentsResource {
    @Inject
    private Consents consents;

    /** What stands today, and everything that was said, the newest first. */
    @GET
    public Response of(@PathParam("type") String type, @PathParam("id") long id) {
        RecordRef person = new RecordRef(type, id);
        List<ConsentState> today = consents.of(person);
        List<ConsentState> history = consents.history(person);
        return JsonAnswer.ok(json -> {
            json.writeStartObject();
            write(json, "items", today);
            write(json, "history", history);
            json.writeEnd();
        });
    }

    /** Notes what a person said: {@code {"purpose": "news", "agrees": true, "how": "on the telephone"}}. */
    @POST
    public Response note(@PathParam("type") String type, @PathParam("id") long id, InputStream content)
            throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        consents.note(
                new RecordRef(type, id),
                JsonBody.text(body, "purpose"),
                Boolean.TRUE.equals(body.get("agrees")),
                JsonBody.textOrNone(body, "how"));
        return Response.noContent().build();
    }

    private static void write(JsonGenerator json, String name, List<ConsentState> states) {
        json.writeStartArray(name);
        states.forEach(state -> {
            json.writeStartObject()
                    .write("purpose", state.purpose())
                    .write("answer", state.answer().name().toLowerCase(Locale.ROOT))
                    .write("source", state.source())
                    .write("wording", state.wording())
                    .write("by", state.by());
            if (state.at() != null) {
                json.write("at", state.at().toString());
            }
            json.writeEnd();
        });
        json.writeEnd();
    }
}
