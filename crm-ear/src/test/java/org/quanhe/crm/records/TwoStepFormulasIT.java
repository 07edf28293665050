package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Formulas that follow two references in a row: an order, its buyer, the group that the buyer belongs to. */
class TwoStepFormulasIT {
    private static final String ALL = Long.toString(System.nanoTime(), 36);

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String less = "less_" + mark;
    private String groups = "groups" + ALL;
    private String buyers = "buyers" + ALL;
    private String orders = "orders" + ALL;

    private static String field(String name, String kind, String more) {
        return "{'name':'" + name + "','kind':'" + kind + "'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String number(String name, String more) {
        return field(name, "number", more);
    }

    private static String type(String name, String... fields) {
        return "{'op':'addType','type':{'name':'" + name + "','rights':'owned','labels':{'en':'" + name
                + "'},'fields':[" + String.join(",", fields) + "]}}";
    }

    private static String add(String type, String field) {
        return "{'op':'addField','type':'" + type + "','field':" + field + "}";
    }

    private static String change(String type, String name, String set) {
        return "{'op':'changeField','type':'" + type + "','name':'" + name + "','renameUses':true,'set':" + set + "}";
    }

    /** Shapes the three types, without a formula. */
    private static void types(String mark) {
        Shaping.publish(
                Crm.admin(),
                type("groups" + mark, number("discount", "")),
                type(
                        "buyers" + mark,
                        field("grp", "reference", "'target':'groups" + mark + "',"),
                        number("weight", "")),
                type(
                        "orders" + mark,
                        field("buyer", "reference", "'target':'buyers" + mark + "',"),
                        number("price", "")));
    }

    @BeforeAll
    static void shapeForAll() {
        types(ALL);
    }

    /** For a test that gives the fields other names. */
    private void ownTypes() {
        types(mark);
        groups = "groups" + mark;
        buyers = "buyers" + mark;
        orders = "orders" + mark;
    }

    /** The order with these fields beside buyer and price. */
    private void shape(String... more) {
        Shaping.publish(admin, Arrays.stream(more).map(one -> add(orders, one)).toArray(String[]::new));
    }

    private Answer draft(String language, String... changes) {
        return admin.with("Accept-Language", language)
                .post(
                        "/metadata/drafts",
                        "{\"why\":\"test\",\"changes\":["
                                + String.join(",", changes).replace('\'', '"') + "]}");
    }

