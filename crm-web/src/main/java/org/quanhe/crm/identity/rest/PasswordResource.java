package org.quanhe.crm.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;

/**
 * The password of a user, for administrators; nothing generic reads or writes it. {@code PUT} sets one, {@code DELETE}
 * replaces it by a one-time password, which is answered once and must be changed at sign-in.
 */
@Path("/users/{id:\\d{1,18}}/password")
@RequestScoped
public class PasswordResource {
    @Inject
    private Accounts accounts;

    @PathParam("id")
    private long id;

    @PUT
    public Response set(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        accounts.setPassword(id, JsonBody.text(body, "password"));
        return Response.noContent().build();
    }

    @DELETE
    public Response reset() {
        String once = accounts.resetPassword(id);
        return JsonAnswer.ok(
                json -> json.writeStartObject().write("password", once).writeEnd());
    }
}
