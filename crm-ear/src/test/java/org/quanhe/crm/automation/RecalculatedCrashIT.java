package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Shaping;

/** {@code kill -9} while sums follow a file of records: each sum sets its automation off, once. */
@Tag("crash")
class RecalculatedCrashIT {
    private static final int HOMES = 2_000;

    @Test
    void everySumThatFollowsSetsItsAutomationOffOnceInSpiteOfAKill() throws Exception {
        CrmProcess server = CrmProcess.fresh("recalculated").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Shaping.publish(
                admin,
                type("homes", number("seen", "")),
                type(
                        "units",
                        "{'name':'home','kind':'reference','target':'homes','labels':{'en':'Home'}},"
                                + number("price", "")),
                "{'op':'addField','type':'homes','field':"
                        + number("total", "'rollup':{'type':'units','field':'home','function':'sum','of':'price'},")
                        + "}");
        upload(
                admin,
                "homes",
                "name\n" + IntStream.range(0, HOMES).mapToObj(i -> "Nhà " + i).collect(Collectors.joining("\n")));
        List<Long> homes = homes(admin);
        assertThat(homes).hasSize(HOMES);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Tổng\",\"type\":\"homes\",\"trigger\":{\"on\":\"changed\",\"field\":\"total\"},"
                        + "\"actions\":[{\"do\":\"set\",\"fields\":{\"seen\":\"{{total}}\"}}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String automation = "/automations/" + made.json().getJsonNumber("id");
        String imported = start(
                admin,
                "units",
                homes.stream()
                        .map(home -> "Máy\t" + home + "\t7")
                        .collect(Collectors.joining("\n", "name\thome\tprice\n", "")));
        admin.await(
                automation + "/runs",
                answer -> !answer.json().getJsonArray("items").isEmpty());
        server.kill9();

        server.start();
        Crm again = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        done(again, imported);
        again.await(automation, answer -> answer.json().getInt("done") >= HOMES);
        assertThat(runs(again, automation)).containsExactlyInAnyOrderElementsOf(homes);
        server.stop();
    }

    private static String type(String name, String fields) {
        return "{'op':'addType','type':{'name':'" + name + "','rights':'owned','labels':{'en':'" + name
                + "'},'fields':[" + fields + "]}}";
    }

    private static String number(String name, String more) {
        return "{'name':'" + name + "','kind':'number'," + more + "'labels':{'en':'" + name + "'}}";
    }

    private static String start(Crm crm, String type, String rows) {
        Answer started =
                crm.upload("/imports", "rows.tsv", rows.getBytes(StandardCharsets.UTF_8), Map.of("type", type));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        return started.header("Location");
    }

    private static void upload(Crm crm, String type, String rows) {
        done(crm, start(crm, type, rows));
    }

    private static void done(Crm crm, String job) {
        crm.await(job, answer -> answer.json().getString("state").equals("done"));
    }

    private static List<Long> homes(Crm crm) {
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = crm.get("/homes?limit=200&sort=name" + cursor).json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> ids.add(item.getJsonNumber("id").longValue()));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return ids;
    }

    /** Numbers of the records of all runs. */
    private static List<Long> runs(Crm crm, String automation) {
        List<Long> records = new ArrayList<>();
        String cursor = "";
        List<JsonObject> page;
        do {
            page = crm.get(automation + "/runs?limit=200" + cursor)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            page.forEach(run -> records.add(run.getJsonNumber("recordId").longValue()));
            cursor =
                    page.isEmpty() ? "" : "&cursor=" + page.get(page.size() - 1).getInt("id");
        } while (!page.isEmpty());
        return records;
    }
}
