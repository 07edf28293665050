package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Amounts of money with their currency, everywhere that a field is. */
class MoneyIT {
    private static final Crm ADMIN = Crm.admin();
    private static final String MARK = Long.toString(System.nanoTime(), 36);
    private static final String TYPE = "deals" + MARK;

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String add(String type, String field) {
        return "{'op':'addField','type':'" + type + "','field':" + field + "}";
    }

    @BeforeAll
    static void shape() {
        Shaping.publish(
                ADMIN,
                "{'op':'addType','type':{'name':'" + TYPE + "','rights':'owned','labels':{'en':'Deals " + MARK
                        + "'},'fields':["
                        + "{'name':'parent','kind':'reference','target':'" + TYPE + "','labels':{'en':'Parent'}},"
                        + field("price", "money", "'list':true,'min':'0','max':'5000000000 VND',") + ","
                        + field("fee", "money", "'default':'10 USD',") + ","
                        + field("code", "money", "'unique':true,") + ","
                        + field("pieces", "number", "") + ","
                        + field("seen", "yes-no", "") + "]}}",
                add(TYPE, field("total", "money", "'formula':'price * pieces',")),
                add(TYPE, field("both", "money", "'formula':'price + fee',")),
                add(TYPE, field("plain", "number", "'formula':'amount(price)',")),
                add(
                        TYPE,
                        field(
                                "gathered",
                                "money",
                                "'rollup':{'type':'" + TYPE + "','field':'parent','function':'sum','of':'price'},")),
                add(
                        TYPE,
                        field(
                                        "best",
                                        "money",
                                        "'rollup':{'type':'" + TYPE
                                                + "','field':'parent','function':'max','of':'price','filter':'price >= \\'100 VND\\''},")
                                .replace("\\'", "`")
                                .replace("`100 VND`", "\\\"100 VND\\\"")));
    }

    @AfterAll
    static void retire() {
        Shaping.publish(
                ADMIN,
                retired("best"),
                retired("gathered"),
                retired("parent"),
                "{'op':'retireType','name':'" + TYPE + "'}");
    }

    private static String retired(String field) {
        return "{'op':'retireField','type':'" + TYPE + "','name':'" + field + "'}";
    }

    private static Answer post(String name, String values) {
        return ADMIN.with("Accept-Language", "vi")
                .post("/" + TYPE, "{\"name\":\"" + name + "\"" + values.replace('\'', '"') + "}");
    }

    private static long create(String name, String values) {
        Answer made = post(name, values);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private static JsonObject open(long id) {
        return ADMIN.get("/" + TYPE + "/" + id).json();
    }

    private static String told(JsonObject record, String field) {
        JsonObject money = record.getJsonObject(field);
        return money.getJsonNumber("amount").bigDecimalValue().toPlainString() + " " + money.getString("currency");
    }

    private static List<String> names(String query) {
        Answer answer = ADMIN.get("/" + TYPE + "?limit=200&" + query);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("name"))
                .toList();
    }

    private static String filter(String text) {
        return "filter=" + Crm.encode(text);
    }

