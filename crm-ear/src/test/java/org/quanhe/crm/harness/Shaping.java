package org.quanhe.crm.harness;

import jakarta.json.Json;

/** What an administrator does to the metadata and rights of the running server, in one line of a test. */
public final class Shaping {
    private Shaping() {}

    /** Publishes those changes of the metadata, written as JSON; apostrophes stand for quotation marks. */
    public static void publish(Crm admin, String... changes) {
        Answer draft = admin.post(
                "/metadata/drafts",
                "{\"why\":\"test\",\"changes\":[" + String.join(",", changes).replace('\'', '"') + "]}");
        if (draft.status() != 201) {
            throw new AssertionError("no draft: " + draft);
        }
        Answer published = admin.post("/metadata/drafts/" + draft.json().getInt("id") + "/publish", "{}");
        if (published.status() != 200) {
            throw new AssertionError("not published: " + published);
        }
    }

    /** What a role may do with records of a type. */
    public static void right(Crm admin, String role, String type, String read, String write, String delete) {
        done(admin.send(
                "PUT",
                "/rights",
                "application/json",
                Json.createObjectBuilder()
                        .add("role", role)
                        .add("type", type)
                        .add("read", read)
                        .add("write", write)
                        .add("delete", delete)
                        .build()
                        .toString()));
    }

    /** Tries to set what a role may do with a field. */
    public static Answer field(Crm admin, String role, String type, String field, boolean read, boolean write) {
        return admin.send(
                "PUT",
                "/rights/fields",
                "application/json",
                Json.createObjectBuilder()
                        .add("role", role)
                        .add("type", type)
                        .add("field", field)
                        .add("read", read)
                        .add("write", write)
                        .build()
                        .toString());
    }

    /** A role may read and write a field, or neither. */
    public static void show(Crm admin, String role, String type, String field, boolean shown) {
        done(field(admin, role, type, field, shown, shown));
    }

    private static void done(Answer answer) {
        if (answer.status() != 204) {
            throw new AssertionError("not set: " + answer);
        }
    }
}
