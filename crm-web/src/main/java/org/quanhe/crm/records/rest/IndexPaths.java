package org.quanhe.crm.records.rest;

import static org.quanhe.crm.records.rest.OpenApiDocument.array;
import static org.quanhe.crm.records.rest.OpenApiDocument.call;
import static org.quanhe.crm.records.rest.OpenApiDocument.object;

import jakarta.json.JsonObjectBuilder;

/** The life of the search index, in the OpenAPI description. */
final class IndexPaths {
    private IndexPaths() {}

    static void add(JsonObjectBuilder paths) {
        paths.add(
                "/search/index",
                object().add("get", call("how the search index does, and what was done to it", array(), "200", "Any")));
        paths.add(
                "/search/index/rebuild",
                object().add("post", call("build the index anew while the old one serves", array(), "202", "Any")));
        paths.add(
                "/search/index/reconcile",
                object().add("post", call("hold the index against the database and mend it", array(), "202", "Any")));
    }
}
