package org.quanhe.crm.identity.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.identity.Accounts;
import org.quanhe.crm.identity.Explanations;
import org.quanhe.crm.identity.FieldRight;
import org.quanhe.crm.identity.FieldRights;
import org.quanhe.crm.identity.Role;
import org.quanhe.crm.identity.RoleRight;
import org.quanhe.crm.identity.Scope;
import org.quanhe.crm.identity.Verdict;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.platform.rest.JsonAnswer;
import org.quanhe.crm.platform.rest.JsonBody;

/** Rights of roles, for administrators: none, own, team or all for reading, writing and deleting a record type. */
@Path("/rights")
@RequestScoped
public class RightsResource {
    @Inject
    private Accounts accounts;

    @Inject
    private FieldRights fieldRights;

    @Inject
    private Explanations explanations;

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

    /** What a role may do with the fields of a type. */
    @GET
    @Path("/fields")
    public Response fields(
            @QueryParam("role") @DefaultValue("") String role, @QueryParam("type") @DefaultValue("") String type) {
        List<FieldRight> rights = fieldRights.of(role(role), type);
        List<String> always = fieldRights.alwaysRead(type);
        return JsonAnswer.ok(json -> {
            json.writeStartObject().writeStartArray("items");
            rights.forEach(right -> json.writeStartObject()
                    .write("role", right.role().code())
                    .write("type", right.type())
                    .write("field", right.field())
                    .write("read", right.read())
                    .write("write", right.write())
                    .write("alwaysRead", always.contains(right.field()))
                    .writeEnd());
            json.writeEnd().writeEnd();
        });
    }

    @PUT
    @Path("/fields")
    public Response setField(InputStream content) throws IOException {
        Map<String, @Nullable Object> body = JsonBody.object(content);
        fieldRights.set(List.of(new FieldRight(
                role(JsonBody.text(body, "role")),
                JsonBody.text(body, "type"),
                JsonBody.text(body, "field"),
                allowed(body, "read"),
                allowed(body, "write"))));
        return Response.noContent().build();
    }

    /** Why a user can, or cannot, see, change and delete a record. */
    @GET
    @Path("/why")
    public Response why(
            @QueryParam("user") long user,
            @QueryParam("type") @DefaultValue("") String type,
            @QueryParam("id") long id) {
        Verdict verdict = explanations.why(user, new RecordRef(type, id));
        return JsonAnswer.ok(json -> {
            json.writeStartObject()
                    .write("sees", verdict.sees())
                    .write("changes", verdict.changes())
                    .write("deletes", verdict.deletes())
                    .write("active", verdict.active())
                    .write("deleted", verdict.deleted())
                    .write("owned", verdict.owned())
                    .write("owner", verdict.owner())
                    .write("team", verdict.team());
            json.writeStartArray("roles");
            verdict.roles().forEach(right -> json.writeStartObject()
                    .write("role", right.role().code())
                    .write("read", code(right.read()))
                    .write("write", code(right.write()))
                    .write("delete", code(right.delete()))
                    .writeEnd());
            json.writeEnd();
            names(json, "hidden", verdict.hidden());
            names(json, "locked", verdict.locked());
            json.writeEnd();
        });
    }

    private static void names(JsonGenerator json, String name, List<String> fields) {
        json.writeStartArray(name);
        fields.forEach(json::write);
        json.writeEnd();
    }

    private static boolean allowed(Map<String, @Nullable Object> body, String verb) {
        if (body.get(verb) instanceof Boolean allowed) {
            return allowed;
        }
        throw CrmException.invalidField(verb, LocalizedMessage.of("identity.error.yesOrNo"));
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
