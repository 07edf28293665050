package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** The calendar as other programs read it. */
class CalendarFeedIT {
    private final String mark = Agenda.mark();

    /** Events of a calendar, read as RFC 5545 says: by unfolded lines, with their words as they were meant. */
    private static List<Map<String, String>> events(Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("text/calendar");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        String text = answer.text();
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n", "\r");
        }
        List<Map<String, String>> events = new ArrayList<>();
        for (String line : text.replace("\r\n ", "").split("\r\n")) {
            int colon = line.indexOf(':');
            if (line.equals("BEGIN:VEVENT")) {
                events.add(new HashMap<>());
            } else if (!events.isEmpty()) {
                events.get(events.size() - 1).put(line.substring(0, colon), words(line.substring(colon + 1)));
            }
        }
        return events;
    }

    private static String words(String value) {
        return value.replace("\\n", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
    }

    private static Map<String, String> event(List<Map<String, String>> events, long id) {
        return events.stream()
                .filter(event -> event.getOrDefault("UID", "").startsWith("activity-" + id + "@"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("R012")
    void whoKnowsTheAddressReadsTheCalendarUntilItIsRenewedOrWithdrawn() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Agenda agenda = new Agenda(seller.crm());
        assertThat(seller.crm().get("/calendar/feed").json().getString("since")).isEmpty();
        long customer = agenda.customer("陈志远 " + mark);
        Instant at = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        String subject = "Gọi chị Lan; hỏi thăm, gửi báo giá \\\\ mẫu 涂装线电压与图纸 cho xưởng Trường Thọ ở Bình Dương";
        long call = agenda.plan("call", subject, at, ",'minutes':45,'body':'một\\nhai','customer':" + customer);
        long task = agenda.plan("task", "Nộp hồ sơ", Instant.parse("2026-12-24T17:30:00Z"), "");
        String address = seller.crm().post("/calendar/feed", "{}").json().getString("address");
        List<Map<String, String>> events = events(Crm.anonymous().get(address));
        Map<String, String> read = event(events, call);
        String stamp = at.toString().replaceAll("[-:]", "");
        assertThat(read)
                .containsEntry("DTSTART", stamp)
                .containsEntry("DTEND", at.plusSeconds(2_700).toString().replaceAll("[-:]", ""))
                .containsEntry("SUMMARY", subject.replace("\\\\", "\\") + " · 陈志远 " + mark)
                .containsEntry("DESCRIPTION", "một\nhai");
        // a whole day in the person's time zone: in Vietnam it is the 25th already
        assertThat(event(events, task))
                .containsEntry("DTSTART;VALUE=DATE", "20261225")
                .containsEntry("DTEND;VALUE=DATE", "20261226");
        // the same event at another time keeps its name
        agenda.change(call, "{'startsAt':'" + at.plusSeconds(3_600) + "'}");
        assertThat(event(events(Crm.anonymous().get(address)), call).get("UID")).isEqualTo(read.get("UID"));

        String renewed = seller.crm().post("/calendar/feed", "{}").json().getString("address");
        assertThat(Crm.anonymous().get(address).status()).isEqualTo(404);
        assertThat(events(Crm.anonymous().get(renewed))).hasSize(2);
        // the rights of that moment
        Crm.admin().patch("/users/" + seller.id(), "{\"active\":false}");
        assertThat(Crm.anonymous().get(renewed).status()).isEqualTo(404);
        Crm.admin().patch("/users/" + seller.id(), "{\"active\":true}");
        assertThat(Crm.anonymous().get(renewed).status()).isEqualTo(200);
        Crm again = Crm.anonymous().signIn(seller.username(), seller.password());
        assertThat(again.delete("/calendar/feed").status()).isEqualTo(204);
        assertThat(Crm.anonymous().get(renewed).status()).isEqualTo(404);
        assertThat(Crm.anonymous().get("/crm/feed/").status()).isEqualTo(404);
    }
}
