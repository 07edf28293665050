package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** What is worked out behind a commit, because another record changed, sets automations off. */
class RecalculatedIT {
    private static final int MANY = 600;

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String homes = "homes" + mark;
    private final String units = "units" + mark;
    private final List<Long> made = new ArrayList<>();

    /** Homes gather the prices of their units and score them; units get the discount of their home. */
    @BeforeEach
    void shape() {
        Shaping.publish(
                admin,
                type(homes, number("discount", "") + "," + number("seen", "") + "," + number("other", "")),
                type(
                        units,
                        "{'name':'home','kind':'reference','target':'" + homes + "','labels':{'en':'Home'}},"
                                + number("price", "") + "," + number("told", "")
                                + ","
                                + number("net", "'formula':'has(home.discount) ? price - home.discount : price',")),
                add(homes, "total", "'rollup':{'type':'" + units + "','field':'home','function':'sum','of':'price'},"),
                add(homes, "score", "'formula':'total * 2',"));
    }

    @AfterEach
    void removeThem() {
        made.forEach(id -> admin.delete("/automations/" + id));
    }

    private static String type(String name, String fields) {
        return "{'op':'addType','type':{'name':'" + name + "','rights':'owned','labels':{'en':'" + name
                + "'},'fields':[" + fields + "]}}";
    }

    private static String number(String name, String more) {
        return "{'name':'" + name + "','kind':'number'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String add(String type, String field, String more) {
        return "{'op':'addField','type':'" + type + "','field':" + number(field, more) + "}";
    }

