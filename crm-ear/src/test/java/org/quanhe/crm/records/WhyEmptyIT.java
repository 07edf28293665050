package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** A formula without a value says which of its inputs is empty, as far as whoever asks may know. */
class WhyEmptyIT {
    private static final String MARK = Long.toString(System.nanoTime(), 36);
    private static final String BUYERS = "buyers" + MARK;
    private static final String DEALS = "deals" + MARK;
    private static final String VISITS = "visits" + MARK;

    private final Crm admin = Crm.admin();

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String type(String name, String... fields) {
        return "{'op':'addType','type':{'name':'" + name + "','rights':'owned','labels':{'en':'" + name
                + "'},'fields':[" + String.join(",", fields) + "]}}";
    }

    @BeforeAll
    static void shape() {
        Crm admin = Crm.admin();
        Shaping.publish(
                admin,
                type(BUYERS, field("discount", "number", ""), field("city", "text", "")),
                type(
                        DEALS,
                        field("buyer", "reference", "'target':'" + BUYERS + "',"),
                        field("area", "number", ""),
                        field("price", "number", ""),
                        field("power", "number", "'formula':'area * 600',"),
                        field("cost", "number", "'formula':'power * price',"),
                        field("off", "number", "'formula':'price * buyer.discount',"),
                        field("whole", "number", "'formula':'has(area) ? area : price',"),
                        field("none", "number", "'formula':'price / (price - price)',"),
                        field("noneTwice", "number", "'formula':'none * 2',"),
                        field("huge", "number", "'formula':'price * price * price * price * price',")),
                type(
                        VISITS,
                        field("deal", "reference", "'target':'" + DEALS + "',"),
                        field("far", "number", "'formula':'deal.buyer.discount * 2',")));
        for (String name : List.of(DEALS, VISITS)) {
            Shaping.right(admin, "marketing", name, "all", "none", "none");
        }
    }

    @AfterAll
    static void nobodyReadsThemAnyMore() {
        for (String name : List.of(BUYERS, DEALS, VISITS)) {
            Shaping.right(Crm.admin(), "marketing", name, "none", "none", "none");
        }
    }

