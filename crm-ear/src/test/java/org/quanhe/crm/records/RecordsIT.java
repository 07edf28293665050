package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Records over REST, as an outside caller uses them. */
class RecordsIT {
    private final Crm admin = Crm.admin();

    private JsonObject create(String json) {
        Answer made = admin.post("/customers", json);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json();
    }

    @Test
    @Tag("R004")
    void aFirstCallIsSavedWithTouchChannelAndOwnerAndFoundAtOnce() {
        String word = "goidau" + System.nanoTime();
        JsonObject made = create("{\"name\":\"Trần " + word
                + "\",\"phone\":\"0903 111 222\",\"firstChannel\":\"call\",\"firstTouch\":\"2026-11-20\"}");
        assertThat(made.getString("firstTouch")).isEqualTo("2026-11-20");
        assertThat(made.getString("firstChannel")).isEqualTo("call");
        assertThat(made.getJsonObject("owner").getString("title")).isEqualTo("Administrator");
        assertThat(admin.get("/search?q=" + word).json().getJsonArray("hits")).hasSize(1);
    }

    @Test
    @Tag("R005")
    void aProfileHoldsSeveralOfEachWithOnePrimary() {
        JsonObject made = create("""
                {"name":"Lê Thị Thuỷ",
                 "phones":[{"type":"work","value":"028 3822 1234"},{"type":"mobile","value":"0987 654 210","primary":true}],
                 "emails":["thuy@example.com",{"type":"home","value":"thuy@example.org"}],
                 "addresses":[{"type":"home","street":"12 Lê Lợi","city":"Huế"},{"type":"work","street":"1 Trần Phú","city":"Đà Nẵng"}],
                 "links":[{"type":"zalo","value":"0987654210"},{"type":"wechat","value":"thuy_hue"}]}
                """);
        assertThat(made.getString("phone")).isEqualTo("0987 654 210");
        assertThat(made.getString("email")).isEqualTo("thuy@example.com");
        assertThat(made.getString("city")).isEqualTo("Huế");
        for (String list : List.of("phones", "emails", "addresses", "links")) {
            assertThat(made.getJsonArray(list)).hasSize(2);
            assertThat(made.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                            .filter(entry -> entry.getBoolean("primary")))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("R038")
    void peopleAndOrganisationsStandInOneListWithLinksAndRoles() {
        String word = "lienket" + System.nanoTime();
        long company = create("{\"kind\":\"organisation\",\"name\":\"Công ty " + word + "\"}")
                .getInt("id");
        long person =
                create("{\"kind\":\"person\",\"name\":\"Ông " + word + "\"}").getInt("id");
        Answer link = admin.post(
                "/relations", "{\"customer\":" + company + ",\"related\":" + person + ",\"role\":\"director\"}");
        assertThat(link.status()).as("%s", link).isEqualTo(201);
        JsonObject list = admin.get("/customers?filter=" + Crm.encode("name.contains('" + word + "')"))
                .json();
        assertThat(list.getJsonArray("items")).hasSize(2);
        JsonObject related = admin.get("/relations?filter=customer==" + company)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(related.getString("role")).isEqualTo("director");
        assertThat(related.getJsonObject("related").getString("title")).isEqualTo("Ông " + word);
    }

    @Test
    @Tag("R044")
    void callsMessagesAndMeetingsAreOnTheTimelineWithAuthorTimeDurationOutcome() {
        long customer = create("{\"name\":\"Đặng Minh Châu\"}").getInt("id");
        for (String kind : List.of("call", "message", "meeting")) {
            Answer made = admin.post(
                    "/activities",
                    "{\"kind\":\"" + kind + "\",\"subject\":\"Hỏi " + kind + "\",\"customer\":" + customer
                            + ",\"minutes\":12,\"outcome\":\"reached\"}");
            assertThat(made.status()).as("%s", made).isEqualTo(201);
        }
        List<JsonObject> entries = admin.get("/customers/" + customer + "/timeline")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        List<JsonObject> activities =
                entries.stream().filter(entry -> entry.containsKey("activity")).toList();
        assertThat(activities).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.getString("author")).isEqualTo("Administrator");
            assertThat(entry.getString("at")).isNotEmpty();
            assertThat(entry.getJsonObject("activity").getInt("minutes")).isEqualTo(12);
            assertThat(entry.getJsonObject("activity").getString("outcome")).isEqualTo("reached");
        });
    }

    @Test
    @Tag("R049")
    void theAuditSaysWhoChangedWhatWhenAndWhy() {
        long id = create("{\"name\":\"Phạm Quốc Khánh\",\"city\":\"Huế\"}").getInt("id");
        Answer changed = admin.with("X-Reason", "moved").patch("/customers/" + id, "{\"city\":\"Đà Nẵng\"}");
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        JsonObject line = admin.get("/customers/" + id + "/audit")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(line.getString("by")).isEqualTo("Administrator");
        assertThat(line.getString("action")).isEqualTo("changed");
        assertThat(line.getString("why")).isEqualTo("moved");
        JsonObject change = line.getJsonArray("changes").getJsonObject(0);
        assertThat(change.getString("before")).contains("Huế");
        assertThat(change.getString("after")).contains("Đà Nẵng");
        assertThat(line.getString("requestId")).isEqualTo(changed.header("X-Request-Id"));
    }

    @Test
    @Tag("R049")
    void aReasonMayBeInAnyLanguage() {
        String path = "/customers/" + create("{\"name\":\"Tạ Bích Ngọc\"}").getInt("id");
        for (String why : List.of("đổi địa chỉ + 搬家", "50% off", "a\u0000b")) {
            String sent = why.contains("%") ? why : Crm.encode(why).replace("+", "%20");
            admin.with("X-Reason", sent).patch(path, "{\"notes\":\"" + sent + "\"}");
            assertThat(admin.get(path + "/audit").json().getJsonArray("items").getJsonObject(0))
                    .containsEntry("why", Json.createValue(why.replace('\0', ' ')));
        }
    }

    @Test
    void listsPageForwardWithoutGapsInTheOrderOfNames() {
        String word = "trang" + System.nanoTime();
        List<String> names = List.of("Ân", "An", "Dũng", "Đức", "Em", "Ơn", "Zed", "张伟");
        names.forEach(name -> create("{\"name\":\"" + name + " " + word + "\",\"source\":\"" + word + "\"}"));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = admin.get(
                            "/customers?limit=3&sort=name&filter=" + Crm.encode("source == '" + word + "'") + cursor)
                    .json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> listed.add(item.getString("name").replace(" " + word, "")));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        assertThat(listed).containsExactly("An", "Ân", "Dũng", "Đức", "Em", "Ơn", "Zed", "张伟");
    }

    @Test
    void databaseOrderEqualsIndexOrder() {
        List<String> byDatabase = ids("/customers?limit=100&sort=name");
        List<String> byIndex = ids("/customers?limit=100&sort=name&filter=" + Crm.encode("has(name)"));
        assertThat(byDatabase).isEqualTo(byIndex);
    }

    private List<String> ids(String path) {
        return admin.get(path).json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("title"))
                .collect(Collectors.toList());
    }

    @Test
    void aStaleIfMatchChangesNothing() {
        JsonObject made = create("{\"name\":\"Ngô Thị Như\"}");
        String path = "/customers/" + made.getInt("id");
        Answer first = admin.with("If-Match", "\"1\"").patch(path, "{\"notes\":\"one\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        Answer second = admin.with("If-Match", "\"1\"").patch(path, "{\"notes\":\"two\"}");
        assertThat(second.status()).isEqualTo(412);
        assertThat(admin.get(path).json().getString("notes")).isEqualTo("one");
        assertThat(admin.with("If-None-Match", "\"2\"").get(path).status()).isEqualTo(304);
    }

    @Test
    void aRepeatedCallWithItsKeyCreatesNothingAgain() throws Exception {
        String word = "motlan" + System.nanoTime();
        String body = "{\"name\":\"Võ " + word + "\"}";
        Crm caller = admin.with("Idempotency-Key", word);
        ExecutorService others = Executors.newFixedThreadPool(6);
        try {
            Set<String> made = new HashSet<>();
            for (Future<Answer> answer : others.invokeAll(
                    Collections.nCopies(6, (Callable<Answer>) () -> caller.post("/customers", body)))) {
                assertThat(answer.get().status()).as("%s", answer.get()).isEqualTo(201);
                made.add(answer.get().header("Location"));
            }
            assertThat(made).hasSize(1);
            assertThat(caller.post("/customers", body).header("Location"))
                    .isEqualTo(made.iterator().next());
        } finally {
            others.shutdownNow();
        }
        assertThat(admin.get("/search?q=" + word).json().getJsonArray("hits")).hasSize(1);
        Answer other = caller.with("Accept-Language", "vi").post("/customers", "{\"name\":\"Đỗ " + word + "\"}");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().getString("detail")).contains("nội dung khác");
        assertThat(admin.with("Idempotency-Key", "x".repeat(201))
                        .post("/customers", body)
                        .status())
                .isEqualTo(400);
        // a refused call leaves its key free
        Crm again = admin.with("Idempotency-Key", word + "2");
        assertThat(again.post("/customers", "{\"name\":\"\"}").status()).isEqualTo(400);
        assertThat(again.post("/customers", body).status()).isEqualTo(201);
    }

    @Test
    void whatIsDeletedIsGoneEverywhereAndComesBack() {
        String word = "xoa" + System.nanoTime();
        long id = create("{\"name\":\"Người " + word + "\"}").getInt("id");
        assertThat(admin.delete("/customers/" + id).status()).isEqualTo(204);
        assertThat(admin.get("/customers/" + id).status()).isEqualTo(404);
        assertThat(admin.get("/search?q=" + word).json().getJsonArray("hits")).isEmpty();
        assertThat(admin.post("/customers/" + id + "/restore", "").status()).isEqualTo(200);
        assertThat(admin.get("/search?q=" + word).json().getJsonArray("hits")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                          | platform.error.bodyNotJson",
                "[]                         | platform.error.bodyNotObject",
                "{\"nme\":\"x\"}            | platform.error.invalid",
                "{\"name\":\"\"}            | platform.error.invalid",
                "{}                         | platform.error.invalid",
                "{\"name\":[1]}             | platform.error.invalid",
                "{\"name\":\"x\",\"birthday\":\"31.12.2020\"} | platform.error.invalid",
                "{\"name\":\"x\",\"birthday\":\"2026-02-30\"} | platform.error.invalid",
                "{\"name\":\"x\",\"kind\":\"alien\"}  | platform.error.invalid",
                "{\"name\":\"x\",\"owner\":999999999} | platform.error.invalid",
                "{\"name\":\"x\",\"owner\":1e99}      | platform.error.invalid",
                "{\"name\":\"x\",\"createdAt\":\"2020-01-01T00:00:00Z\"} | platform.error.invalid",
                "{\"name\":\"x\",\"id\":5}      | platform.error.invalid",
                "{\"name\":\"\\u200b\"}       | platform.error.invalid",
                "{\"name\":\"\\ud83d\"}       | platform.error.invalid",
                "{\"name\":\"x\",\"phones\":{\"a\":[[[]]]}} | platform.error.invalid",
            })
    void badBodiesAreRefusedInWords(String body, String code) {
        Answer answer = admin.with("Accept-Language", "vi").post("/customers", body);
        if (body.contains("\"a\":[[[]]]")) {
            // an object without a value is an empty phone, and no phone is fine
            assertThat(answer.status()).isLessThan(500);
            return;
        }
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.json().getString("title")).isEqualTo("Yêu cầu chưa đúng");
    }

    @Test
    void overLongTextsAndBodiesAreRefused() {
        assertThat(admin.post("/customers", "{\"name\":\"" + "x".repeat(201) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/customers", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(admin.post("/customers", "[".repeat(100_000)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table customer; --",
                "<script>alert(1)</script>",
                "#{7*7} ${7*7}",
                "%s%n\\u0000 {0}",
                "\uD83D\uDE00 emoji",
                "=HYPERLINK(\"http://evil\")"
            })
    void textsAreTextsWhateverTheySay(String text) {
        Answer made = admin.post(
                "/customers",
                Json.createObjectBuilder().add("name", text).add("notes", text).build());
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        JsonObject read = admin.get("/customers/" + made.json().getInt("id")).json();
        assertThat(read.getString("name")).isEqualTo(text);
        assertThat(read.getString("notes")).isEqualTo(text);
        assertThat(admin.get("/search?q=" + Crm.encode(text)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/customers?limit=0",
                "/customers?limit=1000",
                "/customers?limit=ten",
                "/customers?sort=notes",
                "/customers?sort=nothing",
                "/customers?fields=nothing",
                "/customers?cursor=abc",
                "/customers?cursor=s.abc",
                "/customers?cursor=b.abc",
                "/customers?filter=name",
                "/customers?filter=name%20%3D%3D",
                "/customers?filter=%28%28%28",
                "/customers?filter=nothing%3D%3D1",
                "/customers?sort=-createdAt&cursor=s.abc",
                "/users/1/timeline?limit=0&cursor=1-1",
                "/users/1/timeline?limit=1000",
                "/users/1/timeline?cursor=x",
                "/users/1/audit?limit=0&cursor=1",
                "/users/1/audit?limit=-1",
                "/users/1/audit?cursor=x",
                "/search?q=a&cursor=zzz",
                "/search?q=a&limit=-1",
                "/search?q=a&facets=notes%2Cnothing&filter=x"
            })
    void badQuestionsAreRefused(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("detail")).isNotEmpty().doesNotContain("Exception");
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemLikeOthers() {
        Answer broken = admin.with("Accept-Language", "vi").send("POST", "/customers", "nonsense", "{}");
        assertThat(broken.status()).as("%s", broken).isEqualTo(400);
        assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
        assertThat(broken.json().getString("title")).isEqualTo("Yêu cầu chưa đúng");
        Answer stranger = Crm.anonymous().with("X-Request-Id", "abc-1").get("/customers");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().getString("requestId")).isEqualTo("abc-1");
        assertThat(stranger.header("X-Request-Id")).isEqualTo("abc-1");
        assertThat(stranger.header("Cache-Control")).isEqualTo("no-store");
        assertThat(admin.send("OPTIONS", "/customers", "", "").text()).doesNotContainIgnoringCase("jersey");
    }

    @Test
    void whoIsGoneIsStillNamedAndTheirRecordsCanBeChanged() {
        long team = Colleague.team("Gone");
        Colleague colleague = Colleague.with(List.of("sales"), List.of(team));
        JsonObject made = colleague
                .crm()
                .post("/customers", "{\"name\":\"Đinh Gia Bảo\"}")
                .json();
        String path = "/customers/" + made.getInt("id");
        assertThat(admin.delete("/users/" + colleague.id()).status()).isEqualTo(204);
        assertThat(admin.delete("/teams/" + team).status()).isEqualTo(204);
        JsonObject read = admin.get(path).json();
        assertThat(read.getJsonObject("owner").getString("title")).isEqualTo(colleague.username());
        assertThat(read.getJsonObject("team").getString("title")).isEqualTo("Gone");
        assertThat(admin.get(path + "/audit").json().getJsonArray("items").getJsonObject(0))
                .containsEntry("by", Json.createValue(colleague.username()));
        assertThat(admin.get(path + "/timeline").json().getJsonArray("items").getJsonObject(0))
                .containsEntry("author", Json.createValue(colleague.username()));
        Answer changed = admin.patch(
                path,
                Json.createObjectBuilder()
                        .add("owner", read.getJsonObject("owner"))
                        .add("team", read.getJsonObject("team"))
                        .add("notes", "hand over")
                        .build());
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        Answer other = admin.post(
                "/customers",
                Json.createObjectBuilder()
                        .add("name", "x")
                        .add("owner", read.getJsonObject("owner"))
                        .build());
        assertThat(other.status()).as("%s", other).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/customers/abc", "/customers/999999999", "/customers/1", "/customers/1/2/3"})
    void whatIsNotThereIs404(String path) {
        Answer answer = admin.get(path);
        assertThat(answer.status()).as("%s", answer).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void openApiDescribesEveryTypeWithItsFieldsInTheCallersLanguage() {
        JsonObject api = Crm.anonymous()
                .with("Accept-Language", "zh-TW")
                .get("/openapi.json")
                .json();
        for (String path : List.of(
                "/customers",
                "/customers/{id}",
                "/activities",
                "/users",
                "/teams",
                "/products",
                "/search",
                "/imports")) {
            assertThat(api.getJsonObject("paths")).containsKey(path);
        }
        JsonObject customer =
                api.getJsonObject("components").getJsonObject("schemas").getJsonObject("customers");
        assertThat(customer.getString("title")).isEqualTo("客戶");
        assertThat(customer.getJsonObject("properties").keySet()).contains("name", "phones", "tags", "externalId");
        assertThat(Crm.anonymous().get("/crm/openapi.json").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerProtectsItsReader() {
        Answer answer = admin.get("/customers?limit=1");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(admin.with("X-Request-Id", "abc-123")
                        .get("/customers?limit=1")
                        .header("X-Request-Id"))
                .isEqualTo("abc-123");
    }
}
