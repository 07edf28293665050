package org.quanhe.crm.automation.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.automation.IncomingCalls;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;

/** {@code /hooks/…}: where other systems set automations off; nobody signs in here. */
@Path("/hooks")
public class HooksResource {
    private static final int MOST_BYTES = 64_000;

    @Inject
    private IncomingCalls calls;

    @POST
    @Path("/{secret}")
    public Response take(
            @PathParam("secret") String secret, @HeaderParam("Idempotency-Key") @Nullable String key, InputStream body)
            throws IOException {
        RecordRef made = calls.take(secret, JsonBody.object(body, MOST_BYTES), key);
        return JsonAnswer.status(201, json -> json.writeStartObject()
                        .write("type", made.type())
                        .write("id", made.id())
                        .writeEnd())
                .build();
    }
}
