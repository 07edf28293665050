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

/** The lifecycle, journeys and the ideal customer in the OpenAPI description. */
final class LifecyclePaths {
    private static final String PATH = "/lifecycle";
    private static final String IDEAL = PATH + "/ideal-customer";
    private static final String JOURNEY = PATH + "/journey/{type}";
    private static final String RECORD = PATH + "/{type}/{id}";

    private LifecyclePaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add("Lifecycle", properties("stages", "array", "moves", "object"));
        schemas.add("LifecycleTemplate", properties("template", "string", "moves", "object"));
        schemas.add("StageMove", properties("stage", "string", "why", "string"));
        schemas.add("IdealCustomer", properties("conditions", "object"));
        paths.add(
                PATH,
                object().add("get", call("the stages in force", array(), "200", "Any"))
                        .add("put", withBody(call("set other stages", array(), "200", "Any"), "Lifecycle")));
        paths.add(PATH + "/templates", object().add("get", call("lifecycles to begin with", array(), "200", "Any")));
        paths.add(
                PATH + "/template",
                object().add(
                                "post",
                                withBody(
                                        call("take the stages of a template", array(), "200", "Any"),
                                        "LifecycleTemplate")));
        paths.add(
                RECORD, object().add("get", call("where a record stands, and where it stood", record(), "200", "Any")));
        paths.add(
                RECORD + "/move",
                object().add("post", withBody(call("move a record to a stage", record(), "200", "Any"), "StageMove")));
        paths.add(JOURNEY, object().add("get", call("how far records of a period came", period(type()), "200", "Any")));
        paths.add(
                JOURNEY + "/{stage}",
                object().add(
                                "get",
                                call(
                                        "the records behind a figure",
                                        period(type())
                                                .add(parameter("stage", "path", true, "string"))
                                                .add(query("which"))
                                                .add(query("behind"))
                                                .add(query("limit")),
                                        "200",
                                        "Any")));
        paths.add(
                IDEAL,
                object().add("get", call("the profile of the ideal customer", array(), "200", "Any"))
                        .add("put", withBody(call("set the profile", array(), "200", "Any"), "IdealCustomer")));
        paths.add(
                IDEAL + "/run",
                object().add("post", call("hold all records against the profile", array(), "200", "Any")));
    }

    private static JsonArrayBuilder type() {
        return array().add(parameter("type", "path", true, "string"));
    }

    private static JsonArrayBuilder record() {
        return type().add(parameter("id", "path", true, "integer"));
    }

    private static JsonArrayBuilder period(JsonArrayBuilder parameters) {
        return parameters.add(query("from")).add(query("to"));
    }
}
