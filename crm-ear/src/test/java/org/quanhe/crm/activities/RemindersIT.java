package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.Postbox;

/** Who is reminded of what, when and how. */
class RemindersIT {
    private final Crm admin = Crm.admin();
    private final String mark = Agenda.mark();

    private Agenda colleague(String language, String zone, String address) {
        Colleague colleague = Colleague.with(List.of("manager"), List.of());
        admin.patch(
                "/users/" + colleague.id(),
                "{\"language\":\"" + language + "\",\"timeZone\":\"" + zone + "\",\"email\":\"" + address + "\"}");
        return new Agenda(colleague.crm());
    }

    private static List<JsonObject> reminders(Agenda agenda) {
        return agenda.notices().stream()
                .filter(notice -> notice.getString("kind").equals("reminder"))
                .toList();
    }

    private static void awaitReminders(Agenda agenda, int count) {
        Patience.until(count + " reminders", () -> reminders(agenda).size() >= count);
        assertThat(reminders(agenda)).hasSize(count);
    }

    @Test
    @Tag("R182")
    void atTheTimeTheOwnerIsToldOnceInTheirTimeZone() throws InterruptedException {
        Agenda linh = colleague("vi", "Asia/Shanghai", "");
        long customer = linh.customer("Chị Lan " + mark);
        Instant starts = Instant.now().plusSeconds(3_602);
        long call = linh.plan("call", "Gọi " + mark, starts, ",'remindBefore':60,'customer':" + customer);
        linh.plan("call", "Sau " + mark, starts.plusSeconds(3_600), ",'remindBefore':60");
        assertThat(reminders(linh)).isEmpty();
        awaitReminders(linh, 1);
        JsonObject told = reminders(linh).get(0);
        String there = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm")
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(starts);
        assertThat(told.getString("text")).contains("Gọi " + mark, there);
        assertThat(told.getString("body")).isEqualTo("Chị Lan " + mark);
        assertThat(told.getJsonNumber("recordId").longValue()).isEqualTo(call);
        // saved again with the same time, and looked at again: it stays the one
        linh.change(call, "{'body':'mang bảng giá'}");
        TimeUnit.SECONDS.sleep(3);
        assertThat(reminders(linh)).hasSize(1);
    }

    @Test
    @Tag("R182")
    void aReminderMovesWithTheActivityAndCanBePutOff() {
        Agenda linh = colleague("vi", "Asia/Ho_Chi_Minh", "");
        long id = linh.plan("call", "Gọi " + mark, Instant.now().plusSeconds(86_400), ",'remindBefore':10");
        // now only nine minutes are left: it is time
        linh.crm()
                .post(
                        "/activities/" + id + "/move",
                        "{\"startsAt\":\"" + Instant.now().plusSeconds(540) + "\"}");
        awaitReminders(linh, 1);
        // away again, and nobody is reminded before
        linh.crm()
                .post(
                        "/activities/" + id + "/move",
                        "{\"startsAt\":\"" + Instant.now().plusSeconds(86_400) + "\"}");
        assertThat(linh.crm()
                        .post("/activities/" + id + "/snooze", "{\"minutes\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.post("/activities/" + id + "/snooze", "{\"minutes\":1}")
                        .status())
                .isEqualTo(403);
        awaitReminders(linh, 2);
        linh.change(id, "{'done':true}");
        assertThat(linh.crm()
                        .post("/activities/" + id + "/snooze", "{\"minutes\":1}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("R182")
    void whoWantsAMailGetsOneAndNothingIsToldOfWhatIsDone() throws Exception {
        String address = "linh" + mark + "@example.vn";
        Agenda linh = colleague("zh-CN", "Asia/Shanghai", address);
        assertThat(linh.crm().get("/notices/choices").json().getString("reminder"))
                .isEqualTo("page");
        linh.crm().send("PUT", "/notices/choices", "application/json", "{\"reminder\":\"mail\"}");
        long done = linh.plan("task", "做完 " + mark, Instant.now().plusSeconds(600), ",'remindBefore':9");
        linh.change(done, "{'done':true}");
        linh.plan("task", "寄样品 " + mark, Instant.now().plusSeconds(602), ",'remindBefore':10");
        assertThat(Postbox.get().mailTo(address).getSubject()).contains("寄样品 " + mark);
        assertThat(reminders(linh)).isEmpty();
        assertThat(Postbox.get().mailsTo(address)).hasSize(1);
    }

    @Test
    @Tag("R182")
    void whatIsOverdueStandsInItsListUntilItIsDone() {
        Agenda linh = colleague("en", "Asia/Ho_Chi_Minh", "");
        long old = linh.plan("task", "Cũ " + mark, Instant.now().minusSeconds(90_000), ",'remindBefore':5");
        long older = linh.plan("call", "Cũ hơn " + mark, Instant.now().minusSeconds(200_000), "");
        linh.plan("call", "Sau " + mark, Instant.now().plusSeconds(9_000), "");
        assertThat(overdue(linh)).containsExactly(older, old);
        linh.change(older, "{'done':true,'outcome':'reached'}");
        assertThat(overdue(linh)).containsExactly(old);
        // it was over when it was entered: a reminder would come late
        assertThat(reminders(linh)).isEmpty();
    }

    private static List<Long> overdue(Agenda agenda) {
        return agenda.items("/calendar/overdue").stream()
                .map(item -> item.getJsonObject("activity").getJsonNumber("id").longValue())
                .toList();
    }
}
