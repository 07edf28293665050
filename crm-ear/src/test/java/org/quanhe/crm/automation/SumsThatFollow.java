package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;
import org.quanhe.crm.harness.UnderWay;

/** Sums follow a file of records: each sum sets its automation off, once. */
public final class SumsThatFollow implements UnderWay {
    private static final int HOMES = 2_000;
    /** So many runs before the last nobody is surprised by the end. */
    private static final int MARGIN = 200;

    private final List<Long> homes = new ArrayList<>();
    /** Files of units, one each round: each brings every home another unit. */
    private final List<String> files = new CopyOnWriteArrayList<>();

    private String automation = "";

    @Override
    public String promise() {
        return "everySumThatFollowsSetsItsAutomationOffOnceInSpiteOfAKill";
    }

    @Override
    public void prepare(Crm admin) {
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
        done(
                admin,
                start(
                        admin,
                        "homes",
                        "name\n"
                                + IntStream.range(0, HOMES)
                                        .mapToObj(i -> "Nhà " + i)
                                        .collect(Collectors.joining("\n"))));
        homes.addAll(homes(admin));
        assertThat(homes).hasSize(HOMES);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Tổng\",\"type\":\"homes\",\"trigger\":{\"on\":\"changed\",\"field\":\"total\"},"
                        + "\"actions\":[{\"do\":\"set\",\"fields\":{\"seen\":\"{{total}}\"}}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        automation = "/automations/" + made.json().getJsonNumber("id");
    }

    @Override
    public void work(Crm admin) {
        files.add(start(
                admin,
                "units",
                homes.stream()
                        .map(home -> "Máy\t" + home + "\t7")
                        .collect(Collectors.joining("\n", "name\thome\tprice\n", ""))));
        end(admin);
    }

    @Override
    public boolean isMidway(Crm admin) {
        int ended = ended(admin.get(automation));
        return ended > HOMES * (files.size() - 1) && ended < HOMES * files.size() - MARGIN;
    }

    private static int ended(Answer automation) {
        return automation.json().getInt("done");
    }

    /** Waits until all is imported and every run is over. */
    private void end(Crm admin) {
        files.forEach(file -> done(admin, file));
        admin.await(automation, answer -> ended(answer) >= HOMES * files.size());
    }

    @Override
    public void check(Crm admin) {
        end(admin);
        List<Long> once = files.stream().flatMap(file -> homes.stream()).toList();
        assertThat(runs(admin, automation)).containsExactlyInAnyOrderElementsOf(once);
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
