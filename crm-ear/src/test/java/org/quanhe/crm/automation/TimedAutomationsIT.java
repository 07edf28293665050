package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** What happens because it is time. */
class TimedAutomationsIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Crm admin = Crm.admin();
    private final String mark = "dengio" + Long.toString(System.nanoTime(), 36);
    private final List<Long> made = new ArrayList<>();

    private long automation(String type, String name, String trigger, String action) {
        Answer answer = admin.post(
                "/automations",
                ("{'name':'Giờ " + made.size() + " " + mark + "','type':'" + type + "','trigger':" + trigger
                                + ",'condition':'" + name + ".contains(\\'" + mark + "\\')','actions':[" + action
                                + "]}")
                        .replace("\\'", "~")
                        .replace('\'', '"')
                        .replace('~', '\''));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        made.add(answer.json().getJsonNumber("id").longValue());
        return made.get(made.size() - 1);
    }

    @AfterEach
    void removeThem() {
        made.forEach(id -> admin.delete("/automations/" + id));
    }

    private int record(String type, String values) {
        Answer answer = admin.post("/" + type, values.replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getInt("id");
    }

    private int customer(String values) {
        return record("customers", "{'name':'Chị " + mark + "'" + values + "}");
    }

    private void awaitDone(long automation, int runs) {
        Answer last = admin.await(
                "/automations/" + automation, answer -> answer.json().getInt("done") >= runs);
        assertThat(last.json().getInt("done")).as("%s", last).isEqualTo(runs);
    }

    /** Makes an automation for a moment that is soon; for a later one, where the machine was too slow for that. */
    private long beforeItsTime(ToLongFunction<ZonedDateTime> making) {
        for (int seconds = 4; ; seconds *= 2) {
            ZonedDateTime at =
                    ZonedDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
            long id = making.applyAsLong(at);
            if (ZonedDateTime.now(ZONE).isBefore(at.minusSeconds(1))) {
                return id;
            }
            admin.delete("/automations/" + id);
        }
    }

    private void set(String path, String field, Object value) {
        Answer answer = admin.patch(path, "{\"" + field + "\":\"" + value + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Test
    @Tag("R026")
    void onAScheduleEveryRecordThatFulfilsTheConditionRunsOnce() throws InterruptedException {
        List<Integer> meant = List.of(customer(",'city':'Huế'"), customer(""), customer(""));
        int other = record("customers", "{'name':'Người khác'}");
        long id = beforeItsTime(at -> automation(
                "customers",
                "name",
                "{'on':'schedule','every':'day','at':'" + at.toLocalTime() + "'}",
                "{'do':'set','fields':{'notes':'Đúng giờ {{name}}'}}"));
        awaitDone(id, meant.size());
        meant.forEach(customer -> assertThat(
                        admin.get("/customers/" + customer).json().getString("notes"))
                .isEqualTo("Đúng giờ Chị " + mark));
        assertThat(admin.get("/customers/" + other).json()).doesNotContainKey("notes");
        // the same time is over: neither another tick nor a save sets it off again
        admin.patch("/customers/" + meant.get(0), "{\"city\":\"Đà Nẵng\"}");
        customer("");
        TimeUnit.SECONDS.sleep(2);
        assertThat(admin.get("/automations/" + id + "/runs").json().getJsonArray("items"))
                .hasSize(meant.size());
        assertThat(admin.with("Accept-Language", "vi")
                        .get("/automations/" + id + "/runs")
                        .text())
                .contains("Đã đến hạn");
    }

    @Test
    @Tag("R026")
    void aDayOfTheRecordIsReachedOnceForEachValue() {
        String field = "han_" + mark;
        Shaping.publish(
                admin,
                "{'op':'addField','type':'customers','field':{'name':'" + field
                        + "','kind':'date','labels':{'en':'Warranty ends'}}}");
        try {
            int due = customer("");
            int later = customer("");
            int over = customer("");
            String trigger = "{'on':'date','field':'" + field + "','days':-3,'at':'";
            String task = "{'do':'task','subject':'Gọi trước {{" + field + "}}'}";
            long id = beforeItsTime(first -> {
                LocalDate inThreeDays = first.toLocalDate().plusDays(3);
                set("/customers/" + due, field, inThreeDays);
                set("/customers/" + later, field, inThreeDays.plusDays(1));
                set("/customers/" + over, field, inThreeDays.minusDays(1));
                return automation("customers", "name", trigger + first.toLocalTime() + "'}", task);
            });
            awaitDone(id, 1);
            JsonObject run = admin.get("/automations/" + id + "/runs")
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertThat(run.getInt("recordId")).isEqualTo(due);
            // saved again with another value, that value's time comes too; the others stay as they are
            ZonedDateTime second =
                    ZonedDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
            String changed = admin.get("/automations/" + id)
                    .json()
                    .getJsonObject("document")
                    .toString()
                    .replaceAll("\"at\":\"[^\"]*\"", "\"at\":\"" + second.toLocalTime() + "\"");
            set("/customers/" + later, field, second.toLocalDate().plusDays(3));
            set("/customers/" + due, field, second.toLocalDate().plusDays(9));
            assertThat(admin.send("PUT", "/automations/" + id, "application/json", changed)
                            .status())
                    .isEqualTo(200);
            awaitDone(id, 2);
            assertThat(admin.get("/automations/" + id + "/runs").text())
                    .contains("\"recordId\":" + later)
                    .doesNotContain("\"recordId\":" + over);
        } finally {
            removeThem();
            made.clear();
            Shaping.publish(admin, "{'op':'retireField','type':'customers','name':'" + field + "'}");
        }
    }

    @Test
    void aMomentIsReachedHoursBeforeIt() {
        int call = record("activities", "{'kind':'task','subject':'Gọi " + mark + "'}");
        int other = record("activities", "{'kind':'task','subject':'Mai " + mark + "'}");
        long id = beforeItsTime(at -> {
            Instant start = at.plusHours(2).toInstant();
            set("/activities/" + call, "startsAt", start);
            set("/activities/" + other, "startsAt", start.plusSeconds(900));
            return automation(
                    "activities",
                    "subject",
                    "{'on':'date','field':'startsAt','hours':-2}",
                    "{'do':'set','fields':{'body':'còn hai giờ'}}");
        });
        awaitDone(id, 1);
        assertThat(admin.get("/activities/" + call).json().getString("body")).isEqualTo("còn hai giờ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'on':'schedule','at':'08:00'}                                | trigger.every",
                "{'on':'schedule','every':'day','at':'noon'}                   | trigger.at",
                "{'on':'schedule','every':'week','day':'someday','at':'08:00'} | trigger.day",
                "{'on':'schedule','every':'month','day':32,'at':'08:00'}       | trigger.day",
                "{'on':'schedule','every':'month','day':1e9,'at':'08:00'}      | trigger.day",
                "{'on':'date','field':'colour','at':'08:00'}                   | trigger.field",
                "{'on':'date','field':'name','at':'08:00'}                     | trigger.field",
                "{'on':'date','field':'birthday'}                              | trigger.at",
                "{'on':'date','field':'birthday','at':'08:00','days':0.5}      | trigger.days",
                "{'on':'date','field':'birthday','at':'08:00','days':99999}    | trigger.days",
                "{'on':'date','field':'birthday','at':'08:00','hours':2}       | trigger.hours",
                "{'on':'date','field':'createdAt','at':'08:00'}                | trigger.at",
            })
    void aTimeThatCannotBeIsRefusedAtItsPlace(String trigger, String place) {
        Answer answer = admin.with("Accept-Language", "zh-CN")
                .post(
                        "/automations",
                        ("{'name':'x','type':'customers','trigger':" + trigger
                                        + ",'actions':[{'do':'task','subject':'s'}]}")
                                .replace('\'', '"'));
        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .anySatisfy(
                        violation -> assertThat(violation.getString("field")).isEqualTo(place));
        assertThat(answer.text()).doesNotContain("automation.error", "records.");
    }
}
