package org.quanhe.crm.harness;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Walks through a list that comes in portions, to its end. */
public final class Walk {
    private static final int PORTION = 7;

    private Walk() {}

    /** All items of that list; each portion but the last is a full one. */
    public static List<JsonObject> through(Crm who, String path) {
        return through(who, path, () -> {});
    }

    /** @param meanwhile is done once, behind the first portion */
    public static List<JsonObject> through(Crm who, String path, Runnable meanwhile) {
        List<JsonObject> all = new ArrayList<>();
        String cursor = "";
        do {
            Answer answer = who.get(portion(path, cursor));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            List<JsonObject> items = answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
            if (all.isEmpty()) {
                meanwhile.run();
            }
            all.addAll(items);
            assertThat(answer.json())
                    .as("where it goes on, or that it does not")
                    .containsKey("next");
            boolean more = answer.json().get("next") != JsonValue.NULL;
            if (more) {
                assertThat(items).hasSize(PORTION);
            }
            cursor = more ? answer.json().getString("next") : "";
        } while (!cursor.isEmpty());
        return all;
    }

    /** What is no place of the list is refused in the reader's language. */
    public static void refusesOtherPlaces(Crm who, String path, String... others) {
        for (String place : List.of("x", "100", "+;", "bmV4dHx4fDI", others.length == 0 ? "eA" : others[0])) {
            for (Texts one : Texts.values()) {
                Answer answer = who.with("Accept-Language", one.tag).get(portion(path, place));
                assertThat(answer.status()).as("%s %s", place, answer).isEqualTo(400);
                assertThat(answer.text()).contains(one.words);
            }
        }
    }

    /** Where that list goes on behind its first portion. */
    public static String next(Crm who, String path) {
        return who.get(portion(path, "")).json().getString("next");
    }

    private static String portion(String path, String cursor) {
        return path + (path.contains("?") ? "&" : "?") + "limit=" + PORTION
                + (cursor.isEmpty() ? "" : "&cursor=" + Crm.encode(cursor));
    }

    private enum Texts {
        VIETNAMESE("vi", "Hãy bắt đầu lại"),
        CHINESE("zh-CN", "从头开始");

        private final String tag;
        private final String words;

        Texts(String tag, String words) {
            this.tag = tag;
            this.words = words;
        }
    }
}
