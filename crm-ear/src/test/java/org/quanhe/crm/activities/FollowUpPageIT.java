package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/** Promises, reminders, cadences and the follow-up board in the browser. */
@Tag("browser")
class FollowUpPageIT {
    private final String mark = Agenda.mark();
    private final Colleague seller = Colleague.with(List.of("sales"), List.of());
    private final Agenda agenda = new Agenda(seller.crm());

    @Test
    @Tag("R021")
    void anOverduePromiseIsRedOnTheCustomerAndInTheManagersList() {
        long customer = agenda.customer("Chị Lan " + mark);
        long late = agenda.plan(
                "promise", "Gửi catalogue " + mark, Instant.now().minus(2, ChronoUnit.DAYS), ",'customer':" + customer);
        try (Browser browser = Browser.open("vi");
                Browser boss = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            // written where the customer stands, with the day by which it is due
            browser.go("record.xhtml?type=customers&id=" + customer + "&compose=promise");
            page.locator("[id='composer:text']").fill("Báo giá trước thứ Sáu " + mark);
            page.locator("[id='composer:when']").fill("2027-12-03T17:00");
            page.locator("[id='composer:save']").click();
            page.locator("#promises li").nth(1).waitFor();
            assertThat(page.locator("#promises li.is-late").innerText()).contains("Gửi catalogue " + mark, "Quá hạn");
            String red = (String)
                    page.evaluate("() => getComputedStyle(document.querySelector('#promises .is-late .qh-bad')).color");
            assertThat(red).isEqualTo("rgb(160, 34, 26)");
            browser.screenshot("promises-on-customer-vi");

            Page list = boss.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            boss.go("promises.xhtml?owner=" + seller.id());
            assertThat(list.locator("#promises tr.is-late").innerText()).contains("Gửi catalogue " + mark);
            assertThat(list.locator("#owners tr:has-text('" + seller.username() + "')")
                            .innerText()
                            .split("\\s+"))
                    .containsSequence(seller.username(), "1", "1", "0", "0");
            boss.screenshot("promises-vi");

            page.locator("#promises li.is-late [name=kept][value=true]").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("#promises li").count()).isEqualTo(1);
            assertThat(agenda.activity(late).getString("outcome")).isEqualTo("kept");
        }
    }

    @Test
    @Tag("R182")
    void aReminderStandsOnThePageAndIsPutOff() {
        long id = agenda.plan("call", "Gọi " + mark, Instant.now().plusSeconds(300), ",'remindBefore':5");
        Patience.until("the reminder", () -> agenda.notices().stream()
                .anyMatch(notice -> notice.getString("kind").equals("reminder")));
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn(seller.username(), seller.password());
            assertThat(page.locator(".qh-bell-count").innerText()).isEqualTo("1");
            page.locator(".qh-bell").click();
            assertThat(page.locator(".qh-notices").innerText()).contains("Gọi " + mark, "提醒");
            page.locator(".qh-snooze [value='60']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-toast]").innerText()).contains("提醒");
            page.locator(".qh-notices .qh-linklike").click();
            page.waitForURL("**/record.xhtml?type=activities&id=" + id);
        }
    }

    @Test
    @Tag("R015")
    @Tag("R191")
    void anAdministratorSetsACadenceAndTheOwnerFindsWhoIsPastTheDay() {
        long customer = Agenda.id(
                seller.crm().post("/customers", "{\"name\":\"Khách chính " + mark + "\",\"city\":\"" + mark + "\"}"));
        Agenda.id(seller.crm()
                .post(
                        "/activities",
                        "{\"kind\":\"visit\",\"subject\":\"Thăm\",\"done\":true,\"customer\":" + customer
                                + ",\"startsAt\":\"" + Instant.now().minus(45, ChronoUnit.DAYS) + "\"}"));
        try (Browser browser = Browser.open("vi");
                Browser hers = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("cadences.xhtml?new=true");
            page.locator("#name").fill("Khách chính " + mark);
            page.locator("[name='condition.field']").first().selectOption("city");
            page.locator("[name='condition.value']").first().fill(mark);
            page.locator("#everyDays").fill("30");
            page.locator("[name=task]").check();
            browser.screenshot("cadence-vi");
            page.locator("[id='cadence:save']").click();
            page.locator("#cadences").waitFor();
            assertThat(page.locator("#cadences").innerText()).contains("Khách chính " + mark, "mỗi 30 ngày");

            Page list = hers.signIn(seller.username(), seller.password());
            hers.go("followup.xhtml?view=due");
            assertThat(list.locator("#due").innerText()).contains("Khách chính " + mark, "quá 15 ngày");
            hers.screenshot("followup-due-vi");
            hers.go("followup.xhtml?view=accounts");
            assertThat(list.locator("#accounts").innerText()).contains("Nguy cơ", "Quá nhịp");
            hers.screenshot("followup-accounts-vi");
            hers.go("followup.xhtml?view=customers");
            assertThat(list.locator("#followup tr:has-text('Khách chính')").innerText())
                    .contains("1 / 5");

            // the task is there; what came of it stands with the cadence
            Patience.until("the task", () -> !tasks().isEmpty());
            assertThat(tasks()).hasSize(1);
            agenda.change(
                    tasks().get(0).getJsonObject("activity").getJsonNumber("id").longValue(),
                    "{'done':true,'outcome':'interested'}");
            browser.go("cadences.xhtml");
            page.locator("#cadences a", new Page.LocatorOptions().setHasText("Khách chính " + mark))
                    .click();
            assertThat(page.locator("#results").innerText()).contains("đã xong", "Quan tâm");
            hers.go("followup.xhtml?view=due");
            assertThat(list.locator("#due").count()).isZero();
            page.locator("[id='cadence:remove']").click();
            page.locator("[data-toast]").waitFor();
        }
    }

    private List<JsonObject> tasks() {
        Instant now = Instant.now();
        return agenda.between(now.minus(1, ChronoUnit.DAYS), now.plus(20, ChronoUnit.DAYS), "").stream()
                .filter(item ->
                        item.getJsonObject("activity").getString("subject").startsWith("Khách chính " + mark + ": "))
                .toList();
    }

    @Test
    @Tag("R183")
    void theBoardPutsThoseWithoutANextStepFirst() {
        long bare = Agenda.id(seller.crm().post("/leads", "{\"name\":\"Bị quên " + mark + "\"}"));
        long planned = Agenda.id(seller.crm().post("/leads", "{\"name\":\"Có hẹn " + mark + "\"}"));
        agenda.plan("call", "Gọi hẹn", Instant.now().plus(1, ChronoUnit.DAYS), ",'lead':" + planned);
        Agenda.id(seller.crm()
                .post(
                        "/activities",
                        "{\"kind\":\"gift\",\"subject\":\"Lịch\",\"done\":true,\"lead\":" + planned + "}"));
        try (Browser browser = Browser.open("vi");
                Browser phone = Browser.open("zh-CN", 360, 800)) {
            Page page = browser.signIn(seller.username(), seller.password());
            page.locator(".qh-nav a[href='followup.xhtml']").click();
            assertThat(page.locator("#followup tbody tr").allInnerTexts().get(0))
                    .contains("Bị quên " + mark, "0 / 5", "Chưa có lịch");
            assertThat(page.locator("#followup tbody tr").allInnerTexts().get(1))
                    .contains("Có hẹn " + mark, "1 / 5", "Gọi hẹn");
            assertThat(page.locator("#followup-sum").innerText()).contains("2", "1 chưa có bước tiếp theo");
            browser.screenshot("followup-vi");
            page.locator("#followup a", new Page.LocatorOptions().setHasText("Bị quên"))
                    .click();
            page.waitForURL("**/record.xhtml?type=leads&id=" + bare);

            Page small = phone.signIn(seller.username(), seller.password());
            for (String view : List.of("leads", "customers", "due", "accounts")) {
                phone.go("followup.xhtml?view=" + view);
                assertThat(small.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(view)
                        .isEqualTo(true);
            }
            phone.go("followup.xhtml");
            phone.screenshot("followup-360");
        }
        assertThat(Crm.anonymous().get("/followup").status()).isEqualTo(401);
    }

    @Test
    void aLongBoardGoesOnAndComesBackOnEveryScreen() {
        int many = 53;
        for (int i = 0; i < many; i++) {
            Agenda.id(seller.crm().post("/leads", "{\"name\":\"Đầu mối " + i + " " + mark + "\"}"));
        }
        try (Browser browser = Browser.open("vi", 1440, 900);
                Browser phone = Browser.open("zh-CN", 360, 800)) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("followup.xhtml");
            assertThat(page.locator("#followup-sum").innerText()).contains("53");
            int first = page.locator("#followup tbody tr").count();
            assertThat(page.locator(".qh-pager").innerText()).contains("1–" + first, "53");
            browser.screenshot("followup-more-1440");
            page.locator(".qh-pager a[rel=next]").click();
            page.waitForURL("**/followup.xhtml?**cursor=**");
            assertThat(page.locator("#followup tbody tr").count()).isEqualTo(many - first);
            assertThat(page.locator("#followup-sum").innerText()).contains("53");
            assertThat(page.locator(".qh-pager").innerText()).contains((first + 1) + "–53");
            assertThat(page.locator(".qh-pager a[rel=next]").count()).isZero();
            browser.screenshot("followup-rest-1440");
            page.locator(".qh-pager a[rel=first]").click();
            page.waitForURL(url -> !url.contains("cursor="));
            assertThat(page.locator("#followup tbody tr").count()).isEqualTo(first);
            browser.go("next.xhtml");
            page.locator(".qh-pager a[rel=next]").click();
            page.waitForURL("**/next.xhtml?**cursor=**");
            assertThat(page.locator("#next tbody tr").count()).isEqualTo(many - first);
            browser.go("followup.xhtml?cursor=nowhere");
            assertThat(page.locator("main").innerText()).contains("Vị trí này không thuộc danh sách này");

            Page small = phone.signIn(seller.username(), seller.password());
            phone.go("followup.xhtml");
            small.locator(".qh-pager").scrollIntoViewIfNeeded();
            assertThat(small.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            phone.screenshot("followup-more-360");
            small.locator(".qh-pager a[rel=next]").click();
            small.waitForURL("**/followup.xhtml?**cursor=**");
            assertThat(small.locator("#followup tbody tr").count()).isEqualTo(many - first);
        }
    }
}
