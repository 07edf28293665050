package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.query;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Web forms, in the OpenAPI description. */
final class CapturePaths {
    private static final String ALL = "/web-forms";
    private static final String ONE = ALL + "/{id}";

    private CapturePaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "WebForm",
                properties(
                        "code", "string",
                        "name", "string",
                        "published", "boolean",
                        "languages", "array",
                        "fields", "array",
                        "texts", "object",
                        "consents", "array",
                        "source", "string",
                        "medium", "string",
                        "campaign", "string",
                        "owner", "integer",
                        "team", "integer",
                        "sites", "array",
                        "leastSeconds", "integer"));
        paths.add(
                ALL,
                object().add("get", call("web forms", array(), "200", "Any"))
                        .add("post", withBody(call("make a web form", array(), "201", "Any"), "WebForm")));
        paths.add(ALL + "/fields", object().add("get", call("what a web form can ask for", array(), "200", "Any")));
        paths.add(
                ONE,
                object().add("get", call("a web form", id(), "200", "Any"))
                        .add(
                                "put",
                                withBody(call("change a web form", id().add(query("why")), "200", "Any"), "WebForm"))
                        .add("delete", call("remove a web form", id(), "204", "")));
        paths.add(
                ONE + "/document",
                object().add(
                                "put",
                                withBody(
                                        call(
                                                "the document that visitors can download",
                                                id().add(query("name")),
                                                "200",
                                                "Any"),
                                        "Any"))
                        .add("delete", call("give no document", id(), "200", "Any")));
        AutomationPaths.versions(paths, ONE, id(), "web form");
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
