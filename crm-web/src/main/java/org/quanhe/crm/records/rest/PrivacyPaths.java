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
import java.util.List;

/** Consent, and who is in the CRM already, in the OpenAPI description. */
final class PrivacyPaths {
    private PrivacyPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add("ConsentAnswer", properties("purpose", "string", "agrees", "boolean", "how", "string"));
        schemas.add("ConsentPurposes", properties("purposes", "array"));
        for (String type : List.of("customers", "leads")) {
            paths.add(
                    "/" + type + "/{id}/consents",
                    object().add("get", call("what a person agreed to", record(), "200", "Any"))
                            .add(
                                    "post",
                                    withBody(
                                            call("note what a person said", record(), "204", "Any"), "ConsentAnswer")));
        }
        paths.add(
                "/consent-purposes",
                object().add("get", call("what people are asked to agree to", array(), "200", "Any"))
                        .add("put", withBody(call("ask for other things", array(), "200", "Any"), "ConsentPurposes")));
        paths.add(
                "/doubles",
                object().add(
                                "get",
                                call(
                                        "customers and leads that may be the same person",
                                        array().add(query("name"))
                                                .add(query("company"))
                                                .add(query("phone"))
                                                .add(query("mail")),
                                        "200",
                                        "Any")));
    }

    private static JsonArrayBuilder record() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
