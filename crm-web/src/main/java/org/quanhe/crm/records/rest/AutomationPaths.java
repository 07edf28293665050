package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.header;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameters;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.query;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Automations and their runs, in the OpenAPI description. */
final class AutomationPaths {
    private static final String ALL = "/automations";
    private static final String ONE = ALL + "/{id}";
    private static final String RUN = ALL + "/runs/{run}";

    private AutomationPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "Automation",
                properties(
                        "name",
                        "string",
                        "type",
                        "string",
                        "active",
                        "boolean",
                        "trigger",
                        "object",
                        "condition",
                        "string",
                        "actions",
                        "array"));
        schemas.add("DryRun", properties("recordId", "integer"));
        paths.add(
                ALL,
                object().add("get", call("automations", array(), "200", "Any"))
                        .add("post", withBody(call("make an automation", array(), "201", "Any"), "Automation")));
        paths.add(
                ALL + "/vocabulary",
                object().add("get", call("triggers and actions, with their arguments", array(), "200", "Any")));
        paths.add(ALL + "/waiting", object().add("get", call("runs that wait", parameters("limit"), "200", "Any")));
        paths.add(
                ONE,
                object().add("get", call("an automation", id(), "200", "Any"))
                        .add(
                                "put",
                                withBody(
                                        call("change an automation", id().add(query("why")), "200", "Any"),
                                        "Automation"))
                        .add("delete", call("remove an automation", id(), "204", "")));
        versions(paths, ONE, id(), "automation");
        paths.add(
                ONE + "/runs",
                object().add(
                                "get",
                                call(
                                        "what it saw, decided and did",
                                        id().add(query("limit")).add(query("cursor")),
                                        "200",
                                        "Any")));
        paths.add(
                ONE + "/dry-run",
                object().add("post", withBody(call("what it would do with a record", id(), "200", "Any"), "DryRun")));
        paths.add(
                ONE + "/address",
                object().add("post", call("a new secret address for others to call", id(), "201", "Any")));
        paths.add(
                "/hooks/{secret}",
                object().add(
                                "post",
                                withBody(
                                        call(
                                                "what another system sends; no sign-in",
                                                array().add(parameter("secret", "path", true, "string"))
                                                        .add(header("Idempotency-Key")),
                                                "201",
                                                "Any"),
                                        "Any")));
        paths.add(RUN + "/retry", object().add("post", call("try a run again", run(), "200", "Any")));
        paths.add(RUN + "/stop", object().add("post", call("end a run", run(), "200", "Any")));
    }

    /** What a thing said before, and the way back. */
    static void versions(JsonObjectBuilder paths, String one, JsonArrayBuilder id, String thing) {
        paths.add(one + "/versions", object().add("get", call("what the " + thing + " said before", id, "200", "Any")));
        paths.add(
                one + "/versions/{number}/difference",
                object().add("get", call("what going back would change", version(), "200", "Any")));
        paths.add(
                one + "/versions/{number}/restore",
                object().add("post", call("go back to a version", version().add(query("why")), "200", "Any")));
    }

    private static JsonArrayBuilder version() {
        return array().add(parameter("id", "path", true, "integer")).add(parameter("number", "path", true, "integer"));
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }

    private static JsonArrayBuilder run() {
        return array().add(parameter("run", "path", true, "integer"));
    }
}
