package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameters;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.query;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonObjectBuilder;

/** Metadata as files, in the OpenAPI description. */
final class TransferPaths {
    private TransferPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "Selection",
                properties("types", "array", "automations", "array", "processes", "array", "templates", "array"));
        paths.add(
                "/metadata/export",
                object().add("get", call("all own types and fields as a file", array(), "200", "Any"))
                        .add("post", withBody(call("some of them as a file", array(), "200", "Any"), "Selection")));
        paths.add(
                "/metadata/import",
                object().add(
                                "post",
                                withBody(
                                        call(
                                                "bring a file in",
                                                parameters("dryRun", "draft", "why", "instead"),
                                                "200",
                                                "Any"),
                                        "Any")));
        paths.add(
                "/metadata/things",
                object().add("get", call("what files can take along beside types", array(), "200", "Any")));
        paths.add("/metadata/starters", object().add("get", call("starter sets", array(), "200", "Any")));
        paths.add(
                "/metadata/starters/{id}",
                object().add("get", call("the file of a starter set", array().add(id()), "200", "Any")));
        paths.add(
                "/metadata/starters/{id}/load",
                object().add(
                                "post",
                                call("load a starter set", array().add(id()).add(query("dryRun")), "200", "Any")));
    }

    private static JsonObjectBuilder id() {
        return parameter("id", "path", true, "string");
    }
}
