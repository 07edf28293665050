package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Fields whose values are made from others: formulas, also across a relation, and roll-ups. */
class FormulasIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String area = "area_" + mark;
    private final String cooling = "cooling_" + mark;
    private final String units = "units" + mark;

    private Answer draft(String... changes) {
        return admin.post(
                "/metadata/drafts",
                "{\"why\":\"test\",\"changes\":[" + String.join(",", changes).replace('\'', '"') + "]}");
    }

    private void publish(String... changes) {
        Shaping.publish(admin, changes);
    }

    private static String number(String name, String more) {
        return "{'name':'" + name + "','kind':'number'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String add(String type, String field) {
        return "{'op':'addField','type':'" + type + "','field':" + field + "}";
    }

    private static String change(String type, String name, String set) {
        return "{'op':'changeField','type':'" + type + "','name':'" + name + "','set':" + set + "}";
    }

    private String units(String... fields) {
        return "{'op':'addType','type':{'name':'" + units + "','rights':'owned','labels':{'en':'Units " + mark
                + "'},'fields':[{'name':'customer','kind':'reference','target':'customers','labels':{'en':'Customer'}},"
                + number("price", "") + (fields.length == 0 ? "" : "," + String.join(",", fields)) + "]}}";
    }

    private long create(String type, String values) {
        Answer made = admin.post("/" + type, "{\"name\":\"Bà " + mark + "\"" + values.replace('\'', '"') + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private void patch(String path, String values) {
        Answer changed = admin.patch(path, values.replace('\'', '"'));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    }

    private static boolean holds(Answer answer, String field, String wanted) {
        JsonObject json = answer.json();
        boolean there = json.containsKey(field) && !json.isNull(field);
        return wanted.isEmpty()
                ? !there
                : there && json.getJsonNumber(field).bigDecimalValue().compareTo(new BigDecimal(wanted)) == 0;
    }

    /** The value follows soon; empty for none. */
    private void follows(String path, String field, String wanted) {
        Answer answer = admin.await(path, a -> holds(a, field, wanted));
        assertThat(holds(answer, field, wanted))
                .as("%s should be %s: %s", field, wanted, answer)
                .isTrue();
    }

    private List<Long> found(String type, String filter) {
        Answer answer = admin.get("/" + type + "?limit=200&filter=" + Crm.encode(filter));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonNumber("id").longValue())
                .toList();
    }

    @Test
    @Tag("R026")
    void coolingPowerIsAreaTimes600Everywhere() {
        publish(
                add("customers", number(area, "")),
                add("customers", number(cooling, "'list':true,'formula':'" + area + " * 600',")));
        long id = create("customers", ",'" + area + "':42.5");
        assertThat(admin.get("/customers/" + id).json().getJsonNumber(cooling).bigDecimalValue())
                .isEqualByComparingTo("25500");
        patch("/customers/" + id, "{'" + area + "':0.1}");
        assertThat(admin.get("/customers/" + id).json().getJsonNumber(cooling).bigDecimalValue())
                .isEqualByComparingTo("60");
        assertThat(found("customers", cooling + " >= 60 && name.contains('" + mark + "')"))
                .containsExactly(id);
        Answer written = admin.patch("/customers/" + id, "{\"" + cooling + "\":1}");
        assertThat(written.status()).isEqualTo(400);
        patch("/customers/" + id, "{'" + area + "':null}");
        assertThat(admin.get("/customers/" + id).json()).doesNotContainKey(cooling);

        String file = admin.get("/customers/export?format=csv&filter=" + Crm.encode("name.contains('" + mark + "')")
                        + "&columns=name," + cooling)
                .text();
        assertThat(file).contains(cooling);
        JsonObject schema = admin.get("/metadata").json().getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("customers"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("schema")
                .getJsonObject("properties")
                .getJsonObject(cooling);
        assertThat(schema.getBoolean("readOnly")).isTrue();

        byte[] rows = ("name\t" + area + "\nÔng nhập " + mark + "\t3\n").getBytes(StandardCharsets.UTF_8);
        Answer started = admin.upload("/imports", "rows.tsv", rows, Map.of("type", "customers"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        admin.await(started.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(found("customers", cooling + " == 1800 && name.contains('" + mark + "')"))
                .hasSize(1);
    }

    @Test
    void aFormulaThatIsPublishedIsWorkedOutForTheRecordsThatAreThere() {
        publish(add("customers", number(area, "")));
        long id = create("customers", ",'" + area + "':2");
        publish(add("customers", number(cooling, "'formula':'" + area + " * 600',")));
        follows("/customers/" + id, cooling, "1200");
        publish(change("customers", cooling, "{'formula':'" + area + " * 700'}"));
        follows("/customers/" + id, cooling, "1400");
        admin.await(
                "/customers?filter=" + Crm.encode(cooling + " == 1400"),
                a -> a.json().getJsonArray("items").size() == 1);
        assertThat(found("customers", cooling + " == 1400")).containsExactly(id);
    }

    @Test
    void whatIsGatheredFollowsTheRecordsThatPointHere() {
        String count = "count_" + mark;
        String sum = "sum_" + mark;
        String best = "best_" + mark;
        String twice = "twice_" + mark;
        publish(units());
        long before = create("customers", "");
        create(units, ",'customer':" + before + ",'price':5");
        publish(
                add("customers", number(count, "'rollup':{'type':'" + units + "','field':'customer'},")),
                add(
                        "customers",
                        number(
                                sum,
                                "'rollup':{'type':'" + units
                                        + "','field':'customer','function':'sum','of':'price','filter':'price > 1'},")),
                add(
                        "customers",
                        number(
                                best,
                                "'rollup':{'type':'" + units + "','field':'customer','function':'max','of':'price'},")),
                add("customers", number(twice, "'formula':'" + sum + " * 2',")));
        follows("/customers/" + before, sum, "5");
        follows("/customers/" + before, twice, "10");

        long customer = create("customers", "");
        long other = create("customers", "");
        assertThat(admin.get("/customers/" + customer).json().getInt(count)).isZero();
        Answer opened = admin.get("/customers/" + customer);
        long small = create(units, ",'customer':" + customer + ",'price':1");
        long big = create(units, ",'customer':" + customer + ",'price':9.75");
        follows("/customers/" + customer, count, "2");
        follows("/customers/" + customer, sum, "9.75");
        follows("/customers/" + customer, twice, "19.5");
        patch("/" + units + "/" + small, "{'price':2}");
        follows("/customers/" + customer, sum, "11.75");
        // who opened the customer before may still change it
        Answer late = admin.with("If-Match", opened.header("ETag"))
                .patch("/customers/" + customer, "{\"notes\":\"vẫn lưu được\"}");
        assertThat(late.status()).as("%s", late).isEqualTo(200);
        assertThat(admin.with("If-Match", opened.header("ETag"))
                        .patch("/customers/" + customer, "{\"notes\":\"muộn\"}")
                        .status())
                .isEqualTo(412);
        patch("/" + units + "/" + big, "{'customer':" + other + "}");
        follows("/customers/" + customer, count, "1");
        follows("/customers/" + other, best, "9.75");
        assertThat(admin.delete("/" + units + "/" + big).status()).isEqualTo(204);
        follows("/customers/" + other, count, "0");
        follows("/customers/" + other, best, "");
        assertThat(admin.post("/" + units + "/" + big + "/restore", "{}").status())
                .isEqualTo(200);
        follows("/customers/" + other, sum, "9.75");

        StringBuilder rows = new StringBuilder("name\tcustomer\tprice\n");
        for (int i = 1; i <= 20; i++) {
            rows.append("Máy ")
                    .append(i)
                    .append('\t')
                    .append(customer)
                    .append('\t')
                    .append(i)
                    .append('\n');
        }
        Answer started = admin.upload(
                "/imports", "rows.tsv", rows.toString().getBytes(StandardCharsets.UTF_8), Map.of("type", units));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer done = admin.await(
                started.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(done.json().getInt("written")).as("%s", done).isEqualTo(20);
        follows("/customers/" + customer, count, "21");
        follows("/customers/" + customer, sum, "211");
    }

    @Test
    void aFormulaAcrossARelationFollowsTheOtherRecord() {
        publish(
                add("customers", number(area, "")),
                units("{'name':'heat','kind':'number','formula':'has(customer.area_" + mark + ") ? customer.area_"
                        + mark + " * price : 0','labels':{'en':'Heat'}}"));
        long customer = create("customers", ",'" + area + "':3");
        long unit = create(units, ",'customer':" + customer + ",'price':1.5");
        follows("/" + units + "/" + unit, "heat", "4.5");
        long without = create(units, ",'price':2");
        follows("/" + units + "/" + without, "heat", "0");
        patch("/customers/" + customer, "{'" + area + "':10}");
        follows("/" + units + "/" + unit, "heat", "15");
        admin.await(
                "/" + units + "?filter=" + Crm.encode("heat == 15"),
                a -> a.json().getJsonArray("items").size() == 1);
        assertThat(found(units, "heat == 15")).containsExactly(unit);
        assertThat(admin.delete("/customers/" + customer).status()).isEqualTo(204);
        follows("/" + units + "/" + unit, "heat", "0");
        assertThat(admin.post("/customers/" + customer + "/restore", "{}").status())
                .isEqualTo(200);
        follows("/" + units + "/" + unit, "heat", "15");
    }

    @Test
    void whatIsWrongIsToldAtItsPlaceWhenTheDraftIsMade() {
        Answer answer = admin.with("Accept-Language", "vi")
                .post(
                        "/metadata/drafts",
                        ("{'changes':[" + add("customers", number(cooling, "'formula':'" + area + " * 600',")) + "]}")
                                .replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").toString())
                .contains("customers." + cooling + ".formula", "Dòng 1, cột 1", area);
        Answer huge = draft(add("customers", number(cooling, "'formula':'" + "1+".repeat(400_000) + "1',")));
        assertThat(huge.status()).as("%s", huge).isEqualTo(400);
        assertThat(huge.text()).contains("formula", "4,000").hasSizeLessThan(2_000);
        Answer larger = draft(add("customers", number(cooling, "'formula':'" + "1+".repeat(524_288) + "1',")));
        assertThat(larger.status()).as("%s", larger).isEqualTo(413);
        Answer wrongKind = draft(add("customers", number(cooling, "'formula':'name',")));
        assertThat(wrongKind.text()).contains("customers." + cooling + ".formula", "Text", "Number");
        Answer noReference = draft(
                add("customers", number(cooling, "'rollup':{'type':'products','field':'name','function':'count'},")));
        assertThat(noReference.text()).contains("customers." + cooling + ".rollup.field");
        Answer demanded = draft(add("customers", number(cooling, "'required':true,'formula':'1',")));
        assertThat(demanded.text()).contains("customers." + cooling + ".required");
    }

    @Test
    void aCircleIsRefusedWithItsPath() {
        Answer circle = draft(
                add("customers", number("a_" + mark, "'formula':'b_" + mark + " + 1',")),
                add("customers", number("b_" + mark, "'formula':'a_" + mark + " + 1',")));
        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.text()).contains("customers.a_" + mark + " → customers.b_" + mark + " → customers.a_" + mark);
        Answer around = draft(
                units("{'name':'share','kind':'number','formula':'customer.total_" + mark
                        + " / 2','labels':{'en':'Share'}}"),
                add(
                        "customers",
                        number(
                                "total_" + mark,
                                "'rollup':{'type':'" + units
                                        + "','field':'customer','function':'sum','of':'share'},")));
        assertThat(around.status()).isEqualTo(400);
        assertThat(around.text()).contains(" → " + units + ".share").contains("customers.total_" + mark);
    }

    @Test
    void aFieldThatAFormulaUsesIsRenamedTogetherWithIt() {
        publish(
                add("customers", number(area, "")),
                add("customers", number(cooling, "'formula':'" + area + " * 600',")),
                units("{'name':'heat','kind':'number','formula':'customer." + area + "','labels':{'en':'Heat'}}"));
        String surface = "surface_" + mark;
        Answer refused = draft(change("customers", area, "{'name':'" + surface + "'}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("changes[0].set.name", "customers." + cooling, units + ".heat", "renameUses");
        publish("{'op':'changeField','type':'customers','name':'" + area + "','renameUses':true,'set':{'name':'"
                + surface + "'}}");
        long id = create("customers", ",'" + surface + "':2");
        follows("/customers/" + id, cooling, "1200");
        long unit = create(units, ",'customer':" + id);
        follows("/" + units + "/" + unit, "heat", "2");
        // a field that a formula uses is not hidden either
        assertThat(draft("{'op':'retireField','type':'customers','name':'" + surface + "'}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatPeopleTypedIsNotOverwritten() {
        publish(add("customers", number(area, "")));
        Answer refused = draft(change("customers", area, "{'formula':'1'}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("changes[0].set.formula");
    }
}
