package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Two currencies make no figure: beside the values of a record stands why there is none. */
class NotAddedUpIT {
    private static final String EMPTY = "_empty";
    private static final String MARK = Long.toString(System.nanoTime(), 36);
    private static final String HOUSES = "houses" + MARK;
    private static final String BILLS = "bills" + MARK;

    private final Crm admin = Crm.admin();

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String type(String name, String fields) {
        return "{'op':'addType','type':{'name':'" + name + "','rights':'owned','labels':{'en':'" + name
                + "'},'fields':[" + fields + "]}}";
    }

    private static String gathered(String name, String function) {
        return "{'op':'addField','type':'" + HOUSES + "','field':"
                + field(
                        name,
                        "money",
                        "'rollup':{'type':'" + BILLS + "','field':'house','function':'" + function + "','of':'price'},")
                + "}";
    }

    @BeforeAll
    static void shape() {
        Shaping.publish(
                Crm.admin(),
                type(HOUSES, field("note", "text", "")),
                type(
                        BILLS,
                        field("house", "reference", "'target':'" + HOUSES + "',") + "," + field("price", "money", "")
                                + "," + field("fee", "money", "") + ","
                                + field("both", "money", "'formula':'price + fee',") + ","
                                + field("more", "yes-no", "'formula':'price > fee',") + ","
                                + field("whole", "number", "'formula':'amount(both) * 2',")),
                gathered("sum", "sum"),
                gathered("best", "max"),
                "{'op':'addField','type':'" + HOUSES + "','field':" + field("twice", "money", "'formula':'sum * 2',")
                        + "}");
    }

    private String create(String type, String values) {
        Answer made = admin.post("/" + type, "{\"name\":\"Nhà\"" + values.replace('\'', '"') + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return "/" + type + "/" + made.json().getInt("id");
    }

    private static @Nullable JsonObject why(JsonObject record, String field) {
        JsonObject empty = record.getJsonObject(EMPTY);
        return empty == null ? null : empty.getJsonObject(field);
    }

    private static Predicate<Answer> told(String field, String reason, String... currencies) {
        return answer -> {
            JsonObject why = why(answer.json(), field);
            return why != null
                    && !answer.json().containsKey(field)
                    && why.getString("reason").equals(reason)
                    && why.getJsonArray("currencies")
                            .getValuesAs(one -> ((jakarta.json.JsonString) one).getString())
                            .equals(List.of(currencies));
        };
    }

    @Test
    @Tag("R026")
    void aFormulaTellsWhichCurrenciesItDidNotAdd() {
        String bill = create(BILLS, ",'price':'5 USD','fee':'100 VND'");
        Answer mixed = admin.get(bill);
        assertThat(mixed).as("%s", mixed).matches(told("both", "notAdded", "USD", "VND"));
        assertThat(mixed).matches(told("more", "notCompared", "USD", "VND"));
        assertThat(mixed)
                .as("what is made from it is empty for the same reason")
                .matches(told("whole", "notAdded", "USD", "VND"));
        JsonObject listed = admin.get("/" + BILLS + "?filter=" + Crm.encode("fee == '100 VND'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(why(listed, "both")).isEqualTo(why(mixed.json(), "both"));
        assertThat(admin.get("/" + BILLS + "?fields=price").text()).doesNotContain(EMPTY);

        admin.patch(bill, "{\"fee\":\"7 CNY\"}");
        assertThat(admin.get(bill)).matches(told("both", "notAdded", "CNY", "USD"));
        admin.patch(bill, "{\"fee\":\"7 USD\"}");
        JsonObject one = admin.get(bill).json();
        assertThat(one.getJsonObject("both").getInt("amount")).isEqualTo(12);
        assertThat(one).doesNotContainKey(EMPTY);
        admin.patch(bill, "{\"fee\":null}");
        JsonObject missing = why(admin.get(bill).json(), "both");
        assertThat(missing.getString("reason"))
                .as("what is missing is no matter of currencies")
                .isEqualTo("inputEmpty");
        assertThat(missing).doesNotContainKey("currencies");
    }

    @Test
    @Tag("R026")
    void aRollUpTellsAllTheCurrenciesThatItFound() {
        String house = create(HOUSES, "");
        assertThat(admin.get(house).json().getJsonObject(EMPTY).toString()).doesNotContain("notAdded");
        String number = house.replaceAll(".*/", "");
        create(BILLS, ",'price':'5 USD','house':" + number);
        admin.await(house, answer -> answer.json().containsKey("sum"));
        String dong = create(BILLS, ",'price':'5 VND','house':" + number);
        admin.await(house, told("sum", "notAdded", "USD", "VND"));
        admin.await(house, told("best", "notCompared", "USD", "VND"));
        admin.await(house, told("twice", "notAdded", "USD", "VND"));
        String yuan = create(BILLS, ",'price':'5 CNY','house':" + number);
        admin.await(house, told("twice", "notAdded", "CNY", "USD", "VND"));
        // nobody edited it: who read it before may still save, and the audit has nothing to tell
        assertThat(admin.get(house + "/audit").text()).doesNotContain("sum");
        admin.delete(yuan);
        admin.await(house, told("sum", "notAdded", "USD", "VND"));
        admin.patch(dong, "{\"price\":\"2 USD\"}");
        Answer whole = admin.await(house, answer -> answer.json().containsKey("twice"));
        assertThat(whole.json().getJsonObject("sum").getInt("amount")).isEqualTo(7);
        assertThat(whole.json()).doesNotContainKey(EMPTY);
    }

    @Test
    void whoMayNotReadTheFieldIsNotToldWhyItIsEmpty() {
        String bill = create(BILLS, ",'price':'5 USD','fee':'100 VND'");
        Shaping.right(admin, "marketing", BILLS, "all", "none", "none");
        Crm reader = Colleague.with(List.of("marketing"), List.of()).crm();
        assertThat(reader.get(bill)).matches(told("both", "notAdded", "USD", "VND"));
        Shaping.show(admin, "marketing", BILLS, "fee", false);
        assertThat(reader.get(bill).json()).doesNotContainKeys("fee", "both", EMPTY);
        Shaping.show(admin, "marketing", BILLS, "fee", true);
    }

    @Test
    void theDescriptionOfTheInterfaceTellsOfIt() {
        JsonObject schemas = admin.get("/crm/openapi.json")
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas");
        JsonObject member =
                schemas.getJsonObject(BILLS).getJsonObject("properties").getJsonObject(EMPTY);
        assertThat(member.getBoolean("readOnly")).isTrue();
        assertThat(member.getJsonObject("additionalProperties").getString("$ref"))
                .isEqualTo("#/components/schemas/EmptyBecause");
        assertThat(schemas.getJsonObject("EmptyBecause").toString()).contains("notAdded", "notCompared", "currencies");
    }
}
