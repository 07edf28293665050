package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.header;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.query;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** Pipelines, what is counted of them, and what is done with opportunities, in the OpenAPI description. */
final class PipelinePaths {
    private static final String CODE = "/pipelines/{code}";
    private static final String ID = "/opportunities/{id}";

    private PipelinePaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "Pipeline",
                properties(
                        "code", "string", "name", "object", "stages", "array", "reasons", "array", "moves", "object"));
        schemas.add("Move", properties("stage", "string"));
        schemas.add("Outcome", properties("reason", "string", "competitor", "string"));
        paths.add(
                "/pipelines",
                object().add("get", call("pipelines", array(), "200", "Any"))
                        .add("post", withBody(call("a new pipeline", array(), "201", "Pipeline"), "Pipeline")));
        paths.add(
                CODE,
                object().add("get", call("a pipeline", code(), "200", "Pipeline"))
                        .add(
                                "put",
                                withBody(
                                        call("change it", code().add(header("If-Match")), "200", "Pipeline"),
                                        "Pipeline"))
                        .add("delete", call("remove it", code().add(header("If-Match")), "204", "")));
        paths.add(CODE + "/standing", object().add("get", call("how many stand where", code(), "200", "Any")));
        paths.add(CODE + "/versions", object().add("get", call("what it said when", code(), "200", "Any")));
        report(paths, "/board", "open opportunities by stage", "stuck", "withoutNextStep", "cards");
        report(paths, "/funnel", "how far they came", "by", "from", "to", "before", "compareFrom", "compareTo");
        report(paths, "/funnel/records", "those behind a figure", "by", "from", "to", "stage", "part", "limit");
        report(paths, "/outcomes", "won and lost, by reason and competitor", "from", "to");
        report(paths, "/forecast", "what is expected, by month", "by", "from", "months");
        paths.add(
                CODE + "/chances",
                object().add("get", call("the model of chances, and how well it foretold", code(), "200", "Any")));
        paths.add(
                CODE + "/chances/training",
                object().add("post", call("learn anew from what was won and lost", code(), "202", "")));
        for (String one : List.of(ID, "/leads/{id}")) {
            paths.add(
                    one + "/chance",
                    object().add("get", call("how likely it is to be won, and why", id(), "200", "Any")));
        }
        paths.add(ID + "/move", object().add("post", withBody(verb("move to another stage"), "Move")));
        paths.add(ID + "/win", object().add("post", withBody(verb("it is sold"), "Outcome")));
        paths.add(ID + "/lose", object().add("post", withBody(verb("it is not sold"), "Outcome")));
        paths.add(ID + "/reopen", object().add("post", withBody(verb("work at it again"), "Any")));
        paths.add(ID + "/stages", object().add("get", call("stages in which it stood", id(), "200", "Any")));
    }

    private static void report(JsonObjectBuilder paths, String path, String summary, String... parameters) {
        JsonArrayBuilder all = code().add(query("owner")).add(query("team"));
        for (String name : parameters) {
            all.add(query(name));
        }
        paths.add(CODE + path, object().add("get", call(summary, all, "200", "Any")));
    }

    private static JsonObjectBuilder verb(String summary) {
        return call(summary, id().add(header("If-Match")), "200", "opportunities");
    }

    private static JsonArrayBuilder code() {
        return array().add(parameter("code", "path", true, "string"));
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