    private long automation(String type, String trigger, String condition, String actions) {
        Answer answer = admin.post(
                "/automations",
                ("{'name':'Luật " + made.size() + " " + mark + "','type':'" + type + "','trigger':" + trigger
                                + ",'condition':'" + condition + "','actions':" + actions + "}")
                        .replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        made.add(answer.json().getJsonNumber("id").longValue());
        return made.get(made.size() - 1);
    }

    private static String when(String field) {
        return "{'on':'changed','field':'" + field + "'}";
    }

    private static String set(String field, String value) {
        return "[{'do':'set','fields':{'" + field + "':'" + value + "'}}]";
    }

    private long create(String type, String values) {
        Answer answer = admin.post("/" + type, ("{'name':'Nhà " + mark + "'" + values + "}").replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private long unit(long home, String price) {
        return create(units, ",'home':" + home + ",'price':" + price);
    }

    private void patch(String type, long id, String field, String value) {
        Answer answer = admin.patch("/" + type + "/" + id, "{\"" + field + "\":" + value + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static boolean holds(Answer answer, String field, int wanted) {
        JsonObject json = answer.json();
        return json.containsKey(field) && json.getJsonNumber(field).doubleValue() == wanted;
    }

    private void follows(String type, long id, String field, int wanted) {
        Answer answer = admin.await("/" + type + "/" + id, a -> holds(a, field, wanted));
        assertThat(holds(answer, field, wanted))
                .as("%s should be %s: %s", field, wanted, answer)
                .isTrue();
    }

    private List<JsonObject> runs(long automation) {
        return items(admin.get("/automations/" + automation + "/runs?limit=200"));
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The runs of an automation, once there are so many of that state. */
    private List<JsonObject> runs(long automation, int count, String state) {
        List<JsonObject> runs = items(admin.await(
                "/automations/" + automation + "/runs?limit=200",
                answer -> items(answer).stream()
                                .filter(run -> run.getString("state").equals(state))
                                .count()
                        >= count));
        assertThat(runs).filteredOn(run -> run.getString("state").equals(state)).hasSize(count);
        return runs;
    }

    private List<Long> upload(String type, String rows) {
        Answer started =
                admin.upload("/imports", "rows.tsv", rows.getBytes(StandardCharsets.UTF_8), Map.of("type", type));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer done = admin.await(
                started.header("Location"), a -> a.json().getString("state").equals("done"));
        assertThat(done.json().getString("state")).as("%s", done).isEqualTo("done");
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page =
                    admin.get("/" + type + "?limit=200&sort=name" + cursor).json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> ids.add(item.getJsonNumber("id").longValue()));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return ids.stream().sorted().toList();
    }

    @Test
    void aSumThatFollowsSetsAnAutomationOffOnceAndTheRunSaysWhy() {
        long always = automation(homes, when("total"), "", set("seen", "{{total}}"));
        long large = automation(homes, when("total"), "total > 100", set("other", "{{total}}"));
        long any = automation(homes, "{'on':'changed'}", "", set("discount", "1"));
        long home = create(homes, "");
        unit(home, "40");
        follows(homes, home, "seen", 40);
        JsonObject run = runs(always, 1, "done").get(0);
        assertThat(run.getJsonArray("trace").toString()).contains("related records", "seen=40");
        assertThat(run.getJsonNumber("recordId").longValue()).isEqualTo(home);
        assertThat(runs(large)).isEmpty();
        unit(home, "70.5");
        runs(always, 2, "done");
        assertThat(runs(large, 1, "done").get(0).getJsonArray("trace").toString())
                .contains("total > 100");
        assertThat(admin.get("/" + homes + "/" + home)
                        .json()
                        .getJsonNumber("other")
                        .doubleValue())
                .isEqualTo(110.5);
        // what follows is no edit of the record: only the steps "seen" and "other" were
        assertThat(runs(any)).isNotEmpty().allSatisfy(one -> assertThat(
                        one.getJsonArray("trace").toString())
                .doesNotContain("related records"));
        assertThat(admin.get("/" + homes + "/" + home + "/audit").text()).doesNotContain("\"total\"");
    }

    @Test
    @Tag("R026")
    void aSumThatPassesALimitSetsAnAutomationOffOnce() {
        long id = automation(homes, "{'on':'crossed','field':'total','limit':100}", "", set("seen", "{{total}}"));
        long home = create(homes, "");
        unit(home, "40");
        follows(homes, home, "total", 40);
        unit(home, "70");
        follows(homes, home, "seen", 110);
        unit(home, "5");
        follows(homes, home, "total", 115);
        assertThat(runs(id, 1, "done")).hasSize(1);
    }

    @Test
    void aFormulaThatReadsAlongAReferenceSetsAnAutomationOff() {
        long id = automation(units, when("net"), "net < 50", set("told", "{{net}}"));
        long home = create(homes, ",'discount':5");
        long unit = unit(home, "60");
        long other = unit(create(homes, ""), "60");
        follows(units, unit, "net", 55);
        patch(homes, home, "discount", "20");
        follows(units, unit, "told", 40);
        assertThat(runs(id, 1, "done")).singleElement().satisfies(run -> assertThat(
                        run.getJsonNumber("recordId").longValue())
                .isEqualTo(unit));
        follows(units, other, "net", 60);
    }

    @Test
    void aRunThatWaitsForWhatIsGatheredGoesOn() {
        long id = automation(
                homes,
                "{'on':'created'}",
                "",
                "[{'do':'waitUntil','condition':'total > 10','days':14},{'do':'set','fields':{'seen':'{{total}}'}}]");
        long home = create(homes, "");
        // by itself it would look again in a quarter of an hour
        Instant soon = Instant.now().plus(Duration.ofMinutes(5));
        Answer waiting = admin.await("/automations/" + id + "/runs", answer -> items(answer).stream()
                .anyMatch(run -> Instant.parse(run.getString("nextAt")).isAfter(soon)));
        assertThat(waiting.text()).contains("Waits until");
        unit(home, "11");
        follows(homes, home, "seen", 11);
    }

    @Test
    void aCircleThatGoesOverAnotherRecordIsNamedAndNotRun() {
        long first = automation(units, when("net"), "", set("price", "{{net}}"));
        long second = automation(homes, when("total"), "", set("discount", "{{total}}"));
        long home = create(homes, ",'discount':1");
        long unit = unit(home, "9");
        // the new unit is summed up, which sets the discount, which changes what remains, which sets the price …
        JsonObject stopped = runs(second, 1, "stopped").get(0);
        assertThat(stopped.getJsonArray("trace").toString())
                .contains("Luật 1 " + mark + " → Luật 0 " + mark + " → Luật 1 " + mark);
        assertThat(runs(second)).hasSize(2);
        runs(first, 1, "done");
        follows(units, unit, "price", 0);
        follows(homes, home, "total", 0);
    }

    @Test
    void aFileOfUnitsSetsTheAutomationOffForEachHome() {
        long id = automation(homes, when("total"), "", set("seen", "{{total}}"));
        long one = create(homes, "");
        long two = create(homes, "");
        StringBuilder rows = new StringBuilder("name\thome\tprice\n");
        for (int i = 0; i < 30; i++) {
            rows.append("Máy ")
                    .append(i)
                    .append('\t')
                    .append(i % 2 == 0 ? one : two)
                    .append("\t2\n");
        }
        upload(units, rows.toString());
        follows(homes, one, "seen", 30);
        follows(homes, two, "seen", 30);
        // a file comes in a few portions: by no means is there a run for each row
        assertThat(runs(id)).hasSizeBetween(2, 4);
    }

    @Test
    void whatIsPublishedSetsNothingOffButWhatPeopleChangeMeanwhileDoes() {
        StringBuilder rows = new StringBuilder("name\tdiscount\n");
        for (int i = 0; i < MANY; i++) {
            rows.append("Nhà ").append(i).append("\t1\n");
        }
        List<Long> all = upload(homes, rows.toString());
        long last = all.get(MANY - 1);
        long early = all.get(0);
        unit(early, "3");
        long unit = unit(last, "5");
        follows(homes, early, "score", 6);
        follows(homes, last, "score", 10);
        long id = automation(homes, when("score"), "", set("seen", "{{score}}"));
        long behind = automation(units, when("net"), "", set("told", "{{net}}"));
        Shaping.publish(
                admin,
                "{'op':'changeField','type':'" + homes + "','name':'score','set':{'formula':'total * 3 + 1'}}",
                "{'op':'changeField','type':'" + units
                        + "','name':'net','set':{'formula':'has(home.score) ? price - home.score : price'}}");
        // its turn comes last: what a person changes is worked out together with what was published
        patch(units, unit, "price", "7");
        follows(homes, last, "seen", 22);
        follows(homes, early, "score", 10);
        follows(units, unit, "net", -15);
        assertThat(runs(id)).isNotEmpty().allSatisfy(run -> assertThat(
                        run.getJsonNumber("recordId").longValue())
                .isEqualTo(last));
        assertThat(runs(behind)).isNotEmpty().allSatisfy(run -> assertThat(
                        run.getJsonNumber("recordId").longValue())
                .isEqualTo(unit));
    }
}
