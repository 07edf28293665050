package org.quanhe.crm.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;
import org.quanhe.crm.platform.rest.Problem;
import org.quanhe.crm.platform.rest.RequestLanguage;

/** Bearer tokens: {@code POST} signs in, {@code DELETE} ends the token that it is called with. */
@Path("/sessions")
@RequestScoped
public class SessionsResource {
    @Inject
    private Accounts accounts;

    @Inject
    private RequestLanguage request;

    @POST
    public Response signIn(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        Accounts.SignIn outcome = accounts.signIn(JsonBody.text(body, "username"), JsonBody.text(body, "password"));
        if (outcome instanceof Accounts.SignIn.Delayed delayed) {
            return Response.fromResponse(Problem.of(
                            429, LocalizedMessage.of("identity.error.delayed", delayed.seconds()), request.language()))
                    .header("Retry-After", delayed.seconds())
                    .build();
        }
        if (outcome instanceof Accounts.SignIn.Accepted accepted) {
            Accounts.Token token = accounts.issueToken(accepted.user().username());
            return JsonAnswer.status(201, json -> json.writeStartObject()
                            .write("token", token.value())
                            .write("expiresAt", token.expiresAt().toString())
                            .writeEnd())
                    .build();
        }
        return Problem.of(401, LocalizedMessage.of("identity.error.refused"), request.language());
    }

    @DELETE
    public Response signOut(@HeaderParam("Authorization") String authorization) {
        accounts.revokeToken(authorization.substring("Bearer ".length()).strip());
        return Response.noContent().build();
    }
}
