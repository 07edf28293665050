package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The telephone rings: who is it, what was last talked about, what is open. */
@Tag("browser")
class CallPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long made(String path, JsonObjectBuilder values) {
        var answer = admin.post(path, values.build());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getInt("id");
    }

    private long caller(String name, String salutation, String phone) {
        long id = made(
                "/customers",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("salutation", salutation)
                        .add("phone", phone));
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "call")
                        .add("subject", "Báo giá " + mark)
                        .add("customer", id)
                        .add("done", true));
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "task")
                        .add("subject", "Gửi hợp đồng " + mark)
                        .add("customer", id)
                        .add("startsAt", "2030-01-02T03:00:00Z"));
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "task")
                        .add("subject", "Hẹn khảo sát " + mark)
                        .add("customer", id)
                        .add("startsAt", "2030-02-03T03:00:00Z"));
        return id;
    }

    private static String digits() {
        return String.format("%07d", Math.floorMod(System.nanoTime(), 10_000_000L));
    }

    @Test
    @Tag("R028")
    void whoCallsIsShownByNumber() {
        String number = "09" + "7" + digits();
        long id = caller("Nguyễn Thị Ánh " + mark, "chi", number);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            for (String dialled : new String[] {number, "%2B84" + number.substring(1), "+84" + number.substring(1)}) {
                browser.go("call.xhtml?number=" + dialled);
                assertThat(page.locator(".qh-caller").count()).as(dialled).isEqualTo(1);
            }
            String card = page.locator(".qh-caller").innerText();
            assertThat(card)
                    .contains("Chị Nguyễn Thị Ánh " + mark)
                    .contains("Báo giá " + mark)
                    // midnight may have passed
                    .containsAnyOf("Hôm nay", "Hôm qua")
                    .contains("Gửi hợp đồng " + mark, "Hẹn khảo sát " + mark);
            browser.screenshot("caller");
            page.locator(".qh-caller a.is-primary").click();
            page.waitForURL("**id=" + id + "**compose=call**");
            assertThat(page.locator("input[name=kind][value=call]").isChecked()).isTrue();
        }
    }

    @Test
    @Tag("R028")
    void aLeadWhoCallsIsShownToo() {
        String number = "096" + digits();
        long id = made(
                "/leads",
                Json.createObjectBuilder().add("name", "Lê Quan Tâm " + mark).add("phone", number));
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "call")
                        .add("subject", "Hỏi giá " + mark)
                        .add("lead", id)
                        .add("done", true));
        made(
                "/activities",
                Json.createObjectBuilder()
                        .add("kind", "task")
                        .add("subject", "Gửi catalogue " + mark)
                        .add("lead", id)
                        .add("startsAt", "2030-01-02T03:00:00Z"));
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("call.xhtml?number=" + number);
            assertThat(page.locator(".qh-caller").count()).isEqualTo(1);
            assertThat(page.locator(".qh-caller").innerText())
                    .contains("Lê Quan Tâm " + mark, "Đầu mối", "Hỏi giá " + mark, "Gửi catalogue " + mark);
            page.locator(".qh-caller a.is-primary").click();
            page.waitForURL("**type=leads**id=" + id + "**compose=call**");
        }
    }

    @Test
    @Tag("R028")
    void whoIsTypedWithoutAccentsIsShownBesideTheHits() {
        caller("Đặng Quỳnh " + mark, "ba", "097" + digits());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.keyboard().press("/");
            page.locator("#search-box").waitFor();
            page.keyboard().type("dang quynh " + mark);
            page.locator(".qh-pane", new Page.LocatorOptions().setHasText("Bà Đặng Quỳnh " + mark))
                    .waitFor();
            assertThat(page.locator(".qh-pane").innerText())
                    .contains("Báo giá " + mark, "Gửi hợp đồng " + mark, "Hẹn khảo sát " + mark);
            browser.screenshot("caller-in-box");
        }
    }

    @Test
    void whoeverIsNotKnownCanBeAdded() {
        String number = "098" + digits();
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("call.xhtml?number=" + number);
            assertThat(page.locator(".qh-caller").count()).isZero();
            page.locator("main a.is-primary").click();
            page.waitForURL("**/edit.xhtml**");
            assertThat(page.locator("form input")
                            .evaluateAll("fields => fields.map(f => f.value)")
                            .toString())
                    .contains(number);
            for (String wrong : new String[] {"12", "abc", "x".repeat(60), "%3Cscript%3E"}) {
                browser.go("call.xhtml?number=" + wrong);
                assertThat(page.locator("[role=alert]").innerText()).contains("电话号码");
            }
            browser.go("call.xhtml");
            assertThat(page.locator("[role=alert]").count()).isZero();
        }
    }

    @Test
    void charactersStandBehindTheName() {
        String other = "1390" + digits();
        caller("李明", "nvshi", "+86 " + other);
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("call.xhtml?number=%2B86" + other);
            assertThat(page.locator(".qh-caller h2").first().innerText()).isEqualTo("李明女士");
        }
    }
}
