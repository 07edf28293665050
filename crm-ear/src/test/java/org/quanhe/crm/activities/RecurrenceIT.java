package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.WorkingHours;

/** Activities that repeat. */
class RecurrenceIT {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final LocalDate MONDAY =
            LocalDate.now(HANOI).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private final Crm admin = Crm.admin();
    private final Agenda agenda = new Agenda(admin);
    private final String mark = Agenda.mark();

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(HANOI).toInstant();
    }

    private Answer repeat(long id, String rule, String freeDays) {
        return admin.send(
                "PUT",
                "/activities/" + id + "/recurrence",
                "application/json",
                "{\"rule\":\"" + rule + "\",\"freeDays\":\"" + freeDays + "\"}");
    }

    private JsonObject series(long id) {
        return admin.get("/activities/" + id + "/recurrence").json();
    }

    private List<JsonObject> made(long id) {
        return series(id).getJsonArray("made").getValuesAs(JsonObject.class).stream()
                .sorted(Comparator.comparing(one -> one.getString("startsAt")))
                .toList();
    }

    /** Does the last one, and waits for the next. */
    private long next(long id, int before) {
        agenda.change(id, "{'done':true,'outcome':'reached','body':'lần " + before + "'}");
        admin.await(
                "/activities/" + id + "/recurrence",
                answer -> answer.json().getJsonArray("made").size() > before);
        List<JsonObject> all = made(id);
        assertThat(all).hasSize(before + 1);
        return all.get(before).getJsonNumber("id").longValue();
    }

    @Test
    @Tag("R191")
    void theNextIsMadeWhenTheLastIsDoneAndEachKeepsItsResult() {
        long customer = agenda.customer("Chị Lan " + mark);
        long first =
                agenda.plan("call", "Hỏi thăm " + mark, at(MONDAY, 9), ",'remindBefore':30,'customer':" + customer);
        Answer begun = repeat(first, "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4", "keep");
        assertThat(begun.status()).as("%s", begun).isEqualTo(200);
        assertThat(begun.json().getString("next")).isEqualTo(MONDAY.plusDays(3).toString());
        long last = first;
        for (int i = 1; i < 4; i++) {
            last = next(last, i);
        }
        agenda.change(last, "{'done':true,'outcome':'no-answer'}");
        JsonObject over = admin.await("/activities/" + last + "/recurrence", answer -> answer.json()
                        .getBoolean("ended"))
                .json();
        assertThat(over.getString("rule")).isEqualTo("FREQ=WEEKLY;BYDAY=MO,TH;COUNT=4");
        List<JsonObject> all = made(first);
        assertThat(all)
                .extracting(one -> one.getString("startsAt"))
                .containsExactly(
                        at(MONDAY, 9).toString(),
                        at(MONDAY.plusDays(3), 9).toString(),
                        at(MONDAY.plusDays(7), 9).toString(),
                        at(MONDAY.plusDays(10), 9).toString());
        assertThat(all)
                .extracting(one -> one.getString("outcome"))
                .containsExactly("reached", "reached", "reached", "no-answer");
        assertThat(all).allSatisfy(one -> {
            assertThat(one.getJsonObject("customer").getJsonNumber("id").longValue())
                    .isEqualTo(customer);
            assertThat(one.getInt("remindBefore")).isEqualTo(30);
        });
    }

    @Test
    @Tag("R191")
    void thisOneOrThisAndThoseThatFollowAreChanged() {
        long first = agenda.plan("call", "Gọi " + mark, at(MONDAY, 9), "");
        assertThat(repeat(first, "FREQ=WEEKLY;COUNT=5", "keep").status()).isEqualTo(200);
        long second = next(first, 1);
        agenda.change(second, "{'subject':'Chỉ lần này " + mark + "','startsAt':'" + at(MONDAY.plusDays(8), 15) + "'}");
        long third = next(second, 2);
        assertThat(agenda.activity(third).getString("subject")).isEqualTo("Gọi " + mark);
        assertThat(agenda.activity(third).getString("startsAt"))
                .isEqualTo(at(MONDAY.plusDays(14), 9).toString());
        Answer changed = admin.patch(
                "/activities/" + third + "/recurrence",
                "{\"subject\":\"Thăm " + mark + "\",\"kind\":\"visit\",\"startsAt\":\"" + at(MONDAY.plusDays(16), 14)
                        + "\"}");
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        assertThat(series(third).getString("rule")).isEqualTo("FREQ=WEEKLY;COUNT=3");
        assertThat(series(first).getBoolean("ended")).isTrue();
        assertThat(made(first)).hasSize(2);
        long fourth = next(third, 1);
        assertThat(agenda.activity(fourth).getString("subject")).isEqualTo("Thăm " + mark);
        assertThat(agenda.activity(fourth).getString("kind")).isEqualTo("visit");
        assertThat(agenda.activity(fourth).getString("startsAt"))
                .isEqualTo(at(MONDAY.plusDays(23), 14).toString());
        assertThat(admin.delete("/activities/" + fourth + "/recurrence").status())
                .isEqualTo(204);
        assertThat(series(fourth).getBoolean("ended")).isTrue();
        assertThat(agenda.activity(fourth).getBoolean("done")).isFalse();
    }

    @Test
    @Tag("R191")
    void holidaysAreMovedSkippedOrKept() {
        try (WorkingHours hours = WorkingHours.kept(admin)) {
            String days = Stream.of(1, 2)
                    .map(day -> "{\"date\":\"" + MONDAY.plusDays(day) + "\",\"name\":\"Tết\"}")
                    .collect(Collectors.joining(","));
            assertThat(hours.set(WorkingHours.daily("\"08:00-17:00\"", days)).status())
                    .isEqualTo(200);
            assertThat(days("move")).containsExactly(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(4));
            assertThat(days("skip")).containsExactly(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(4));
            assertThat(days("keep")).containsExactly(MONDAY, MONDAY.plusDays(1), MONDAY.plusDays(2));
        }
    }

    private List<LocalDate> days(String freeDays) {
        long id = agenda.plan("call", freeDays + " " + mark, at(MONDAY, 9), "");
        assertThat(repeat(id, "FREQ=DAILY", freeDays).status()).isEqualTo(200);
        List<LocalDate> days = new ArrayList<>();
        long last = id;
        for (int i = 1; i <= 3; i++) {
            days.add(Instant.parse(agenda.activity(last).getString("startsAt"))
                    .atZone(HANOI)
                    .toLocalDate());
            if (i < 3) {
                last = next(last, i);
            }
        }
        admin.delete("/activities/" + last + "/recurrence");
        return days;
    }

    @Test
    void itsDayComesAndTheNextIsThere() {
        long id = agenda.plan("task", "Hằng ngày " + mark, Instant.now().minusSeconds(60), "");
        assertThat(repeat(id, "FREQ=DAILY", "keep").status()).isEqualTo(200);
        admin.await(
                "/activities/" + id + "/recurrence",
                answer -> answer.json().getJsonArray("made").size() == 2);
        assertThat(agenda.activity(id).getBoolean("done")).isFalse();
        admin.delete("/activities/" + id + "/recurrence");
        // what was made ahead is taken back
        assertThat(made(id)).hasSize(1);
    }

    @Test
    void whatIsNoRuleIsRefused() {
        long id = agenda.plan("call", "Gọi " + mark, at(MONDAY, 9), "");
        assertThat(repeat(id, "FREQ=SECONDLY", "keep").status()).isEqualTo(400);
        assertThat(repeat(id, "FREQ=WEEKLY;BYDAY=TU", "keep").status()).isEqualTo(400);
        assertThat(repeat(id, "FREQ=WEEKLY", "sometimes").status()).isEqualTo(400);
        assertThat(admin.get("/activities/" + id + "/recurrence").status()).isEqualTo(404);
        assertThat(admin.patch("/activities/" + id + "/recurrence", "{}").status())
                .isEqualTo(409);
        long task = Agenda.id(admin.post("/activities", "{\"kind\":\"task\",\"subject\":\"x\"}"));
        assertThat(repeat(task, "FREQ=WEEKLY", "keep").status()).isEqualTo(400);
    }
}
