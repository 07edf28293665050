package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.header;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Scores of leads and the model that they follow, in the OpenAPI description. */
final class ScorePaths {
    private static final String MODEL = "/score-model";
    private static final String SCORE = "/leads/{id}/score";

    private ScorePaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add(
                "ScoreModel", properties("name", "object", "warm", "integer", "hot", "integer", "criteria", "array"));
        schemas.add("Agreement", properties("side", "string"));
        schemas.add("GivenPoints", properties("points", "integer", "why", "string"));
        schemas.add("Signal", properties("kind", "string", "about", "string", "at", "string"));
        paths.add(MODEL, object().add("get", call("the model in force, and its draft", array(), "200", "Any")));
        paths.add(
                MODEL + "/draft",
                object().add("put", withBody(call("another draft", seen(), "200", "Any"), "ScoreModel")));
        paths.add(
                MODEL + "/trial",
                object().add(
                                "post",
                                withBody(
                                        call("who would move; without a body, by the draft", array(), "200", "Any"),
                                        "ScoreModel")));
        paths.add(MODEL + "/suggestions", object().add("get", call("what won deals suggest", array(), "200", "Any")));
        paths.add(
                MODEL + "/suggestions/{key}",
                object().add(
                                "post",
                                call(
                                        "add a suggestion to the draft",
                                        seen().add(parameter("key", "path", true, "string")),
                                        "200",
                                        "Any")));
        paths.add(
                MODEL + "/agreements",
                object().add("post", withBody(call("marketing or sales agree", seen(), "200", "Any"), "Agreement")));
        paths.add(SCORE, object().add("get", call("a score and why, line by line", id(), "200", "Any")));
        paths.add(
                SCORE + "/adjustments",
                object().add("post", withBody(call("give points, with a reason", id(), "200", "Any"), "GivenPoints")));
        paths.add(
                SCORE + "/signals",
                object().add("post", withBody(call("note what the lead did", id(), "200", "Any"), "Signal")));
    }

    private static JsonArrayBuilder seen() {
        return array().add(header("If-Match"));
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
