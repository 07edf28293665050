package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Marketing hand a lead over on its page; sales see why, accept or return it, and plan the next contact. */
@Tag("browser")
class LeadPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long lead(String name) {
        Answer made = admin.post(
                "/leads",
                "{\"name\":\"" + name + " " + mark + "\",\"company\":\"Công ty Cổ phần Cơ khí Minh Phát\","
                        + "\"jobTitle\":\"Trưởng phòng Mua hàng\",\"budget\":\"3500000000 VND\","
                        + "\"need\":\"2 dây chuyền sơn tĩnh điện\",\"employees\":120,\"phone\":\"0913884205\","
                        + "\"source\":\"Hội thảo trực tuyến\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private String status(long lead) {
        return admin.get("/leads/" + lead).json().getString("status");
    }

    @Test
    @Tag("R093")
    @Tag("R158")
    void marketingHandOverAndSalesAcceptOnThePage() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240);
                Browser marketing = Browser.open("vi");
                Browser selling = Browser.open("vi")) {
            long lead = lead("Trần Quốc Bảo");
            Page page = marketing.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            marketing.go("record.xhtml?type=leads&id=" + lead);
            assertThat(page.locator(".qh-leadway [aria-current]").innerText()).contains("Mới");
            assertThat(page.locator(".qh-score-total").innerText()).isEqualTo("50");
            assertThat(page.locator("#ledger").innerText()).contains("Đã nêu ngân sách", "+15", "Không hết hạn");
            page.locator("#adj-points").fill("8");
            page.locator("#adj-why").fill("Gặp ở hội chợ");
            page.locator("[id='adjust:give']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator(".qh-score-total").innerText()).isEqualTo("58");
            assertThat(page.locator("#ledger").innerText()).contains("Gặp ở hội chợ", "+8");

            page.locator("[popovertarget='ho-ask']").click();
            page.locator("#ask-note").fill("Cần báo giá trước thứ Sáu");
            page.locator("[id='askform:ask']").click();
            page.locator("#handover").waitFor();
            assertThat(page.locator(".qh-leadway [aria-current]").innerText()).contains("Chờ tiếp nhận");
            marketing.screenshot("lead-awaiting");

            Colleague seller = sales.seller(0);
            Page theirs = selling.signIn(seller.username(), seller.password());
            selling.go("handover.xhtml");
            Locator row = theirs.locator("#waiting tbody tr").first();
            assertThat(row.innerText()).contains("Trần Quốc Bảo " + mark, "Cần báo giá trước thứ Sáu", "58");
            selling.screenshot("handover-queue");
            row.locator("a").click();
            theirs.locator("#handover").waitFor();
            assertThat(theirs.locator("#handover").innerText())
                    .contains("Cần báo giá trước thứ Sáu", "để trả lời. Quá hạn sẽ chuyển lên cấp trên.");
            theirs.locator("[id='accept:yes']").click();
            theirs.locator(".qh-leadway .is-here", new Page.LocatorOptions().setHasText("Đã tiếp nhận"))
                    .waitFor();
            assertThat(status(lead)).isEqualTo("accepted");
            selling.go("record.xhtml?type=leads&id=" + lead + "&tab=activity");
            assertThat(theirs.locator(".qh-facts").innerText()).contains("Gọi lần đầu: Trần Quốc Bảo " + mark);
            theirs.locator("[id='composer:text']").fill("Đã gọi, hẹn tuần sau");
            theirs.locator("[id='composer:save']").click();
            theirs.locator(".qh-tl", new Page.LocatorOptions().setHasText("Đã gọi, hẹn tuần sau"))
                    .first()
                    .waitFor();
            selling.go("next.xhtml");
            assertThat(theirs.locator("#next tbody tr").first().innerText())
                    .contains("Trần Quốc Bảo " + mark, "58", "Đã nêu ngân sách");
            selling.screenshot("what-next");
        }
    }

    @Test
    @Tag("R046")
    void salesReturnALeadWithAReasonAndMarketingSayNotNow() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240);
                Browser browser = Browser.open("zh-CN", 360, 740)) {
            long lead = lead("王芳");
            assertThat(admin.post("/leads/" + lead + "/handover", "{}").status())
                    .isEqualTo(200);
            Colleague manager = sales.manager();
            Page page = browser.signIn(manager.username(), manager.password());
            browser.go("record.xhtml?type=leads&id=" + lead);
            page.locator("[popovertarget='ho-return']").click();
            page.locator("#ho-why").fill("预算还没批");
            browser.screenshot("lead-return-phone");
            page.locator("[id='giveback:no']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-toast]").first().innerText()).contains("已退回");
            assertThat(status(lead)).isEqualTo("nurturing");
            assertThat(page.locator("#handover").count()).isZero();

            page.locator("[popovertarget='lead-notnow']").click();
            page.locator("#nn-why").fill("明年再说");
            page.locator("[id='notnow:later']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("#ledger").innerText()).contains("表示暂不购买", "−20");
            assertThat(admin.get("/leads/" + lead).json().containsKey("nextReview"))
                    .isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void whoMayOnlyReadIsOfferedNothing() {
        long lead = lead("Khách xem");
        Colleague reader = Colleague.with(List.of("finance"), List.of());
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn(reader.username(), reader.password());
            browser.go("record.xhtml?type=leads&id=" + lead);
            assertThat(page.locator(".qh-score-total").innerText()).isEqualTo("50");
            assertThat(page.locator("[popovertarget='ho-ask'], [popovertarget='lead-notnow'], #adj-points")
                            .count())
                    .isZero();
            browser.go("handover.xhtml");
            assertThat(page.locator(".qh-state").innerText()).contains("Nobody waits");
        }
    }

    @Test
    @Tag("R054")
    void aManagerWritesRulesOnThePageAndTheyFindWhoIsAsked() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240);
                Browser browser = Browser.open("vi")) {
            Colleague manager = sales.manager();
            Page page = browser.signIn(manager.username(), manager.password());
            browser.go("handover.xhtml");
            page.locator("a[href='handoverrules.xhtml']").click();
            page.locator("#minutes").fill("chín mươi");
            page.locator("[name='rules:shape'][value=add]").click();
            Locator added = page.locator("[data-rule='1']");
            added.waitFor();
            assertThat(page.locator("#minutes").inputValue())
                    .as("nothing typed is lost")
                    .isEqualTo("chín mươi");
            added.locator("[name='rule1.field']").first().selectOption("source");
            added.locator("[name='rule1.value']").first().fill("Hội chợ " + mark);
            page.locator("[id='rules:save']").click();
            page.locator("#problem").waitFor();
            assertThat(added.locator(".qh-error").innerText()).isNotBlank();
            page.locator("#minutes").fill("90");
            page.locator("#team1").selectOption(Long.toString(sales.team()));
            page.locator("#how1").selectOption("team");
            page.locator("[name='rules:shape'][value='up:1']").click();
            page.waitForCondition(() -> page.locator("#how0").inputValue().equals("team"));
            browser.screenshot("handover-rules");
            page.locator("[id='rules:save']").click();
            page.locator("[data-toast]").waitFor();
            var settings = admin.get("/handovers/settings").json();
            assertThat(settings.getInt("limitMinutes")).isEqualTo(90);
            var first = settings.getJsonArray("rules").getJsonObject(0);
            assertThat(first.getString("when")).contains("source", "Hội chợ " + mark);
            assertThat(first.getString("how")).isEqualTo("team");
            assertThat(first.getInt("team")).isEqualTo((int) sales.team());

            Colleague seller = sales.seller(0);
            page.context().clearCookies();
            browser.signIn(seller.username(), seller.password());
            browser.go("handoverrules.xhtml");
            assertThat(page.locator("#minutes").count())
                    .as("sales do not decide")
                    .isZero();
        }
    }
}
