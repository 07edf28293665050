package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** Somebody's calendar, in a test. */
record Agenda(Crm crm) {
    /** Unique among tests. */
    static String mark() {
        return "hen" + Long.toString(System.nanoTime(), 36);
    }

    long customer(String name) {
        return id(crm.post("/customers", "{\"name\":\"" + name + "\"}"));
    }

    /** @param more as {@code ,'minutes':30} */
    long plan(String kind, String subject, Instant at, String more) {
        return id(crm.post(
                "/activities",
                ("{'kind':'" + kind + "','subject':'" + subject + "','startsAt':'" + at + "','done':false" + more + "}")
                        .replace('\'', '"')));
    }

    static long id(Answer made) {
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    List<JsonObject> between(Instant from, Instant to, String more) {
        return items("/calendar?from=" + from + "&to=" + to + more);
    }

    List<JsonObject> items(String path) {
        Answer answer = crm.get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    JsonObject activity(long id) {
        return crm.get("/activities/" + id).json();
    }

    void change(long id, String values) {
        Answer answer = crm.patch("/activities/" + id, values.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    List<JsonObject> notices() {
        return items("/notices");
    }
}