    private String create(String type, String values) {
        Answer made = admin.post("/" + type, "{\"name\":\"Bà " + mark + "\"" + values.replace('\'', '"') + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").toString();
    }

    private void patch(String path, String values) {
        Answer changed = admin.patch(path, values.replace('\'', '"'));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
    }

    private void delete(String path) {
        assertThat(admin.delete(path).status()).isEqualTo(204);
    }

    private void restore(String path) {
        assertThat(admin.post(path + "/restore", "{}").status()).isEqualTo(200);
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

    private void tells(String path, String field, String wanted) {
        Answer answer = admin.await(path, a -> a.json().getString(field, "").equals(wanted));
        assertThat(answer.json().getString(field, "")).as("%s", answer).isEqualTo(wanted);
    }

    @Test
    @Tag("R026")
    void aValueFollowsEveryRecordOnTheWay() {
        shape(number(less, "'list':true,'formula':'price * buyer.grp.discount',"));
        String grown = create(groups, ",'discount':2");
        String other = create(groups, ",'discount':10");
        String buyer = create(buyers, ",'grp':" + grown);
        String second = create(buyers, ",'grp':" + other);
        String order = create(orders, ",'buyer':" + buyer + ",'price':1.5");
        String path = "/" + orders + "/" + order;
        assertThat(holds(admin.get(path), less, "3"))
                .as("worked out with the save itself")
                .isTrue();
        String before = admin.get(path + "/audit").text();
        patch("/" + groups + "/" + grown, "{'discount':4}");
        follows(path, less, "6");
        patch("/" + buyers + "/" + buyer, "{'grp':" + other + "}");
        follows(path, less, "15");
        patch("/" + groups + "/" + grown, "{'discount':5}");
        patch("/" + groups + "/" + other, "{'discount':20}");
        follows(path, less, "30");
        assertThat(admin.get(path + "/audit").text())
                .as("what follows is no edit")
                .isEqualTo(before);
        admin.await(
                "/" + orders + "?filter=" + Crm.encode(less + " == 30 && name.contains('" + mark + "')"),
                a -> a.json().getJsonArray("items").size() == 1);

        delete("/" + groups + "/" + other);
        follows(path, less, "");
        restore("/" + groups + "/" + other);
        follows(path, less, "30");
        delete("/" + buyers + "/" + buyer);
        follows(path, less, "");
        restore("/" + buyers + "/" + buyer);
        follows(path, less, "30");

        patch("/" + buyers + "/" + second, "{'grp':null}");
        patch(path, "{'buyer':" + second + "}");
        follows(path, less, "");
        patch("/" + buyers + "/" + second, "{'grp':" + grown + "}");
        follows(path, less, "7.5");
    }

    @Test
    void stepsOfTheApplicationAndOfAdministratorsGoTogether() {
        Shaping.publish(
                admin,
                add("customers", field("grp_" + mark, "reference", "'target':'" + groups + "',")),
                add("opportunities", number("less_" + mark, "'formula':'customer.grp_" + mark + ".discount * 2',")),
                add(orders, field("client_" + mark, "reference", "'target':'customers',")),
                add(orders, field("crew_" + mark, "text", "'formula':'client_" + mark + ".team.name',")));
        String team = create("teams", "");
        String group = create(groups, ",'discount':2");
        String customer = create("customers", ",'team':" + team + ",'grp_" + mark + "':" + group);
        String chance = create("opportunities", ",'customer':" + customer);
        String order = create(orders, ",'client_" + mark + "':" + customer);
        follows("/opportunities/" + chance, "less_" + mark, "4");
        tells("/" + orders + "/" + order, "crew_" + mark, "Bà " + mark);
        patch("/" + groups + "/" + group, "{'discount':3}");
        follows("/opportunities/" + chance, "less_" + mark, "6");
        patch("/teams/" + team, "{'name':'Đội " + mark + "'}");
        tells("/" + orders + "/" + order, "crew_" + mark, "Đội " + mark);
        Shaping.publish(
                admin,
                "{'op':'retireField','type':'opportunities','name':'less_" + mark + "'}",
                "{'op':'retireField','type':'customers','name':'grp_" + mark + "'}");
    }

    @Test
    void whetherAStepIsThereCanBeAsked() {
        shape(
                number(less, "'formula':'has(buyer.grp.discount) ? buyer.grp.discount : 1',"),
                field("grouped_" + mark, "yes-no", "'formula':'has(buyer.grp)',"));
        String group = create(groups, "");
        String buyer = create(buyers, "");
        String order = create(orders, ",'buyer':" + buyer);
        String path = "/" + orders + "/" + order;
        follows(path, less, "1");
        assertThat(admin.get(path).json().getBoolean("grouped_" + mark)).isFalse();
        patch("/" + buyers + "/" + buyer, "{'grp':" + group + "}");
        admin.await(path, a -> a.json().getBoolean("grouped_" + mark));
        follows(path, less, "1");
        patch("/" + groups + "/" + group, "{'discount':7}");
        follows(path, less, "7");
    }

    @Test
    void aFormulaThatIsPublishedIsWorkedOutForTheRecordsThatAreThere() {
        String group = create(groups, ",'discount':2");
        String order = create(orders, ",'price':3,'buyer':" + create(buyers, ",'grp':" + group));
        Shaping.publish(admin, add(orders, number(less, "'formula':'buyer.grp.discount * price',")));
        follows("/" + orders + "/" + order, less, "6");
        patch("/" + groups + "/" + group, "{'discount':4}");
        follows("/" + orders + "/" + order, less, "12");
    }

    @Test
    void rollUpsAndFormulasGoTogether() {
        shape(number(less, "'formula':'buyer.grp.discount * price',"));
        Shaping.publish(
                admin,
                add(
                        buyers,
                        number(
                                "total_" + mark,
                                "'rollup':{'type':'" + orders + "','field':'buyer','function':'sum','of':'" + less
                                        + "','filter':'" + less + " > 1'},")),
                add(
                        groups,
                        number(
                                "members_" + mark,
                                "'rollup':{'type':'" + buyers + "','field':'grp','function':'count'},")),
                add(orders, number("share_" + mark, "'formula':'price / buyer.grp.members_" + mark + "',")));
        String group = create(groups, ",'discount':2");
        String buyer = create(buyers, ",'grp':" + group);
        String order = create(orders, ",'price':3,'buyer':" + buyer);
        create(orders, ",'price':4,'buyer':" + buyer);
        follows("/" + buyers + "/" + buyer, "total_" + mark, "14");
        follows("/" + orders + "/" + order, "share_" + mark, "3");
        patch("/" + groups + "/" + group, "{'discount':10}");
        follows("/" + buyers + "/" + buyer, "total_" + mark, "70");
        create(buyers, ",'grp':" + group);
        follows("/" + orders + "/" + order, "share_" + mark, "1.5");
    }

    @Test
    void whatIsWrongIsToldAtItsPlace() {
        Shaping.publish(admin, add(groups, field("head_" + mark, "reference", "'target':'" + buyers + "',")));
        Answer noReference = draft("en", add(orders, number("x", "'formula':'1 + buyer.weight.discount',")));
        assertThat(noReference.status()).isEqualTo(400);
        assertThat(noReference.text())
                .contains(orders + ".x.formula", "Line 1, column 11", "weight", "points to no other record");
        Answer noField = draft("en", add(orders, number("x", "'formula':'1 +\\n buyer.grp.discont',")));
        assertThat(noField.text()).contains(orders + ".x.formula", "Line 2, column 12", "discont");
        Answer wrongKind = draft("en", add(orders, number("x", "'formula':'buyer.grp.name',")));
        assertThat(wrongKind.text()).contains(orders + ".x.formula", "Text", "Number");
        Answer wrongUse = draft("en", add(orders, number("x", "'formula':'buyer.grp.name + 1',")));
        assertThat(wrongUse.text()).contains(orders + ".x.formula", "does not go with");

        String far = "'formula':'price + buyer.grp.head_" + mark + ".weight',";
        for (String said : List.of(
                "en|Line 1, column 19: A formula follows two references in a row at the most",
                "vi|Dòng 1, cột 19: Công thức đi theo nhiều nhất hai tham chiếu liên tiếp",
                "zh-CN|第 1 行，第 19 列：公式最多连续经过两个引用",
                "zh-TW|第 1 行，第 19 欄：公式最多連續經過兩個參照")) {
            String[] parts = said.split("\\|");
            Answer answer = draft(parts[0], add(orders, number("x", far)));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).contains(orders + ".x.formula", parts[1], "head_" + mark);
        }
        // what is only asked for counts as a step, too
        assertThat(draft("en", add(orders, field("x", "yes-no", "'formula':'has(buyer.grp.head_" + mark + ")',")))
                        .text())
                .contains("two references in a row");
    }

    @Test
    void aCircleOverTwoStepsIsRefusedWithItsPath() {
        shape(number(less, "'formula':'buyer.grp.discount * price',"));
        Answer around = draft(
                "en",
                add(
                        buyers,
                        number(
                                "spent",
                                "'rollup':{'type':'" + orders + "','field':'buyer','function':'sum','of':'" + less
                                        + "'},")),
                add(
                        groups,
                        number(
                                "sum",
                                "'rollup':{'type':'" + buyers + "','field':'grp','function':'sum','of':'spent'},")),
                change(orders, less, "{'formula':'buyer.grp.sum + price'}"));
        assertThat(around.status()).isEqualTo(400);
        assertThat(around.text())
                .contains(
                        orders + "." + less + " → " + groups + ".sum",
                        groups + ".sum → " + buyers + ".spent",
                        buyers + ".spent → " + orders + "." + less);
        // two steps of the same type
        Answer itself = draft(
                "en",
                add(orders, field("former", "reference", "'target':'" + orders + "',")),
                add(orders, number("depth", "'formula':'former.former.depth + 1',")));
        assertThat(itself.text()).contains(orders + ".depth → " + orders + ".depth");
    }

    @Test
    void aFieldInAnyStepIsRenamedTogetherWithTheFormula() {
        ownTypes();
        shape(number(less, "'formula':'buyer.grp.discount * price',"));
        String group = create(groups, ",'discount':2");
        String order = create(orders, ",'price':3,'buyer':" + create(buyers, ",'grp':" + group));
        Answer refused =
                draft("en", "{'op':'changeField','type':'" + buyers + "','name':'grp','set':{'name':'circle'}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(orders + "." + less, "renameUses");
        Shaping.publish(
                admin,
                change(buyers, "grp", "{'name':'circle'}"),
                change(groups, "discount", "{'name':'rebate'}"),
                change(orders, "buyer", "{'name':'client'}"),
                change(orders, "price", "{'name':'value'}"));
        patch("/" + groups + "/" + group, "{'rebate':5}");
        follows("/" + orders + "/" + order, less, "15");
        for (String hidden : List.of(buyers + "|circle", groups + "|rebate", orders + "|client")) {
            String[] parts = hidden.split("\\|");
            assertThat(draft("en", "{'op':'retireField','type':'" + parts[0] + "','name':'" + parts[1] + "'}")
                            .status())
                    .as(hidden)
                    .isEqualTo(400);
        }
    }

    @Test
    void oneNameInTwoStepsIsRenamedInBoth() {
        ownTypes();
        Shaping.publish(
                admin,
                add(orders, field("former", "reference", "'target':'" + orders + "',")),
                add(orders, number("grand", "'formula':'former.former.price',")));
        Shaping.publish(admin, change(orders, "former", "{'name':'earlier'}"));
        String first = create(orders, ",'price':7");
        String second = create(orders, ",'price':8,'earlier':" + first);
        String third = create(orders, ",'earlier':" + second);
        follows("/" + orders + "/" + third, "grand", "7");
        patch("/" + orders + "/" + first, "{'price':9}");
        follows("/" + orders + "/" + third, "grand", "9");
    }

    @Test
    void whoMayNotReadAStepDoesNotSeeWhatComesOverIt() {
        shape(
                field("told_" + mark, "text", "'formula':'buyer.grp.name',"),
                number(less, "'formula':'buyer.grp.discount',"));
        String group = create(groups, ",'discount':2");
        String order = create(orders, ",'buyer':" + create(buyers, ",'grp':" + group));
        follows("/" + orders + "/" + order, less, "2");
        for (String one : List.of(groups, buyers, orders)) {
            Shaping.right(admin, "marketing", one, "all", "none", "none");
        }
        Crm reader = Colleague.with(List.of("marketing"), List.of()).crm();
        String path = "/" + orders + "/" + order;
        assertThat(reader.get(path).json()).containsKeys(less, "told_" + mark);
        Shaping.show(admin, "marketing", groups, "discount", false);
        assertThat(reader.get(path).json()).containsKey("told_" + mark).doesNotContainKey(less);
        Shaping.show(admin, "marketing", groups, "discount", true);
        Shaping.show(admin, "marketing", buyers, "grp", false);
        assertThat(reader.get(path).json()).doesNotContainKeys(less, "told_" + mark);
        Shaping.show(admin, "marketing", buyers, "grp", true);
        assertThat(reader.get(path).json()).containsKeys(less, "told_" + mark);
        Shaping.right(admin, "marketing", groups, "none", "none", "none");
        assertThat(reader.get(path).json()).doesNotContainKeys(less, "told_" + mark);
    }
}
