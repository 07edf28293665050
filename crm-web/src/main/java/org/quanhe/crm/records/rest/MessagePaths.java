package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameters;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Templates, mails and notices, in the OpenAPI description. */
final class MessagePaths {
    private final JsonObjectBuilder paths;

    private MessagePaths(JsonObjectBuilder paths) {
        this.paths = paths;
    }

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "Template",
                properties(
                        "code",
                        "string",
                        "name",
                        "string",
                        "kind",
                        "string",
                        "type",
                        "string",
                        "fallback",
                        "string",
                        "texts",
                        "object"));
        schemas.add("Preview", properties("recordId", "integer", "language", "string"));
        schemas.add("UpTo", properties("upTo", "integer"));
        schemas.add("NoticeChoices", properties("task", "string", "assigned", "string", "automation", "string"));
        MessagePaths messages = new MessagePaths(paths);
        messages.templates();
        messages.mails();
        messages.notices();
    }

    private void templates() {
        paths.add(
                "/templates",
                object().add("get", call("message templates", array(), "200", "Any"))
                        .add("post", withBody(call("keep a template", array(), "201", "Template"), "Template")));
        paths.add(
                "/templates/{id}",
                object().add("get", call("a template", id("id"), "200", "Template"))
                        .add("put", withBody(call("change a template", id("id"), "200", "Template"), "Template"))
                        .add("delete", call("remove a template", id("id"), "204", "")));
        AutomationPaths.versions(
                paths, "/templates/{id}", array().add(parameter("id", "path", true, "integer")), "template");
        paths.add(
                "/templates/{id}/preview",
                object().add("post", withBody(call("the template for a record", id("id"), "200", "Any"), "Preview")));
    }

    private void mails() {
        paths.add(
                "/mails",
                object().add(
                                "get",
                                call(
                                        "the outbox of mails and short texts",
                                        parameters("state", "cursor", "limit"),
                                        "200",
                                        "Any")));
        paths.add("/mails/{id}", object().add("get", call("a mail or a short text", id("id"), "200", "Any")));
        paths.add("/mails/{id}/send", object().add("post", call("send it again", id("id"), "200", "Any")));
        paths.add("/mails/{id}/discard", object().add("post", call("do not send it", id("id"), "200", "Any")));
        paths.add(
                "/mails/held",
                object().add("get", call("what automations want to send to many", array(), "200", "Any")));
        paths.add(
                "/mails/held/{automation}/release",
                object().add("post", withBody(call("send what is held", id("automation"), "200", "Any"), "UpTo")));
        paths.add(
                "/mails/held/{automation}/discard",
                object().add("post", withBody(call("discard what is held", id("automation"), "200", "Any"), "UpTo")));
    }

    private void notices() {
        paths.add(
                "/notices",
                object().add("get", call("the caller's notices", parameters("cursor", "limit"), "200", "Any")));
        paths.add("/notices/{id}/read", object().add("post", call("a notice was read", id("id"), "200", "Any")));
        paths.add("/notices/read", object().add("post", call("all notices were read", array(), "204", "")));
        paths.add(
                "/notices/choices",
                object().add("get", call("how the caller is told", array(), "200", "NoticeChoices"))
                        .add(
                                "put",
                                withBody(
                                        call("choose how to be told", array(), "200", "NoticeChoices"),
                                        "NoticeChoices")));
    }

    private static JsonArrayBuilder id(String name) {
        return array().add(parameter(name, "path", true, "integer"));
    }
}
