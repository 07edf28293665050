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

/** Calendar, reminders, repetition, promises, cadences and follow-up in the OpenAPI description. */
final class FollowUpPaths {
    private static final String ACTIVITY = "/activities/{id}";

    private FollowUpPaths() {}

    static void add(JsonObjectBuilder paths, JsonObjectBuilder schemas) {
        schemas.add("MoveTo", properties("startsAt", "string", "minutes", "integer"));
        schemas.add("Snooze", properties("minutes", "integer"));
        schemas.add("Settle", properties("kept", "boolean"));
        schemas.add("Recurrence", properties("rule", "string", "freeDays", "string"));
        schemas.add(
                "Cadence",
                properties(
                        "name",
                        "string",
                        "type",
                        "string",
                        "condition",
                        "string",
                        "everyDays",
                        "integer",
                        "by",
                        "string",
                        "goal",
                        "integer",
                        "task",
                        "boolean",
                        "active",
                        "boolean"));
        get(paths, "/calendar", "what begins in a stretch of time", "from", "to", "person");
        get(paths, "/calendar/overdue", "what is not done although its time is over", "person", "limit", "cursor");
        get(paths, "/calendar/people", "whose activities can be seen");
        get(paths, "/calendar/proposal", "whether people work then, and when they do next", "at");
        paths.add(
                "/calendar/feed",
                object().add("get", call("since when there is an address", array(), "200", "Any"))
                        .add("post", call("a new address for other programs", array(), "201", "Any"))
                        .add("delete", call("no address any more", array(), "204", "")));
        verb(paths, "/move", "another time", "MoveTo", "activities");
        verb(paths, "/snooze", "remind again later", "Snooze", "Any");
        verb(paths, "/settle", "a promise was kept, or not", "Settle", "activities");
        paths.add(
                ACTIVITY + "/recurrence",
                object().add("get", call("how it repeats", id(), "200", "Recurrence"))
                        .add(
                                "put",
                                withBody(
                                        call("repeat from now on", id().add(header("If-Match")), "200", "Recurrence"),
                                        "Recurrence"))
                        .add(
                                "patch",
                                withBody(
                                        call(
                                                "change this one and those that follow",
                                                id().add(header("If-Match")),
                                                "200",
                                                "activities"),
                                        "activities"))
                        .add("delete", call("this one is the last", id(), "204", "")));
        get(paths, "/promises", "what was promised to customers", "owner", "customer", "state", "limit", "cursor");
        get(paths, "/promises/owners", "how many promises everybody has");
        get(paths, "/followup", "how far everybody is followed up", "type", "owner", "team", "limit", "cursor");
        get(paths, "/followup/due", "who is past the day of a cadence", "type", "owner", "team", "limit", "cursor");
        get(paths, "/followup/accounts", "customers and how they are", "owner", "team", "limit", "cursor");
        paths.add(
                "/cadences",
                object().add("get", call("how often whom is contacted", array(), "200", "Any"))
                        .add("post", withBody(call("a new cadence", array(), "201", "Cadence"), "Cadence")));
        paths.add(
                "/cadences/{id}",
                object().add("get", call("a cadence", id(), "200", "Cadence"))
                        .add(
                                "put",
                                withBody(call("change it", id().add(header("If-Match")), "200", "Cadence"), "Cadence"))
                        .add("delete", call("remove it", id().add(header("If-Match")), "204", "")));
        paths.add(
                "/cadences/{id}/results",
                object().add(
                                "get",
                                call(
                                        "what came of its tasks",
                                        id().add(query("limit")).add(query("cursor")),
                                        "200",
                                        "Any")));
    }

    private static void get(JsonObjectBuilder paths, String path, String summary, String... parameters) {
        JsonArrayBuilder all = array();
        for (String name : parameters) {
            all.add(query(name));
        }
        paths.add(path, object().add("get", call(summary, all, "200", "Any")));
    }

    private static void verb(JsonObjectBuilder paths, String path, String summary, String body, String answer) {
        paths.add(
                ACTIVITY + path,
                object().add("post", withBody(call(summary, id().add(header("If-Match")), "200", answer), body)));
    }

    private static JsonArrayBuilder id() {
        return array().add(parameter("id", "path", true, "integer"));
    }
}
