package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.header;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameters;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** How leads go to sales, what becomes of them and how long that takes, in the OpenAPI description. */
final class LeadPaths {
    private static final String ONE = "/leads/{id}";
    private static final String HANDOVER = ONE + "/handover";

    private LeadPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add("HandoverTo", properties("to", "integer", "note", "string"));
        schemas.add("Acceptance", properties("call", "boolean"));
        schemas.add("NotNow", properties("why", "string", "review", "string"));
        schemas.add(
                "Conversion",
                object().add("type", "object")
                        .add(
                                "properties",
                                object().add("customer", object().add("type", "integer"))
                                        .add("organisation", organisation())
                                        .add("opportunity", object().add("type", "boolean"))
                                        .add("name", object().add("type", "string"))));
        paths.add(
                "/next-leads",
                object().add(
                                "get",
                                call("what to work on next, and why", parameters("cursor", "limit"), "200", "Any")));
        handovers(paths);
        paths.add(
                HANDOVER,
                object().add("get", call("what sales were asked last", id(), "200", "Any"))
                        .add("post", withBody(verb("ask sales", "200", "Any"), "HandoverTo")));
        paths.add(
                HANDOVER + "/trail",
                object().add("get", call("who was responsible in which status, and how long", id(), "200", "Any")));
        paths.add(HANDOVER + "/accept", object().add("post", withBody(verb("take it", "204", ""), "Acceptance")));
        paths.add(HANDOVER + "/return", object().add("post", withBody(verb("give it back", "204", ""), "Reason")));
        paths.add(HANDOVER + "/pass", object().add("post", withBody(verb("pass it on", "200", "Any"), "HandoverTo")));
        paths.add(ONE + "/not-now", object().add("post", withBody(verb("look at it later", "204", ""), "NotNow")));
        paths.add(ONE + "/matches", object().add("get", call("who may be the same person", id(), "200", "Any")));
        paths.add(ONE + "/organisations", object().add("get", call("where the lead may work", id(), "200", "Any")));
        paths.add(
                ONE + "/conversion",
                object().add("post", withBody(verb("make a customer of it", "200", "Any"), "Conversion"))
                        .add("delete", call("take the last conversion back", id(), "200", "Any")));
        paths.add(
                "/opportunities/{id}/recycle",
                object().add("post", withBody(call("the lead of a lost one again", id(), "200", "Any"), "Reason")));
        paths.add(
                "/cycle",
                object().add(
                                "get",
                                call(
                                        "how long deals took from the first touch",
                                        parameters("from", "to", "by"),
                                        "200",
                                        "Any")));
        paths.add(
                "/cycle/records",
                object().add(
                                "get",
                                call(
                                        "those behind a figure",
                                        parameters("from", "to", "by", "line", "part", "limit"),
                                        "200",
                                        "Any")));
    }

    private static void handovers(JsonObjectBuilder paths) {
        paths.add(
                "/handovers",
                object().add(
                                "get",
                                call(
                                        "leads that wait for an answer",
                                        parameters("all", "cursor", "limit"),
                                        "200",
                                        "Any")));
        paths.add(
                "/handovers/counts",
                object().add("get", call("what became of those that sales were asked about", array(), "200", "Any")));
        paths.add(
                "/handovers/settings",
                object().add("get", call("who is asked, and how long they have", array(), "200", "Any"))
                        .add(
                                "put",
                                withBody(call("ask others", array().add(header("If-Match")), "200", "Any"), "Any")));
    }

    /** A number, or a word. */
    private static JsonObjectBuilder organisation() {
        return object().add(
                        "oneOf",
                        array().add(object().add("type", "integer"))
                                .add(object().add("type", "string")
                                        .add("enum", array().add("new").add("none"))));
    }

    private static JsonObjectBuilder verb(String summary, String status, String answer) {
        return call(summary, id().add(header("If-Match")), status, answer);
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
