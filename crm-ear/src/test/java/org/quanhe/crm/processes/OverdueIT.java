package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.processes.Drawn.step;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.WorkingHours;

/** Steps fall due in the working time that administrators set. */
@Tag("browser")
class OverdueIT {
    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long customer(String name) {
        Answer answer = admin.post("/customers", "{\"name\":\"" + name + " " + mark + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getJsonNumber("id").longValue();
    }

    private Instant due(long run) {
        JsonObject step =
                admin.get("/process-runs/" + run).json().getJsonArray("steps").getJsonObject(0);
        return Instant.parse(step.getString("dueAt"));
    }

    private Instant entered(long run) {
        JsonObject step =
                admin.get("/process-runs/" + run).json().getJsonArray("steps").getJsonObject(0);
        return Instant.parse(step.getString("enteredAt"));
    }

    @Test
    @Tag("R089")
    void whatWasSetOnThePageDecidesWhatIsOverdue() {
        long team = Colleague.team("Trực " + mark);
        Colleague colleague = Colleague.with(List.of("manager"), List.of(team));
        Drawn calm = Drawn.published("Thong thả " + mark, step("calm", team, "\"target\":{\"days\":1}"));
        Drawn urgent = Drawn.published("Gấp " + mark, step("urgent", team, "\"target\":{\"minutes\":0}"));
        long first = calm.run(admin, customer("Chị Thong"));
        try (WorkingHours kept = WorkingHours.kept(admin);
                Browser boss = Browser.open("vi");
                Browser theirs = Browser.open("zh-CN")) {
            Page page = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("admin.xhtml");
            page.locator("a[href='workingtime.xhtml']").click();
            page.locator("#week-monday").fill("08:00-12:00, 11:00-13:00");
            page.locator("[id='hours:save']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("tr:has(#week-monday) .qh-error").innerText())
                    .contains("08:00-12:00 và 11:00-13:00 chồng lên nhau");
            assertThat(page.locator("#week-monday").inputValue()).isEqualTo("08:00-12:00, 11:00-13:00");
            page.locator("#week-monday").focus();
            for (String weekday : WEEKDAYS) {
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("week-" + weekday);
                page.keyboard().press("Control+A");
                page.keyboard().type("00:00-24:00");
                page.keyboard().press("Tab");
            }
            Locator day = page.locator("[name='day.date']").last();
            day.fill("2199-02-06");
            page.locator("[name='day.name']").last().fill("Tết xa " + mark);
            boss.screenshot("working-time");
            page.locator("[id='hours:save']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("#changes li").first().innerText())
                    .contains("Chủ Nhật: không có → 00:00-24:00", "06/02/2199: không có → Tết xa " + mark);
            assertThat(page.locator("[name='day.name']").first().inputValue()).isEqualTo("Tết xa " + mark);

            // a working day has 24 hours now; what fell due before stays as it was
            long second = calm.run(admin, customer("Chị Thả"));
            assertThat(due(second)).isEqualTo(entered(second).plus(Duration.ofHours(24)));
            assertThat(kept.set(WorkingHours.daily("\"00:00-24:00\"", "")).status())
                    .isEqualTo(200);
            Instant firstDue = due(first);
            long late = urgent.run(admin, customer("Anh Gấp"));
            assertThat(due(late)).isEqualTo(entered(late));
            assertThat(due(first)).isEqualTo(firstDue);

            Page steps = theirs.signIn(colleague.username(), colleague.password());
            theirs.go("steps.xhtml");
            Locator rows = steps.locator("#waiting tbody tr");
            assertThat(rows.count()).isEqualTo(3);
            assertThat(rows.first().innerText()).contains("urgent", "Anh Gấp " + mark);
            assertThat(rows.first().locator(".qh-tag.is-bad").innerText()).contains("逾期");
            assertThat(rows.nth(1).locator(".qh-tag.is-bad").count()).isZero();
            theirs.screenshot("steps-overdue");
            JsonObject shown = colleague
                    .crm()
                    .get("/process-runs/waiting")
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertThat(shown.getInt("run")).isEqualTo((int) late);
            assertThat(shown.getBoolean("overdue")).isTrue();
            Drawn.completed(colleague.crm(), late, 1, "");
            assertThat(admin.get("/processes/" + urgent.id() + "/times").json().getJsonArray("items"))
                    .first()
                    .satisfies(line -> assertThat(line.asJsonObject().getInt("overduePercent"))
                            .isEqualTo(100));
        }
    }
}
