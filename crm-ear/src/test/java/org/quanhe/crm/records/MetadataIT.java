package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Types and fields that administrators add, change and retire while the system runs. */
class MetadataIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    /** A name that no other test has. */
    private String unused(String name) {
        return name + "_" + mark;
    }

    private long draft(String... changes) {
        Answer answer =
                admin.post("/metadata/drafts", "{\"why\":\"test\",\"changes\":[" + String.join(",", changes) + "]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private long publish(String... changes) {
        Answer answer = admin.post("/metadata/drafts/" + draft(changes) + "/publish", "{}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonNumber("number").longValue();
    }

    private static String add(String type, String field) {
        return "{\"op\":\"addField\",\"type\":\"" + type + "\",\"field\":" + field + "}";
    }

    private static String change(String type, String name, String set) {
        return "{\"op\":\"changeField\",\"type\":\"" + type + "\",\"name\":\"" + name + "\",\"set\":" + set + "}";
    }

    private static String about(String op, String type, String name) {
        return "{\"op\":\"" + op + "\",\"type\":\"" + type + "\",\"name\":\"" + name + "\"}";
    }

    private JsonObject customer(String values) {
        Answer made = admin.post("/customers", "{\"name\":\"Chị " + mark + "\"," + values + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json();
    }

    private List<Integer> ids(String query) {
        Answer answer = admin.get("/customers?limit=200&" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getInt("id"))
                .toList();
    }

    @Test
    @Tag("R026")
    @Tag("D10")
    void aFieldIsEverywhereInTheProcessThatPublishedIt() {
        String area = unused("area");
        String level = unused("level");
        publish(
                add(
                        "customers",
                        "{\"name\":\"" + area + "\",\"kind\":\"number\",\"list\":true,\"min\":0,\"max\":5000,"
                                + "\"labels\":{\"en\":\"Area in m²\",\"vi\":\"Diện tích (m²)\",\"zh-CN\":\"面积\",\"zh-TW\":\"面積\"},"
                                + "\"help\":{\"en\":\"Of all rooms\",\"vi\":\"Của mọi phòng\"}}"),
                add(
                        "customers",
                        "{\"name\":\"" + level + "\",\"kind\":\"choice\",\"facet\":true,\"searchable\":true,"
                                + "\"labels\":{\"en\":\"Level\"},\"choices\":[{\"code\":\"gold\",\"labels\":{\"en\":\"Gold\",\"vi\":\"Vàng\"}},"
                                + "{\"code\":\"silver\",\"labels\":{\"en\":\"Silver\"}}]}"));

        int big = customer("\"" + area + "\":42.5,\"" + level + "\":\"gold\"").getInt("id");
        int small = customer("\"" + area + "\":7").getInt("id");
        assertThat(admin.get("/customers/" + big).json().getJsonNumber(area).bigDecimalValue())
                .isEqualByComparingTo("42.5");
        String mine = Crm.encode("name.contains('" + mark + "')");
        assertThat(ids("filter=" + Crm.encode(area + " > 10 && name.contains('" + mark + "')")))
                .containsExactly(big);
        assertThat(ids("sort=" + area + "&filter=" + mine)).containsExactly(small, big);
        assertThat(ids("sort=-" + area + "&filter=" + mine)).containsExactly(big, small);
        JsonObject hits = admin.get("/search?type=customers&q=" + mark + "&facets=" + level)
                .json();
        assertThat(hits.getJsonObject("facets").getJsonArray(level).toString()).contains("gold");
        assertThat(admin.get("/search?q=gold%20" + mark).json().getJsonArray("hits"))
                .hasSize(1);

        assertThat(admin.patch("/customers/" + small, "{\"" + area + "\":8}").status())
                .isEqualTo(200);
        assertThat(admin.get("/customers/" + small + "/audit").text()).contains(area, "\"7\"", "\"8\"");
        String exported = admin.with("Accept-Language", "vi")
                .get("/customers/export?format=csv&filter=" + mine + "&columns=name," + area + "," + level)
                .text();
        assertThat(exported).contains("Diện tích (m²)", "42.5", "Vàng");
        JsonObject schema = Crm.anonymous()
                .with("Accept-Language", "zh-CN")
                .get("/openapi.json")
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("customers")
                .getJsonObject("properties")
                .getJsonObject(area);
        assertThat(schema.getString("title")).isEqualTo("面积");
        assertThat(schema.getInt("maximum")).isEqualTo(5000);
    }

    @Test
    void importsKnowTheFieldByItsLabel() {
        String rooms = unused("rooms");
        publish(add(
                "customers",
                "{\"name\":\"" + rooms + "\",\"kind\":\"number\",\"labels\":{\"vi\":\"Số phòng " + mark + "\"}}"));
        byte[] file = ("Họ tên\tSố phòng " + mark + "\nBà Nhập " + mark + "\t12\nÔng Sai " + mark + "\tmười\n")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Answer started = admin.upload("/imports", "phong.tsv", file, Map.of("type", "customers"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer end = admin.await(started.header("Location"), a -> List.of("done", "failed")
                .contains(a.json().getString("state")));
        assertThat(end.json().getString("state")).isEqualTo("done");
        List<Integer> found = ids("filter=" + Crm.encode(rooms + " == 12"));
        assertThat(found).hasSize(1);
        assertThat(end.json().getInt("failed")).isEqualTo(1);
    }

    @Test
    void rulesOfTheFieldAreKept() {
        String code = unused("code");
        String size = unused("size");
        publish(
                add(
                        "customers",
                        "{\"name\":\"" + code
                                + "\",\"kind\":\"text\",\"pattern\":\"[A-Z]{2}-[0-9]+\",\"labels\":{\"en\":\"Code\"}}"),
                add(
                        "customers",
                        "{\"name\":\"" + size
                                + "\",\"kind\":\"number\",\"default\":3,\"max\":9,\"labels\":{\"en\":\"Size\"}}"));
        assertThat(customer("\"phone\":\"0903 111 222\"").getInt(size)).isEqualTo(3);
        Answer refused = admin.with("Accept-Language", "vi")
                .post("/customers", "{\"name\":\"x\",\"" + code + "\":\"ab1\",\"" + size + "\":10}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").toString())
                .contains(code, "không đúng dạng", size, "lớn hơn 9");
        assertThat(admin.post("/customers", "{\"name\":\"x\",\"" + code + "\":\"AB-1\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRequiredFieldIsAskedForAndASensitiveOneIsNotTold() {
        String tax = unused("tax");
        publish(add("products", "{\"name\":\"" + tax + "\",\"sensitive\":true,\"labels\":{\"en\":\"Tax\"}}"));
        int id = admin.post("/products", "{\"name\":\"P " + mark + "\",\"" + tax + "\":\"0301446220\"}")
                .json()
                .getInt("id");
        assertThat(admin.get("/products/" + id + "/audit").text()).contains(tax).doesNotContain("0301446220");
        publish(change("products", tax, "{\"required\":true}"));
        try {
            assertThat(admin.post("/products", "{\"name\":\"Q " + mark + "\"}").status())
                    .isEqualTo(400);
            assertThat(admin.patch("/products/" + id, "{\"" + tax + "\":null}").status())
                    .isEqualTo(400);
            assertThat(admin.patch("/products/" + id, "{\"code\":\"c\"}").status())
                    .isEqualTo(200);
        } finally {
            publish(about("retireField", "products", tax));
        }
    }

    @Test
    void aRetiredFieldComesBackWithItsValues() {
        String note = unused("note");
        publish(add("customers", "{\"name\":\"" + note + "\",\"searchable\":true,\"labels\":{\"en\":\"Note\"}}"));
        int id = customer("\"" + note + "\":\"giữ lại\"").getInt("id");
        publish(about("retireField", "customers", note));
        assertThat(admin.get("/customers/" + id).json()).doesNotContainKey(note);
        assertThat(admin.post("/customers", "{\"name\":\"x\",\"" + note + "\":\"y\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/customers?filter=" + Crm.encode("has(" + note + ")"))
                        .status())
                .isEqualTo(400);
        // another change of the record leaves the hidden value alone
        assertThat(admin.patch("/customers/" + id, "{\"notes\":\"khác\"}").status())
                .isEqualTo(200);
        publish(about("reviveField", "customers", note));
        assertThat(admin.get("/customers/" + id).json().getString(note)).isEqualTo("giữ lại");
        admin.await(
                "/customers?filter=" + Crm.encode("has(" + note + ")"),
                answer -> answer.json().getJsonArray("items").size() == 1);
    }

    @Test
    void goingBackHidesWhatCameLaterAndForgetsNothing() {
        String old = unused("old");
        String fresh = unused("fresh");
        long before = publish(add("customers", "{\"name\":\"" + old + "\",\"labels\":{\"en\":\"Old\"}}"));
        long after = publish(
                add("customers", "{\"name\":\"" + fresh + "\",\"labels\":{\"en\":\"Fresh\"}}"),
                change("customers", old, "{\"labels\":{\"en\":\"Older\",\"vi\":\"Cũ hơn\"}}"));
        int id = customer("\"" + fresh + "\":\"mới\"").getInt("id");

        String words = admin.with("Accept-Language", "vi")
                .get("/metadata/versions/" + before + "/difference")
                .text();
        assertThat(words).contains("Trường “Fresh” của customers bị ẩn", "Cũ hơn");
        Answer restored = admin.post("/metadata/versions/" + before + "/restore", "{\"why\":\"quay lại\"}");
        assertThat(restored.status()).as("%s", restored).isEqualTo(200);
        assertThat(restored.json().getInt("restores")).isEqualTo((int) before);
        assertThat(admin.get("/customers/" + id).json()).doesNotContainKey(fresh);
        assertThat(label(old)).isEqualTo("Old");

        admin.post("/metadata/versions/" + after + "/restore", "{}");
        assertThat(admin.get("/customers/" + id).json().getString(fresh)).isEqualTo("mới");
        assertThat(label(old)).isEqualTo("Older");
        JsonObject newest =
                admin.get("/metadata/versions").json().getJsonArray("items").getJsonObject(0);
        assertThat(newest.getString("by")).isEqualTo("Administrator");
    }

    private String label(String field) {
        return admin
                .with("Accept-Language", "en")
                .get("/metadata")
                .json()
                .getJsonArray("types")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(type -> type.getString("name").equals("customers"))
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .filter(one -> one.getString("name").equals(field))
                .map(one -> one.getString("label"))
                .findFirst()
                .orElse("");
    }

    @Test
    void anotherKindReadsTheValuesThatFitAndKeepsTheOthers() {
        String floor = unused("floor");
        publish(add("customers", "{\"name\":\"" + floor + "\",\"labels\":{\"en\":\"Floor\"}}"));
        int number = customer("\"" + floor + "\":\"12\"").getInt("id");
        int words = customer("\"" + floor + "\":\"mười hai\"").getInt("id");
        long draft = draft(change("customers", floor, "{\"kind\":\"number\"}"));
        String told = admin.get("/metadata/drafts/" + draft + "/difference").text();
        assertThat(told).contains("1 of 2 values", "mười hai");
        assertThat(admin.post("/metadata/drafts/" + draft + "/publish", "{}").status())
                .isEqualTo(200);
        assertThat(admin.get("/customers/" + number).json().getInt(floor)).isEqualTo(12);
        assertThat(admin.get("/customers/" + words).json()).doesNotContainKey(floor);
        admin.await(
                "/customers?filter=" + Crm.encode(floor + " > 10"),
                answer -> answer.json().getJsonArray("items").size() == 1);
        publish(change("customers", floor, "{\"kind\":\"text\"}"));
        assertThat(admin.get("/customers/" + words).json().getString(floor)).isEqualTo("mười hai");
    }

    @Test
    void aUniqueValueBelongsToOneRecord() {
        String card = unused("card");
        publish(add("customers", "{\"name\":\"" + card + "\",\"labels\":{\"en\":\"Card\"}}"));
        int first = customer("\"" + card + "\":\"A1\"").getInt("id");
        int second = customer("\"" + card + "\":\"a1\"").getInt("id");
        long draft = draft(change("customers", card, "{\"unique\":true}"));
        Answer doubles = admin.post("/metadata/drafts/" + draft + "/publish", "{}");
        assertThat(doubles.status()).isEqualTo(400);
        assertThat(doubles.json().getJsonArray("violations").toString()).contains(mark, "a1");
        assertThat(admin.patch("/customers/" + second, "{\"" + card + "\":\"B2\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/metadata/drafts/" + draft + "/publish", "{}").status())
                .isEqualTo(200);

        Answer taken = admin.patch("/customers/" + second, "{\"" + card + "\":\"A1\"}");
        assertThat(taken.status()).isEqualTo(400);
        assertThat(taken.text()).contains("Chị " + mark);
        assertThat(admin.delete("/customers/" + first).status()).isEqualTo(204);
        assertThat(admin.patch("/customers/" + second, "{\"" + card + "\":\"A1\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/customers/" + first + "/restore", "").status()).isEqualTo(400);

        List<Integer> outcomes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> admin.post("/customers", "{\"name\":\"Đua " + mark + "\",\"" + card + "\":\"C3\"}")
                                .status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(outcomes.stream().filter(status -> status >= 500)).isEmpty();
    }

    @Test
    @Tag("R026")
    void aTypeOfOnesOwnHasAllThatOthersHave() {
        String type = "visits" + mark;
        publish("{\"op\":\"addType\",\"type\":{\"name\":\"" + type + "\",\"icon\":\"pi-car\",\"rights\":\"owned\","
                + "\"labels\":{\"en\":\"Visits\",\"vi\":\"Chuyến thăm\",\"zh-CN\":\"拜访\",\"zh-TW\":\"拜訪\"},"
                + "\"singular\":{\"en\":\"Visit\",\"vi\":\"Chuyến thăm\",\"zh-CN\":\"拜访\",\"zh-TW\":\"拜訪\"},"
                + "\"fields\":[{\"name\":\"customer\",\"kind\":\"reference\",\"target\":\"customers\",\"list\":true,\"labels\":{\"en\":\"Customer\"}},"
                + "{\"name\":\"also\",\"kind\":\"references\",\"target\":\"customers\",\"labels\":{\"en\":\"Also there\"}},"
                + "{\"name\":\"day\",\"kind\":\"date\",\"list\":true,\"labels\":{\"en\":\"Day\"}}]}}");
        int customer = customer("\"phone\":\"0903 222 333\"").getInt("id");
        Answer made = admin.post(
                "/" + type,
                "{\"name\":\"Thăm " + mark + "\",\"customer\":" + customer + ",\"also\":[" + customer
                        + "],\"day\":\"2026-12-01\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        JsonObject visit = admin.get(made.header("Location")).json();
        assertThat(visit.getJsonObject("customer").getString("title")).isEqualTo("Chị " + mark);
        assertThat(visit.getJsonObject("owner").getString("title")).isEqualTo("Administrator");
        assertThat(admin.get("/" + type + "?filter=" + Crm.encode("day >= '2026-11-01' && customer == " + customer))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(admin.get("/" + type).json().getJsonArray("items")).hasSize(1);
        assertThat(admin.get("/search?type=" + type + "&q=tham").json().getJsonArray("hits"))
                .hasSize(1);
        assertThat(Crm.anonymous().get("/openapi.json").json().getJsonObject("paths"))
                .containsKey("/" + type + "/{id}");
        // rights as those of the types that came with the application
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        assertThat(seller.crm().get("/" + type).json().getJsonArray("items")).isEmpty();
        assertThat(seller.crm().post("/" + type, "{\"name\":\"Của tôi\"}").status())
                .isEqualTo(201);
        assertThat(seller.crm().get("/" + type).json().getJsonArray("items")).hasSize(1);
        // a number belongs to its type
        assertThat(admin.get("/customers/" + visit.getInt("id")).status()).isEqualTo(404);
        assertThat(admin.get("/" + type + "/" + customer).status()).isEqualTo(404);

        publish(about("retireType", "", type).replace("\"type\":\"\",", ""));
        assertThat(admin.get("/" + type).status()).isEqualTo(404);
        assertThat(admin.get("/search?q=" + mark).text()).doesNotContain("Thăm");
        publish(about("reviveType", "", type).replace("\"type\":\"\",", ""));
        assertThat(admin.get("/" + type).json().getJsonArray("items")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                                        | changes[0].op",
                "{'op':'explode'}                                                          | changes[0].op",
                "17                                                                        | changes[0]",
                "{'op':'addField','type':'customers','field':{}}                           | customers.",
                "{'op':'addField','type':'customers','field':{'name':'name','labels':{'en':'x'}}} | customers.name",
                "{'op':'addField','type':'customers','field':{'name':'id','labels':{'en':'x'}}} | customers.id",
                "{'op':'addField','type':'customers','field':{'name':'a b','labels':{'en':'x'}}} | customers.a b",
                "{'op':'addField','type':'nothing','field':{'name':'a','labels':{'en':'x'}}} | nothing",
                "{'op':'addField','type':'customers','field':{'name':'a','labels':{'fr':'x'}}} | changes[0].field.labels.fr",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'colour','labels':{'en':'x'}}} | changes[0].field.kind",
                "{'op':'addField','type':'customers','field':{'name':'a','colour':'red','labels':{'en':'x'}}} | changes[0].field.colour",
                "{'op':'addField','type':'customers','field':{'name':'a','pattern':'[','labels':{'en':'x'}}} | customers.a.pattern",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'choice','labels':{'en':'x'}}} | customers.a.choices",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'reference','target':'moon','labels':{'en':'x'}}} | customers.a.target",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'number','min':'low','labels':{'en':'x'}}} | customers.a.min",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'number','min':5,'max':3,'labels':{'en':'x'}}} | customers.a.max",
                "{'op':'addField','type':'customers','field':{'name':'a','kind':'date','default':'soon','labels':{'en':'x'}}} | customers.a.default",
                "{'op':'addType','type':{'name':'search','labels':{'en':'x'}}} | search",
                "{'op':'addType','type':{'name':'relations','labels':{'en':'x'}}} | relations",
                "{'op':'changeField','type':'customers','name':'name','set':{'required':true}} | changes[0].name",
                "{'op':'retireType','name':'customers'} | changes[0].name",
            })
    void whatCannotBeIsRefusedAtItsPlace(String change, String place) {
        Answer answer = admin.with("Accept-Language", "zh-CN")
                .post("/metadata/drafts", "{\"changes\":[" + change.replace('\'', '"') + "]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        List<String> places = answer.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("field"))
                .toList();
        assertThat(places).anySatisfy(found -> assertThat(found).startsWith(place));
        assertThat(answer.text()).doesNotContain("records.metadata");
    }

    @Test
    void tenThousandFieldsAreTooMany() {
        for (int count : List.of(1_001, 10_000)) {
            String fields = IntStream.range(0, count)
                    .mapToObj(i -> "{\"name\":\"f" + i + "\",\"labels\":{\"en\":\"f\"}}")
                    .collect(Collectors.joining(","));
            Answer answer = admin.post(
                    "/metadata/drafts",
                    "{\"changes\":[{\"op\":\"addType\",\"type\":{\"name\":\"wide" + mark
                            + "\",\"labels\":{\"en\":\"Wide\"},\"fields\":[" + fields + "]}}]}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains(count == 1_001 ? "1,001" : "10,000");
        }
    }

    @Test
    void ofTwoPublishingsAtOnceNoneIsLostAndNoneIsHalf() {
        List<Long> drafts = IntStream.range(0, 4)
                .mapToObj(i ->
                        draft(add("teams", "{\"name\":\"" + unused("race" + i) + "\",\"labels\":{\"en\":\"Race\"}}")))
                .toList();
        List<Integer> outcomes = drafts.stream()
                .map(id -> CompletableFuture.supplyAsync(() ->
                        admin.post("/metadata/drafts/" + id + "/publish", "{}").status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(outcomes).allMatch(status -> status == 200 || status == 409);
        String fields = admin.get("/metadata").text();
        for (int i = 0; i < outcomes.size(); i++) {
            assertThat(fields.contains("\"" + unused("race" + i) + "\"")).isEqualTo(outcomes.get(i) == 200);
        }
        for (int i = 0; i < outcomes.size(); i++) {
            Answer again = admin.post("/metadata/drafts/" + drafts.get(i) + "/publish", "{}");
            assertThat(again.status()).isEqualTo(outcomes.get(i) == 200 ? 409 : 200);
        }
    }

    @Test
    void onlyAdministratorsShape() {
        Colleague manager = Colleague.with(List.of("manager"), List.of());
        String change = add("customers", "{\"name\":\"" + unused("no") + "\",\"labels\":{\"en\":\"x\"}}");
        assertThat(manager.crm()
                        .post("/metadata/drafts", "{\"changes\":[" + change + "]}")
                        .status())
                .isEqualTo(403);
        long draft = draft(change);
        for (String path : List.of("/metadata/drafts", "/metadata/drafts/" + draft, "/metadata/versions")) {
            assertThat(manager.crm().get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(manager.crm()
                        .post("/metadata/drafts/" + draft + "/publish", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(admin.delete("/metadata/drafts/" + draft).status()).isEqualTo(204);
        assertThat(admin.post("/metadata/drafts/" + draft + "/publish", "{}").status())
                .isEqualTo(409);
        assertThat(admin.get("/metadata/drafts/999999999").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionIsCachedUntilItChanges() {
        Answer first = admin.get("/metadata");
        String tag = first.header("ETag");
        assertThat(admin.with("If-None-Match", tag).get("/metadata").status()).isEqualTo(304);
        publish(add("teams", "{\"name\":\"" + unused("tag") + "\",\"labels\":{\"en\":\"Tag\"}}"));
        Answer changed = admin.with("If-None-Match", tag).get("/metadata");
        assertThat(changed.status()).isEqualTo(200);
        JsonValue customers = changed.json().getJsonArray("types").stream()
                .filter(type -> type.asJsonObject().getString("name").equals("customers"))
                .findFirst()
                .orElseThrow();
        assertThat(customers.asJsonObject().getJsonArray("relations").toString())
                .contains("activities");
    }
}
