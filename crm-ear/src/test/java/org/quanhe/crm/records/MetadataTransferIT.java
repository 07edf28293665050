package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Types and fields that move between servers as files. */
class MetadataTransferIT {
    private static final int CHANGES = 25;

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

    /** Metadata that changed at random while people worked is the same on an empty server, and so are the records. */
    @Test
    void anEmptyServerBecomesEqual() {
        long seed = System.nanoTime();
        String type = "jobs" + mark;
        String area = "area_" + mark;
        String level = "level_" + mark;
        brought(file(
                customers(
                        field(area, "\"kind\":\"number\""),
                        field(
                                level,
                                "\"kind\":\"choice\",\"facet\":true,\"choices\":[{\"code\":\"gold\",\"labels\":{\"en\":\"Gold\"}},"
                                        + "{\"code\":\"tin\",\"labels\":{\"en\":\"Tin\"}}]")),
                "{\"name\":\"" + type + "\",\"labels\":{\"en\":\"Jobs\"},\"fields\":["
                        + field("day", "\"kind\":\"date\"") + "," + field("rooms", "\"kind\":\"number\"") + "]}"));
        changeWhilePeopleWork(new Random(seed), type, area, level);

        String file = admin.get("/metadata/export").text();
        CrmProcess process = CrmProcess.fresh("transfer-" + Crm.database()).start();
        try {
            Crm second = process.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Answer rehearsal = second.post("/metadata/import?dryRun=true", file);
            assertThat(rehearsal.json().getJsonArray("problems")).isEmpty();
            Answer brought = second.post("/metadata/import", file);
            assertThat(brought.status()).as("%s, seed %s", brought, seed).isEqualTo(200);
            assertThat(second.get("/metadata/export").text())
                    .as("seed %s", seed)
                    .isEqualTo(file);
            moved(second, "customers", "name,kind," + area + "," + level);
            moved(second, type, "name,day,rooms");
        } finally {
            process.stop();
        }
    }

    private void changeWhilePeopleWork(Random random, String type, String area, String level) {
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40 || !over.get() && i < 400; i++) {
                String name = "{\"name\":\"Khách " + mark + " " + i + "\",";
                Answer made = admin.post(
                        "/customers",
                        name + "\"" + area + "\":" + i + ".5,\"" + level + "\":\"" + (i % 3 == 0 ? "tin" : "gold")
                                + "\"}");
                Answer job =
                        admin.post("/" + type, name + "\"day\":\"2026-12-" + (10 + i % 20) + "\",\"rooms\":" + i + "}");
                Answer changed =
                        admin.patch("/customers/" + made.json().getInt("id"), "{\"" + area + "\":" + (i + 1) + "}");
                for (Answer answer : List.of(made, job, changed)) {
                    if (answer.status() >= 300) {
                        failures.add(answer.toString());
                    }
                }
            }
        });
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                for (String path : List.of(
                        "/metadata", "/" + type + "?sort=name", "/customers?limit=20&q=" + mark, "/openapi.json")) {
                    Answer answer = admin.get(path);
                    if (answer.status() != 200) {
                        failures.add(path + " " + answer);
                    }
                }
            }
        });
        try {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < CHANGES; i++) {
                change(random, i % 2 == 0 ? "customers" : type, names, i);
            }
        } finally {
            over.set(true);
            CompletableFuture.allOf(writer, reader).join();
        }
        assertThat(failures).isEmpty();
    }

    /** One random change of a field that nobody writes to, published. */
    private void change(Random random, String type, List<String> names, int i) {
        List<String> mine =
                names.stream().filter(name -> name.startsWith(type + ".")).toList();
        String name =
                mine.isEmpty() ? "" : mine.get(random.nextInt(mine.size())).substring(type.length() + 1);
        int kind = name.isEmpty() ? 0 : random.nextInt(6);
        String about = "\"type\":\"" + type + "\",\"name\":\"" + name + "\"";
        String added = "v" + i + "_" + mark;
        String change =
                switch (kind) {
                    case 1 -> "{\"op\":\"retireField\"," + about + "}";
                    case 2 -> "{\"op\":\"reviveField\"," + about + "}";
                    case 3 -> "{\"op\":\"moveField\"," + about + "}";
                    case 4 ->
                        "{\"op\":\"changeField\"," + about + ",\"set\":{\"labels\":{\"vi\":\"Nhãn " + i
                                + "\",\"zh-CN\":\"标签\"},\"help\":{\"en\":\"h\"},\"searchable\":true}}";
                    case 5 ->
                        "{\"op\":\"changeField\"," + about + ",\"set\":{\"kind\":\"number\",\"min\":" + i
                                + ",\"default\":" + (i + 1) + "}}";
                    default -> {
                        names.add(type + "." + added);
                        yield "{\"op\":\"addField\",\"type\":\"" + type + "\",\"field\":"
                                + field(added, "\"kind\":\"" + (i % 3 == 0 ? "yes-no" : "long-text") + "\"") + "}";
                    }
                };
        Answer draft = admin.post("/metadata/drafts", "{\"changes\":[" + change + "]}");
        assertThat(draft.status()).as("%s %s", change, draft).isEqualTo(201);
        Answer published = admin.post(draft.header("Location") + "/publish", "{}");
        assertThat(published.status()).as("%s %s", change, published).isEqualTo(200);
    }

    /** Moves the records by a file, and compares what both servers tell of them. */
    private void moved(Crm second, String type, String columns) {
        String mine = "&filter=" + Crm.encode("name.contains('" + mark + "')");
        String export = "/" + type + "/export?format=csv&sort=name&columns=" + columns + mine;
        admin.await("/" + type + "?limit=1" + mine, answer -> answer.status() == 200);
        Answer here = admin.with("Accept-Language", "en").get(export);
        assertThat(here.text().lines().count()).isGreaterThan(40);
        Answer started = second.with("Accept-Language", "en")
                .upload("/imports", type + ".csv", here.text().getBytes(StandardCharsets.UTF_8), Map.of("type", type));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer end = second.await(started.header("Location"), answer -> List.of("done", "failed")
                .contains(answer.json().getString("state")));
        assertThat(end.json().getInt("failed")).as("%s", end).isZero();
        assertThat(second.with("Accept-Language", "en").get(export).text()).isEqualTo(here.text());
    }
}