    private long create(String type, String name, String values) {
        Answer made = admin.post("/" + type, "{\"name\":\"" + name + "\"" + values.replace('\'', '"') + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    private static JsonObject why(Answer answer, String field) {
        assertThat(answer.json()).as("%s", answer).containsKey("_empty").doesNotContainKey(field);
        JsonObject why = answer.json().getJsonObject("_empty").getJsonObject(field);
        assertThat(why).as("%s in %s", field, answer).isNotNull();
        assertThat(why.getString("reason")).isEqualTo("inputEmpty");
        return why;
    }

    private static List<String> inputs(Answer answer, String field) {
        return why(answer, field).getJsonArray("inputs").getValuesAs(JsonObject.class).stream()
                .map(input -> input.getString("field")
                        + (input.containsKey("record")
                                ? " of " + input.getJsonObject("record").getString("title")
                                : ""))
                .toList();
    }

    @Test
    @Tag("R026")
    void anEmptyFieldOfTheRecordItselfIsNamed() {
        Answer made = admin.post("/" + DEALS, "{\"name\":\"D\"}");
        assertThat(inputs(made, "power")).containsExactly("area");
        assertThat(inputs(made, "cost")).as("down to what somebody can write").containsExactly("area", "price");
        String path = "/" + DEALS + "/" + made.json().getInt("id");
        assertThat(admin.get(path).json().getJsonObject("_empty"))
                .isEqualTo(made.json().getJsonObject("_empty"));

        Answer some = admin.patch(path, "{\"area\":2}");
        assertThat(some.json().getInt("power")).isEqualTo(1200);
        assertThat(inputs(some, "cost")).containsExactly("price");
        Answer all = admin.patch(path, "{\"price\":3}");
        assertThat(all.json().getJsonObject("_empty"))
                .as("one asks for a buyer, and two are made from a division by zero, which no input mends")
                .containsOnlyKeys("off", "none", "noneTwice");
    }

    @Test
    @Tag("R026")
    void whatCannotBeWorkedOutSaysWhy() {
        String path = "/" + DEALS + "/" + create(DEALS, "D", ",'price':999999999");
        JsonObject empty = admin.get(path).json().getJsonObject("_empty");
        for (String field : List.of("none", "noneTwice")) {
            assertThat(empty.getJsonObject(field)).as(field).hasToString("{\"reason\":\"dividedByZero\"}");
        }
        assertThat(empty.getJsonObject("huge")).hasToString("{\"reason\":\"tooLarge\"}");

        Answer less = admin.patch(path, "{\"price\":2}");
        assertThat(less.json().getInt("huge")).isEqualTo(32);
        assertThat(less.json().getJsonObject("_empty")).containsKey("none").doesNotContainKey("huge");
        Answer none = admin.patch(path, "{\"price\":null}");
        assertThat(inputs(none, "none"))
                .as("what is missing comes before what came of it")
                .containsExactly("price");
    }

    @Test
    @Tag("R026")
    void whatIsAskedForBeforehandIsNotMissing() {
        String path = "/" + DEALS + "/" + create(DEALS, "D", "");
        assertThat(inputs(admin.get(path), "whole")).containsExactly("price");
        admin.patch(path, "{\"price\":7}");
        assertThat(admin.get(path).json().getInt("whole")).isEqualTo(7);
    }

    @Test
    @Tag("R026")
    void overReferencesTheFirstThatIsEmptyOnTheWayIsNamed() {
        long visit = create(VISITS, "V", "");
        assertThat(inputs(admin.get("/" + VISITS + "/" + visit), "far")).containsExactly("deal");
        long deal = create(DEALS, "Lắp máy", "");
        admin.patch("/" + VISITS + "/" + visit, "{\"deal\":" + deal + "}");
        assertThat(inputs(admin.get("/" + VISITS + "/" + visit), "far")).containsExactly("buyer of Lắp máy");
        long buyer = create(BUYERS, "Bảo An", "");
        admin.patch("/" + DEALS + "/" + deal, "{\"buyer\":" + buyer + "}");
        Answer far = admin.get("/" + VISITS + "/" + visit);
        assertThat(inputs(far, "far")).containsExactly("discount of Bảo An");
        JsonObject record =
                why(far, "far").getJsonArray("inputs").getJsonObject(0).getJsonObject("record");
        assertThat(record.getString("type")).isEqualTo(BUYERS);
        assertThat(record.getInt("id")).isEqualTo((int) buyer);

        admin.patch("/" + BUYERS + "/" + buyer, "{\"discount\":5}");
        Answer known =
                admin.await("/" + VISITS + "/" + visit, answer -> answer.json().containsKey("far"));
        assertThat(known.json()).doesNotContainKey("_empty");
        admin.delete("/" + BUYERS + "/" + buyer);
        Answer gone =
                admin.await("/" + VISITS + "/" + visit, answer -> !answer.json().containsKey("far"));
        assertThat(inputs(gone, "far")).as("of what is deleted nothing is told").isEmpty();
    }

    @Test
    void listsDoNotReadOtherRecordsToSayIt() {
        create(DEALS, "Liste" + MARK, "");
        JsonObject listed = admin.get("/" + DEALS + "?filter=" + Crm.encode("name == 'Liste" + MARK + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed).doesNotContainKeys("_empty", "power");
    }

    /** Who may not see the buyer learns that something is empty, and not whose it is. */
    @Test
    void aRecordThatIsNotToBeSeenIsNotNamed() {
        long buyer = create(BUYERS, "Kín đáo", "");
        long deal = create(DEALS, "D", ",'price':2,'buyer':" + buyer);
        Shaping.right(admin, "marketing", BUYERS, "own", "none", "none");
        Crm reader = Colleague.with(List.of("marketing"), List.of()).crm();
        Answer hidden = reader.get("/" + DEALS + "/" + deal);
        assertThat(inputs(hidden, "off")).isEmpty();
        assertThat(hidden.text()).doesNotContain("Kín đáo");
        Shaping.right(admin, "marketing", BUYERS, "all", "none", "none");
        assertThat(inputs(reader.get("/" + DEALS + "/" + deal), "off")).containsExactly("discount of Kín đáo");

        Shaping.show(admin, "marketing", BUYERS, "discount", false);
        assertThat(reader.get("/" + DEALS + "/" + deal).text())
                .as("a field that is not to be read takes the formula with it")
                .doesNotContain("discount")
                .doesNotContain("\"off\"");
        Shaping.show(admin, "marketing", BUYERS, "discount", true);
    }

    @Test
    void theDescriptionOfTheInterfaceTellsOfIt() {
        JsonObject described = admin.get("/crm/openapi.json")
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("EmptyBecause");
        assertThat(described.toString()).contains("inputEmpty", "inputs", "title");
    }
}
