package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Types and fields that move between servers as files. */
class MetadataTransferIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static String file(String... types) {
        return "{\"format\":1,\"types\":[" + String.join(",", types) + "]}";
    }

    private static String customers(String... fields) {
        return "{\"name\":\"customers\",\"builtIn\":true,\"fields\":[" + String.join(",", fields) + "]}";
    }

    private static String field(String name, String more) {
        return "{\"name\":\"" + name + "\",\"labels\":{\"en\":\"" + name + "\"}," + more + "}";
    }

    private Answer brought(String file) {
        Answer answer = admin.post("/metadata/import", file);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer;
    }

    private JsonObject rehearsed(String file) {
        Answer answer = admin.post("/metadata/import?dryRun=true", file);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    private int customer(String values) {
        Answer made = admin.post("/customers", "{\"name\":\"Bà " + mark + "\"," + values + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    private int version() {
        return admin.get("/metadata").json().getInt("version");
    }

    @Test
    void aSelectionIsReadableAndChangesNothingWhereItCameFrom() {
        String type = "tours" + mark;
        brought(file("{\"name\":\"" + type + "\",\"labels\":{\"vi\":\"Chuyến đi\"},\"fields\":["
                + field("day", "\"kind\":\"date\"") + "]}"));
        Answer exported = admin.post("/metadata/export", "{\"types\":[\"" + type + "\"]}");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.header("Content-Disposition")).contains("metadata.json");
        assertThat(exported.json().getJsonArray("types")).hasSize(1);
        assertThat(exported.text()).contains("\n  \"format\": 1,\n", "\"application\": \"Quanhe CRM ", "Chuyến đi");
        assertThat(admin.post("/metadata/export", "{\"types\":[\"" + type + "\"]}")
                        .text())
                .isEqualTo(exported.text());
        int before = version();
        assertThat(rehearsed(exported.text()).getBoolean("changed")).isFalse();
        Answer again = admin.with("Accept-Language", "vi").post("/metadata/import", exported.text());
        assertThat(again.json().getBoolean("changed")).isFalse();
        assertThat(again.text()).contains("Tệp không thay đổi gì");
        assertThat(version()).isEqualTo(before);
        assertThat(admin.post("/metadata/export", "{\"types\":[\"moons\"]}").status())
                .isEqualTo(400);
        assertThat(admin.post("/metadata/export", "{\"types\":\"customers\"}").status())
                .isEqualTo(400);
    }

    @Test
    void aFieldOfTheSameKeyBecomesWhatTheFileSaysAndOthersStay() {
        String floor = "floor_" + mark;
        String other = "other_" + mark;
        brought(file(customers(field(floor, "\"kind\":\"text\""), field(other, "\"kind\":\"date\""))));
        int number = customer("\"" + floor + "\":\"12\"");
        int words = customer("\"" + floor + "\":\"mười hai\",\"" + other + "\":\"2026-11-24\"");
        String changed = file(customers(field(floor, "\"kind\":\"number\",\"list\":true")));
        int before = version();
        JsonObject rehearsal = rehearsed(changed);
        assertThat(rehearsal.getJsonArray("lines")).hasSize(2);
        assertThat(rehearsal.getJsonArray("warnings").toString()).contains("1 of 2 values", "mười hai");
        assertThat(rehearsal.getJsonArray("problems")).isEmpty();
        assertThat(version()).isEqualTo(before);

        assertThat(brought(changed).json().getInt("version")).isEqualTo(before + 1);
        assertThat(admin.get("/customers/" + number).json().getInt(floor)).isEqualTo(12);
        JsonObject second = admin.get("/customers/" + words).json();
        assertThat(second).doesNotContainKey(floor);
        assertThat(second.getString(other)).isEqualTo("2026-11-24");
    }

    @Test
    void whatWouldBreakIsToldBeforeAndNothingIsHalfDone() {
        String card = "card_" + mark;
        brought(file(customers(field(card, "\"kind\":\"text\""))));
        customer("\"" + card + "\":\"A1\"");
        customer("\"" + card + "\":\"a1\"");
        String unique = file(customers(field(card, "\"kind\":\"text\",\"unique\":true")));
        assertThat(rehearsed(unique).getJsonArray("problems").toString()).contains("customers." + card, "a1");
        String missing = file(customers(field("moon_" + mark, "\"kind\":\"reference\",\"target\":\"moons\"")));
        assertThat(rehearsed(missing).getJsonArray("problems").toString())
                .contains("customers.moon_" + mark + ".target", "moons");
        int before = version();
        for (String refused : List.of(unique, missing)) {
            Answer answer = admin.with("Accept-Language", "zh-TW").post("/metadata/import", refused);
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.json().getJsonArray("violations")).isNotEmpty();
        }
        assertThat(version()).isEqualTo(before);
        assertThat(admin.get("/metadata/drafts").text()).doesNotContain("moon_" + mark);
    }

    @Test
    void typesOfOneFileMayPointToEachOther() {
        String first = "alphas" + mark;
        String second = "betas" + mark;
        brought(file(
                "{\"name\":\"" + first + "\",\"labels\":{\"en\":\"A\"},\"fields\":["
                        + field("beta", "\"kind\":\"reference\",\"target\":\"" + second + "\"") + "]}",
                "{\"name\":\"" + second + "\",\"labels\":{\"en\":\"B\"},\"fields\":["
                        + field("alphas", "\"kind\":\"references\",\"target\":\"" + first + "\"") + "]}"));
        int beta = admin.post("/" + second, "{\"name\":\"b\"}").json().getInt("id");
        assertThat(admin.post("/" + first, "{\"name\":\"a\",\"beta\":" + beta + "}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aFileCanWaitAsADraft() {
        String name = "later_" + mark;
        int before = version();
        Answer kept =
                admin.post("/metadata/import?draft=true&why=sau", file(customers(field(name, "\"kind\":\"text\""))));
        assertThat(kept.status()).as("%s", kept).isEqualTo(201);
        assertThat(version()).isEqualTo(before);
        String draft = kept.header("Location");
        assertThat(admin.get(draft).json().getString("why")).isEqualTo("sau");
        assertThat(admin.get(draft + "/difference").text()).contains(name);
        assertThat(admin.post(draft + "/publish", "{}").status()).isEqualTo(200);
        assertThat(admin.get("/metadata").text()).contains(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'format':7,'application':'Quanhe CRM 9','types':[]}                  | format",
                "{'format':1,'colour':'red','types':[]}                                | colour",
                "{'format':1,'types':[{'name':'customers','builtIn':true,'fields':[{'name':'a','labels':{'en':'a'},'colour':'red'}]}]} | types[0].fields[0].colour",
                "{'format':1,'types':[{'name':'customers','labels':{'en':'C'}}]}       | customers",
                "{'format':1,'types':[{'name':'moons','builtIn':true}]}                | moons",
                "{'format':1,'types':[{'name':'search','labels':{'en':'S'}}]}          | search",
            })
    void whatCannotBeIsRefusedAtItsPlace(String file, String place) {
        Answer answer = admin.with("Accept-Language", "zh-CN").post("/metadata/import", file.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .contains(place);
        assertThat(answer.text()).doesNotContain("records.metadata.", "\"records.transfer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"format\":1,", "[1]", "a;b;c", "\u0000"})
    void whatIsNoFileIsRefused(String file) {
        for (String how : List.of("", "?dryRun=true")) {
            assertThat(admin.post("/metadata/import" + how, file).status()).isEqualTo(400);
        }
    }

    @Test
    void otherEncodingsAndGreatFilesAreRefused() {
        byte[] utf16 = file().getBytes(StandardCharsets.UTF_16);
        assertThat(admin.send("POST", "/metadata/import", "application/json", utf16)
                        .status())
                .isEqualTo(400);
        byte[] spaces = new byte[20_000_000];
        Arrays.fill(spaces, (byte) ' ');
        assertThat(admin.send("POST", "/metadata/import", "application/json", spaces)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void onlyAdministratorsMoveMetadata() {
        Crm manager = Colleague.with(List.of("manager"), List.of()).crm();
        for (String path : List.of("/metadata/export", "/metadata/starters", "/metadata/starters/training-centre")) {
            assertThat(manager.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of(
                "/metadata/import", "/metadata/import?dryRun=true", "/metadata/starters/training-centre/load")) {
            assertThat(manager.post(path, file()).status()).as(path).isEqualTo(403);
        }
        assertThat(admin.get("/metadata/starters/moon-base").status()).isEqualTo(404);
    }

    @Test
    void starterSetsFitThisSystemToo() {
        List<JsonObject> sets = admin.with("Accept-Language", "zh-TW")
                .get("/metadata/starters")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(sets).hasSize(3);
        for (JsonObject set : sets) {
            Answer rehearsal = admin.post("/metadata/starters/" + set.getString("id") + "/load?dryRun=true", "");
            assertThat(rehearsal.json().getJsonArray("problems")).isEmpty();
            assertThat(rehearsal.json().getJsonArray("lines").size()).isGreaterThan(20);
            // no text is missing in any language
            assertThat(rehearsal.json().getJsonArray("warnings")).isEmpty();
        }
        assertThat(sets.get(0).getString("title")).isEqualTo("冷氣空調行");
    }
}
