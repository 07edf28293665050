package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** The index of a server, as its administrator sees it. */
public final class LiveIndex {
    private static final String STATE = "/search/index";

    private final Crm admin;

    public LiveIndex(Crm admin) {
        this.admin = admin;
    }

    JsonObject state() {
        Answer answer = admin.get(STATE);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** The state as soon as it is as wanted. */
    JsonObject await(Predicate<JsonObject> wanted) {
        return admin.await(STATE, now -> now.status() == 200 && wanted.test(now.json()))
                .json();
    }

    /** Waits until nothing is done to the index. */
    JsonObject rest() {
        return await(state -> state.isNull("work"));
    }

    /** The report of what somebody begins by that, as soon as nothing is done any more. */
    JsonObject outcome(Runnable begin) {
        String before = newest(rest());
        begin.run();
        return await(state -> state.isNull("work") && !newest(state).equals(before))
                .getJsonArray("reports")
                .getJsonObject(0);
    }

    private static String newest(JsonObject state) {
        return state.getJsonArray("reports").isEmpty()
                ? ""
                : state.getJsonArray("reports").getJsonObject(0).getString("ended");
    }

    /** Waits until every change of the database is safe in the index. */
    JsonObject settled() {
        return await(state -> state.isNull("work") && state.getInt("waiting") == 0);
    }

    /** The last report of that kind and reason, as soon as there is one. */
    JsonObject report(String kind, String reason) {
        return await(state -> find(state, kind, reason) != null).getJsonArray("reports").stream()
                .map(JsonObject.class::cast)
                .filter(report -> is(report, kind, reason))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject find(JsonObject state, String kind, String reason) {
        return state.getJsonArray("reports").getValuesAs(JsonObject.class).stream()
                .filter(report -> is(report, kind, reason))
                .findFirst()
                .orElse(null);
    }

    private static boolean is(JsonObject report, String kind, String reason) {
        return report.getString("kind").equals(kind)
                && report.getString("reason").equals(reason);
    }

    /** Begins a rebuild, and returns what is under way. */
    JsonObject rebuild() {
        Answer begun = admin.post(STATE + "/rebuild", "");
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        return begun.json().getJsonObject("work");
    }

    /** Holds the index against the database; returns what was found, before anything was mended. */
    public JsonObject reconcile() {
        Answer begun = admin.post(STATE + "/reconcile", "");
        while (begun.status() == 409) {
            rest();
            begun = admin.post(STATE + "/reconcile", "");
        }
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        JsonObject report = rest().getJsonArray("reports").getJsonObject(0);
        assertThat(report.getString("kind")).isEqualTo("comparison");
        assertThat(report.getBoolean("done")).as("%s", report).isTrue();
        return report;
    }

    /** How many customers a word finds. */
    int found(String word) {
        Answer answer = admin.get("/search?type=customers&limit=1&q=" + Crm.encode(word));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonObject("total").getInt("value");
    }

    /** All customers of a list, which a filter lets come from the index, with their notes. */
    Map<Long, String> customers(String filter) {
        Map<Long, String> records = new TreeMap<>();
        String cursor = "";
        do {
            Answer answer = admin.get("/customers?limit=200&sort=name&fields=name,notes" + filter + cursor);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            JsonObject page = answer.json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> records.put(item.getJsonNumber("id").longValue(), item.getString("notes", "")));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return records;
    }
}