    private static void refused(String values, String field, String... words) {
        Answer answer = post("Sai", values);
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.getString("field")).isEqualTo(field);
                    assertThat(violation.getString("message")).contains(words);
                });
    }

    @Test
    @Tag("R026")
    void anAmountKeepsItsCurrencyAndItsMinorUnits() {
        long id = create("Giá", ",'price':{'amount':1234567,'currency':'VND'}");
        assertThat(told(open(id), "price")).isEqualTo("1234567 VND");
        assertThat(told(open(id), "fee")).isEqualTo("10.00 USD");
        assertThat(told(open(create("Chữ", ",'price':'1.234.567 đ'")), "price")).isEqualTo("1234567 VND");
        assertThat(told(open(create("Số", ",'fee':{'amount':'12.5','currency':'CNY'},'price':15000")), "fee"))
                .isEqualTo("12.50 CNY");
        assertThat(told(open(create("Mặc định", ",'price':15000")), "price")).isEqualTo("15000 VND");
        Answer emptied = ADMIN.patch("/" + TYPE + "/" + id, "{\"fee\":null}");
        assertThat(emptied.status()).isEqualTo(200);
        assertThat(emptied.json()).doesNotContainKey("fee");
        Answer changed = ADMIN.patch("/" + TYPE + "/" + id, "{\"price\":{\"amount\":99,\"currency\":\"VND\"}}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(ADMIN.get("/" + TYPE + "/" + id + "/audit").text()).contains("1234567 VND", "99 VND");
    }

    @Test
    void whatIsNoAmountIsRefusedAtItsField() {
        refused(",'price':{'amount':12.345,'currency':'USD'}", "price", "USD", "2 chữ số");
        refused(",'price':{'amount':'1.5','currency':'VND'}", "price", "VND", "0 chữ số");
        refused(",'price':'12.345 USD'", "price", "Không rõ");
        refused(",'price':{'amount':1,'currency':'ABC'}", "price", "ABC");
        refused(",'price':{'amount':1,'valuta':'VND'}", "price", "không phải số tiền");
        refused(",'price':{'amount':{},'currency':'VND'}", "price", "không phải số");
        refused(",'price':[1,2]", "price", "không phải số tiền");
        refused(",'price':{'amount':1e999999999,'currency':'VND'}", "price", "15");
        refused(",'price':'-1 VND'", "price", "nhỏ hơn");
        refused(",'price':'5.000.000.001 đ'", "price", "lớn hơn");
        // a limit in dong says nothing of yuan
        refused(",'price':'5 CNY'", "price", "VND", "5.00 CNY");
        create("Một", ",'code':'7 USD'");
        create("Hai", ",'code':'7 CNY'");
        refused(",'code':{'amount':7.00,'currency':'USD'}", "code", "Một");
    }

    @Test
    void listsFilterWithinACurrencyAndOrderByItFirst() {
        create("L1", ",'pieces':77,'fee':'9 USD'");
        create("L2", ",'pieces':77,'fee':'10 USD'");
        create("L3", ",'pieces':77,'fee':'9.50 CNY'");
        create("L4", ",'pieces':77,'fee':'1000 VND'");
        assertThat(names(filter("pieces == 77 && fee > '9 USD'"))).containsExactly("L2");
        assertThat(names(filter("pieces == 77 && fee == '9.5 CNY'"))).containsExactly("L3");
        assertThat(names(filter("pieces == 77 && fee < '5000 VND'"))).containsExactly("L4");
        assertThat(names(filter("pieces == 77 && fee != '9 USD'"))).containsExactlyInAnyOrder("L2", "L3", "L4");
        assertThat(names(filter("pieces == 77") + "&sort=fee")).containsExactly("L3", "L1", "L2", "L4");
        assertThat(names(filter("pieces == 77") + "&sort=-fee")).containsExactly("L4", "L2", "L1", "L3");
        Answer bare = ADMIN.with("Accept-Language", "zh-CN").get("/" + TYPE + "?" + filter("fee > 9"));
        assertThat(bare.status()).isEqualTo(400);
        assertThat(bare.text()).contains("币种");
    }

    @Test
    void formulasAndRollUpsReckonWithinACurrency() {
        long parent = create("Cha", "");
        assertThat(open(parent)).doesNotContainKey("gathered");
        long one = create("Con", ",'price':150000,'pieces':3,'fee':'5000 VND','parent':" + parent);
        assertThat(told(open(one), "total")).isEqualTo("450000 VND");
        assertThat(told(open(one), "both")).isEqualTo("155000 VND");
        assertThat(open(one).getJsonNumber("plain").bigDecimalValue()).isEqualByComparingTo(new BigDecimal(150000));
        create("Con nữa", ",'price':50,'parent':" + parent);
        gathered(parent, "gathered", "150050 VND");
        gathered(parent, "best", "150000 VND");
        // two currencies are no figure
        ADMIN.patch("/" + TYPE + "/" + one, "{\"fee\":\"5 USD\"}");
        assertThat(open(one)).doesNotContainKey("both");
        Answer wrong = ADMIN.post(
                "/metadata/drafts",
                "{\"why\":\"test\",\"changes\":["
                        + add(TYPE, field("wrong", "money", "'formula':'price + 5',"))
                                .replace('\'', '"') + "]}");
        assertThat(wrong.status()).as("%s", wrong).isEqualTo(400);
        assertThat(wrong.text()).contains("wrong.formula");
    }

    private static void gathered(long id, String field, String wanted) {
        String path = "/" + TYPE + "/" + id;
        ADMIN.await(
                path, a -> a.json().containsKey(field) && told(a.json(), field).equals(wanted));
        assertThat(told(open(id), field)).isEqualTo(wanted);
    }

    @Test
    void filesBringAndTakeAmountsWithoutLoss() {
        byte[] rows =
                ("name\tprice\tfee\tpieces\nF1\t1.234.567 đ\tUS$ 12.50\t88\nF2\t15000\t¥1,234.56\t88\nF3\t1\t12.345 USD\t88\n")
                        .getBytes(StandardCharsets.UTF_8);
        Answer started = ADMIN.upload("/imports", "rows.tsv", rows, Map.of("type", TYPE));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer done = ADMIN.await(
                started.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(names(filter("pieces == 88"))).as("%s", done).containsExactlyInAnyOrder("F1", "F2");
        String file = ADMIN.get("/" + TYPE + "/export?format=csv&" + filter("pieces == 88") + "&columns=name,price,fee")
                .text();
        assertThat(file).contains("1234567 VND", "12.50 USD", "15000 VND", "1234.56 CNY");
        byte[] again = file.replace("F1", "G1").replace("F2", "G2").getBytes(StandardCharsets.UTF_8);
        Answer back = ADMIN.upload("/imports", "again.csv", again, Map.of("type", TYPE));
        ADMIN.await(back.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(names(filter("fee == '1234.56 CNY' && price == '15000 VND'")))
                .containsExactlyInAnyOrder("F2", "G2");
        assertThat(names(filter("fee == '12.50 USD' && price == '1234567 VND'")))
                .containsExactlyInAnyOrder("F1", "G1");
    }

    @Test
    void schemasDescribeAmountsAndRulesUseThem() {
        JsonObject document = ADMIN.get("/crm/openapi.json").json();
        assertThat(document.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject("Money")
                        .toString())
                .contains("amount", "currency");
        JsonObject schema = ADMIN.get("/metadata").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals(TYPE))
                .findFirst()
                .orElseThrow()
                .getJsonObject("schema");
        assertThat(schema.getJsonObject("properties").getJsonObject("price").toString())
                .contains("Money");
        Answer rule = ADMIN.post(
                "/automations",
                ("{'name':'Giá " + MARK + "','type':'" + TYPE + "','trigger':{'on':'created'},"
                                + "'condition':'price >= \\'2.000.000 đ\\'',"
                                + "'actions':[{'do':'set','fields':{'seen':true,'fee':'3 CNY'}}]}")
                        .replace("\\'", "`")
                        .replace('\'', '"')
                        .replace('`', '\''));
        assertThat(rule.status()).as("%s", rule).isEqualTo(201);
        try {
            long small = create("Nhỏ", ",'price':'1.999.999 đ'");
            long large = create("Lớn", ",'price':'2.000.000 đ'");
            ADMIN.await("/" + TYPE + "/" + large, a -> a.json().containsKey("seen"));
            assertThat(told(open(large), "fee")).isEqualTo("3.00 CNY");
            assertThat(told(open(small), "fee")).isEqualTo("10.00 USD");
        } finally {
            ADMIN.delete("/automations/" + rule.json().getInt("id"));
        }
    }

    @Test
    void aTemplateTellsAmountsAsItsReaderWritesThem() {
        long id = create("Thư", ",'price':'1.234.567 đ','fee':'1234.5 CNY'");
        Answer made = ADMIN.post(
                "/templates",
                ("{'code':'money-" + MARK.toLowerCase() + "','name':'Money','kind':'mail','type':'" + TYPE
                                + "','fallback':'vi','texts':{'vi':{'subject':'S','body':'{{price}} / {{fee}}'},"
                                + "'zh-CN':{'subject':'S','body':'{{price}} / {{fee}}'}}}")
                        .replace('\'', '"'));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        assertThat(preview(made, id, "vi").replace('\u00a0', ' ')).isEqualTo("1.234.567 ₫ / 1.234,50 CN¥");
        assertThat(preview(made, id, "zh-CN")).isEqualTo("₫1,234,567 / ¥1,234.50");
    }

    private static String preview(Answer template, long record, String language) {
        Answer seen = ADMIN.post(
                "/templates/" + template.json().getInt("id") + "/preview",
                "{\"recordId\":" + record + ",\"language\":\"" + language + "\"}");
        assertThat(seen.status()).as("%s", seen).isEqualTo(200);
        return seen.json().getString("body");
    }
}
