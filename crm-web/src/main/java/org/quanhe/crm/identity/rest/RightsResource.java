package org.quanhe.crm.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Scope;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;

/** Rights of roles, for administrators: none, own, team or all for reading, writing and deleting a record type. */
@Path("/rights")
@RequestScoped
public class RightsResource {
    @Inject
    private Accounts accounts;

    @GET
    public Response list() {
        List<RoleRight> rights = accounts.rights();
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            rights.forEach(right -> json.writeStartObject()
                    .write("role", right.role().code())
                    .write("type", right.type())
                    .write("read", code(right.read()))
                    .write("write", code(right.write()))
                    .write("delete", code(right.delete()))
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    @PUT
    public Response set(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        accounts.setRight(new RoleRight(
                role(JsonBody.text(body, "role")),
                JsonBody.text(body, "type"),
                scope(body, "read"),
                scope(body, "write"),
                scope(body, "delete")));
        return Response.noContent().build();
    }

    private static Role role(String code) {
        try {
            return Role.ofCode(code);
        } catch (IllegalArgumentException unknown) {
            throw CrmException.invalidField("role", LocalizedMessage.of("identity.error.role", code));
        }
    }

    private static Scope scope(Map<String, @Nullable Object> body, String verb) {
        String code = JsonBody.text(body, verb);
        try {
            return Scope.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw CrmException.invalidField(verb, LocalizedMessage.of("identity.error.scope", code));
        }
    }

    private static String code(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
