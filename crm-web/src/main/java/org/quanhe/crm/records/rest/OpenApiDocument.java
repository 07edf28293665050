package org.quanhe.crm.records.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.Texts;
import org.quanhe.crm.platform.rest.ApiApplication;
import org.quanhe.crm.platform.rest.Problem;
import org.quanhe.crm.records.RecordTypeView;

/** The OpenAPI 3.1 description of the interface, made from the record types as they are now. */
public final class OpenApiDocument {
    private final Texts texts;
    private final JsonObjectBuilder paths = Json.createObjectBuilder();
    private final JsonObjectBuilder schemas = Json.createObjectBuilder();

    private OpenApiDocument(Language language) {
        this.texts = Texts.in(language);
    }

    /** Describes these types; titles are in that language. */
    public static JsonObject of(List<RecordTypeView> types, Language language, String contextPath) {
        OpenApiDocument document = new OpenApiDocument(language);
        document.fixed();
        document.metadata();
        TransferPaths.add(document.paths, document.schemas);
        AutomationPaths.add(document.paths, document.schemas);
        ProcessPaths.add(document.paths, document.schemas);
        LifecyclePaths.add(document.paths, document.schemas);
        MessagePaths.add(document.paths, document.schemas);
        PipelinePaths.add(document.paths, document.schemas);
        LeadPaths.add(document.paths, document.schemas);
        ScorePaths.add(document.paths, document.schemas);
        FollowUpPaths.add(document.paths, document.schemas);
        PrivacyPaths.add(document.paths, document.schemas);
        CapturePaths.add(document.paths, document.schemas);
        IndexPaths.add(document.paths);
        types.forEach(document::type);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        Json.createObjectBuilder().add("title", "Quanhe CRM").add("version", "1"))
                .add(
                        "servers",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add("url", contextPath + ApiApplication.PATH)))
                .add(
                        "security",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("bearer", array())))
                .add("paths", document.paths)
                .add(
                        "components",
                        Json.createObjectBuilder()
                                .add("schemas", document.schemas)
                                .add(
                                        "securitySchemes",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "bearer",
                                                        Json.createObjectBuilder()
                                                                .add("type", "http")
                                                                .add("scheme", "bearer"))))
                .build();
    }

    private void type(RecordTypeView type) {
        String schema = type.name();
        schemas.add(schema, TypeSchema.of(type, texts));
        schemas.add(
                schema + "Page",
                object().add(
                                "properties",
                                object().add("items", FieldSchema.type("array").add("items", FieldSchema.ref(schema)))
                                        .add(
                                                "next",
                                                object().add(
                                                                "type",
                                                                array().add("string")
                                                                        .add("null"))))
                        .add("type", "object"));
        String base = "/" + type.name();
        paths.add(
                base,
                object().add(
                                "get",
                                call(
                                        "list " + type.name(),
                                        parameters("filter", "q", "sort", "fields", "limit", "cursor"),
                                        "200",
                                        schema + "Page"))
                        .add(
                                "post",
                                withBody(
                                        call(
                                                "create " + type.name(),
                                                array().add(header("Idempotency-Key")),
                                                "201",
                                                schema),
                                        schema)));
        JsonArrayBuilder id = array().add(path("id"));
        paths.add(
                base + "/{id}",
                object().add("get", call("open " + type.name(), id, "200", schema))
                        .add(
                                "patch",
                                withBody(
                                        call(
                                                "change " + type.name(),
                                                array().add(path("id"))
                                                        .add(header("If-Match"))
                                                        .add(header("X-Reason")),
                                                "200",
                                                schema),
                                        schema))
                        .add(
                                "delete",
                                call(
                                        "delete " + type.name(),
                                        array().add(path("id"))
                                                .add(header("If-Match"))
                                                .add(header("X-Reason")),
                                        "204",
                                        "")));
        paths.add(
                base + "/{id}/restore", object().add("post", call("restore", array().add(path("id")), "200", schema)));
        paths.add(
                base + "/{id}/timeline",
                object().add(
                                "get",
                                call(
                                        "timeline",
                                        array().add(path("id"))
                                                .add(query("limit"))
                                                .add(query("cursor")),
                                        "200",
                                        "Any")));
        paths.add(
                base + "/{id}/audit",
                object().add(
                                "get",
                                call(
                                        "audit",
                                        array().add(path("id"))
                                                .add(query("limit"))
                                                .add(query("cursor")),
                                        "200",
                                        "Any")));
        paths.add(
                base + "/export",
                object().add(
                                "get",
                                call(
                                        "export " + type.name(),
                                        parameters("format", "filter", "q", "sort", "columns"),
                                        "200",
                                        "")));
    }

    /** Parameters whose names are those of fields. */
    private static JsonObjectBuilder chosen() {
        return query("by")
                .add("description", "by.<field>=value: hits with one of the values of a facet; needs exactly one type")
                .add("style", "form")
                .add("explode", true)
                .add("schema", FieldSchema.type("object").add("additionalProperties", FieldSchema.type("string")));
    }

    private void fixed() {
        schemas.add("Any", FieldSchema.type("object"));
        schemas.add("Reference", properties("id", "integer", "title", "string"));
        schemas.add("ContactPoint", properties("type", "string", "value", "string", "primary", "boolean"));
        schemas.add("EmptyBecause", TypeSchema.emptyBecause());
        schemas.add("Money", properties("amount", "number", "currency", "string"));
        schemas.add(
                "PostalAddress",
                properties(
                        "type",
                        "string",
                        "street",
                        "string",
                        "city",
                        "string",
                        "postalCode",
                        "string",
                        "country",
                        "string",
                        "primary",
                        "boolean"));
        schemas.add("Credentials", properties("username", "string", "password", "string"));
        schemas.add("Token", properties("token", "string", "expiresAt", "string"));
        schemas.add(
                "Problem",
                properties(
                        "type",
                        "string",
                        "title",
                        "string",
                        "status",
                        "integer",
                        "detail",
                        "string",
                        "code",
                        "string",
                        "requestId",
                        "string"));
        schemas.add(
                "Import",
                properties(
                        "id", "integer", "state", "string", "read", "integer", "written", "integer", "failed",
                        "integer", "errors", "string"));
        paths.add(
                "/sessions",
                object().add(
                                "post",
                                withBody(call("sign in", array(), "201", "Token"), "Credentials")
                                        .add("security", array()))
                        .add("delete", call("sign out", array(), "204", "")));
        paths.add(
                "/search",
                object().add(
                                "get",
                                call(
                                        "search",
                                        parameters("q", "type", "filter", "facets", "limit", "cursor")
                                                .add(chosen()),
                                        "200",
                                        "Any")));
        JsonObjectBuilder form = FieldSchema.type("object")
                .add(
                        "properties",
                        object().add("file", FieldSchema.type("string").add("format", "binary"))
                                .add("type", FieldSchema.type("string"))
                                .add("mapping", FieldSchema.type("string"))
                                .add("encoding", FieldSchema.type("string"))
                                .add("dryRun", FieldSchema.type("boolean")));
        paths.add(
                "/imports",
                object().add("get", call("imports of late", array(), "200", "Any"))
                        .add(
                                "post",
                                call("import a file", array(), "202", "Import")
                                        .add(
                                                "requestBody",
                                                object().add(
                                                                "content",
                                                                object().add(
                                                                                "multipart/form-data",
                                                                                object().add("schema", form))))));
        paths.add(
                "/imports/{id}",
                object().add("get", call("state of an import", array().add(path("id")), "200", "Import")));
        paths.add(
                "/imports/{id}/errors", object().add("get", call("refused rows", array().add(path("id")), "200", "")));
        paths.add(
                "/imports/{id}/undo",
                object().add("post", call("undo an import", array().add(path("id")), "202", "Import")));
        schemas.add(
                "Right",
                properties(
                        "role", "string", "type", "string", "read", "string", "write", "string", "delete", "string"));
        schemas.add("Password", properties("password", "string"));
        paths.add(
                "/rights",
                object().add("get", call("rights of all roles", array(), "200", "Any"))
                        .add("put", withBody(call("set a right", array(), "204", ""), "Right")));
        schemas.add(
                "FieldRight",
                properties(
                        "role", "string", "type", "string", "field", "string", "read", "boolean", "write", "boolean"));
        paths.add(
                "/rights/fields",
                object().add(
                                "get",
                                call(
                                        "rights of a role on the fields of a type",
                                        array().add(query("role")).add(query("type")),
                                        "200",
                                        "Any"))
                        .add("put", withBody(call("set the right on a field", array(), "204", ""), "FieldRight")));
        paths.add(
                "/rights/why",
                object().add(
                                "get",
                                call(
                                        "why a user can, or cannot, see a record",
                                        array().add(query("user"))
                                                .add(query("type"))
                                                .add(query("id")),
                                        "200",
                                        "Any")));
        paths.add(
                "/users/{id}/password",
                object().add("put", withBody(call("set a password", array().add(path("id")), "204", ""), "Password"))
                        .add(
                                "delete",
                                call("reset to a one-time password", array().add(path("id")), "200", "Password")));
        paths.add(
                "/openapi.json",
                object().add(
                                "get",
                                call("this description", array(), "200", "Any").add("security", array())));
    }

    private void metadata() {
        schemas.add("Changes", properties("changes", "array", "why", "string"));
        schemas.add("Reason", properties("why", "string"));
        paths.add("/metadata", object().add("get", call("types, fields and relations", array(), "200", "Any")));
        paths.add(
                "/metadata/drafts",
                object().add("get", call("drafts that wait", array(), "200", "Any"))
                        .add("post", withBody(call("draft changes", array(), "201", "Any"), "Changes")));
        paths.add(
                "/metadata/drafts/{id}",
                object().add("get", call("a draft", array().add(path("id")), "200", "Any"))
                        .add("put", withBody(call("other changes", array().add(path("id")), "200", "Any"), "Changes"))
                        .add("delete", call("discard a draft", array().add(path("id")), "204", "")));
        paths.add(
                "/metadata/drafts/{id}/difference",
                object().add("get", call("what would change, in words", array().add(path("id")), "200", "Any")));
        paths.add(
                "/metadata/drafts/{id}/publish",
                object().add("post", withBody(call("publish", array().add(path("id")), "200", "Any"), "Reason")));
        paths.add("/metadata/versions", object().add("get", call("what was published", array(), "200", "Any")));
        paths.add(
                "/metadata/versions/{number}/difference",
                object().add("get", call("what going back would change", array().add(path("number")), "200", "Any")));
        paths.add(
                "/metadata/versions/{number}/restore",
                object().add("post", withBody(call("go back", array().add(path("number")), "200", "Any"), "Reason")));
    }

    static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return Json.createArrayBuilder();
    }

    static JsonObjectBuilder properties(String... namesAndTypes) {
        JsonObjectBuilder properties = object();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            properties.add(namesAndTypes[i], FieldSchema.type(namesAndTypes[i + 1]));
        }
        return FieldSchema.type("object").add("properties", properties);
    }

    static JsonObjectBuilder call(String summary, JsonArrayBuilder parameters, String status, String schema) {
        JsonObjectBuilder answer = object().add("description", summary);
        if (!schema.isEmpty()) {
            answer.add("content", content("application/json", schema));
        }
        return object().add("summary", summary)
                .add("parameters", parameters)
                .add(
                        "responses",
                        object().add(status, answer)
                                .add(
                                        "default",
                                        object().add("description", "problem")
                                                .add("content", content(Problem.TYPE, "Problem"))));
    }

    static JsonObjectBuilder withBody(JsonObjectBuilder call, String schema) {
        return call.add(
                "requestBody", object().add("required", true).add("content", content("application/json", schema)));
    }

    private static JsonObjectBuilder content(String type, String schema) {
        return object().add(type, object().add("schema", FieldSchema.ref(schema)));
    }

    static JsonArrayBuilder parameters(String... names) {
        JsonArrayBuilder parameters = array();
        for (String name : names) {
            parameters.add(query(name));
        }
        return parameters;
    }

    static JsonObjectBuilder query(String name) {
        return parameter(name, "query", false, name.equals("limit") ? "integer" : "string");
    }

    static JsonObjectBuilder header(String name) {
        return parameter(name, "header", false, "string");
    }

    private static JsonObjectBuilder path(String name) {
        return parameter(name, "path", true, "integer");
    }

    static JsonObjectBuilder parameter(String name, String in, boolean required, String type) {
        return object().add("name", name)
                .add("in", in)
                .add("required", required)
                .add("schema", FieldSchema.type(type));
    }
}
