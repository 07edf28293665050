package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameter;
import static org.quanhe.crm.records.rest.OpenApiDocument.parameters;
import static org.quanhe.crm.records.rest.OpenApiDocument.properties;
import static org.quanhe.crm.records.rest.OpenApiDocument.query;
import static org.quanhe.crm.records.rest.OpenApiDocument.withBody;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** Processes, their runs and the working time that they count in, in the OpenAPI description. */
final class ProcessPaths {
    private static final String ID = "/processes/{id}";
    private static final String RUN = "/process-runs/{run}";

    private ProcessPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add("Process", properties("name", "object", "type", "string", "steps", "array"));
        schemas.add("WorkingTime", properties("week", "object", "days", "array"));
        paths.add(
                "/working-time",
                object().add("get", call("when people work", array(), "200", "Any"))
                        .add("put", withBody(call("change when people work", array(), "200", "Any"), "WorkingTime")));
        schemas.add("Enrolment", properties("recordId", "integer"));
        schemas.add("StepCompletion", properties("at", "integer", "answers", "object"));
        paths.add(
                "/processes",
                object().add("get", call("processes", parameters("type"), "200", "Any"))
                        .add("post", withBody(call("draft a process", array(), "201", "Any"), "Process")));
        paths.add(
                "/processes/sample",
                object().add("post", call("the sample process as a draft", array(), "201", "Any")));
        paths.add(
                ID,
                object().add("get", call("a process", id(), "200", "Any"))
                        .add("put", withBody(call("another draft", id(), "200", "Any"), "Process"))
                        .add("delete", call("discard the draft", id(), "204", "")));
        paths.add(ID + "/copy", object().add("post", call("copy a process", id(), "201", "Any")));
        paths.add(
                ID + "/publish",
                object().add("post", withBody(call("publish the draft", id(), "200", "Any"), "Reason")));
        paths.add(ID + "/retire", object().add("post", call("let no new run begin", id(), "200", "Any")));
        paths.add(ID + "/revive", object().add("post", call("let runs begin again", id(), "200", "Any")));
        paths.add(ID + "/versions", object().add("get", call("what was published", id(), "200", "Any")));
        paths.add(
                ID + "/runs",
                object().add(
                                "get",
                                call(
                                        "runs of a process",
                                        id().add(query("limit")).add(query("cursor")),
                                        "200",
                                        "Any"))
                        .add("post", withBody(call("send a record through it", id(), "201", "Any"), "Enrolment")));
        paths.add(
                ID + "/times",
                object().add(
                                "get",
                                call(
                                        "how long its steps took, in working minutes",
                                        id().add(query("from")).add(query("to")),
                                        "200",
                                        "Any")));
        paths.add(
                "/process-runs",
                object().add(
                                "get",
                                call(
                                        "runs of a record",
                                        array().add(parameter("type", "query", true, "string"))
                                                .add(parameter("recordId", "query", true, "integer")),
                                        "200",
                                        "Any")));
        paths.add(
                "/process-runs/waiting",
                object().add(
                                "get",
                                call(
                                        "steps that wait for the caller's teams",
                                        parameters("everybodys", "limit", "cursor"),
                                        "200",
                                        "Any")));
        paths.add(RUN, object().add("get", call("a run", run(), "200", "Any")));
        paths.add(
                RUN + "/complete",
                object().add("post", withBody(call("complete its step", run(), "200", "Any"), "StepCompletion")));
        paths.add(RUN + "/stop", object().add("post", withBody(call("end it", run(), "200", "Any"), "Reason")));
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }

    private static JsonArrayBuilder run() {
        return array().add(parameter("run", "path", true, "integer"));
    }
}
