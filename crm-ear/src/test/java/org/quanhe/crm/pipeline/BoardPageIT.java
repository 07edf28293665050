package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The board and the pictures of pipelines, in the browser. */
@Tag("browser")
class BoardPageIT {
    private final Crm admin = Crm.admin();
    private final Deals deals = Deals.made();
    private final String board = "board.xhtml?pipeline=" + deals.code();

    private long deal(String name, String more) {
        return Deals.id(deals.deal(admin, name, more));
    }

    private static Locator card(Page page, long id) {
        return page.locator("[data-card='" + id + "']");
    }

    private Locator column(Page page, String stage) {
        return page.locator("section[data-stage='" + deals.stage(stage) + "']");
    }

    private String stage(long id) {
        return admin.get("/opportunities/" + id).json().getString("stage");
    }

    @Test
    @Tag("R009")
    void cardsAreMovedByMouseKeyboardAndMenu() {
        Answer customer = admin.post("/customers", "{\"name\":\"Công ty Gỗ An Cường " + deals.code() + "\"}");
        long mouse = deal(
                "Máy lạnh nhà xưởng",
                Deals.worth("120000000 VND", "2026-12-24") + ",\"customer\":"
                        + customer.json().getJsonNumber("id"));
        long keys = deal("广州恒达机电 " + "x".repeat(60), Deals.worth("1860000000 VND", "2026-12-31"));
        long menu = deal("Harbour Freight", Deals.worth("99.50 USD", "2026-12-31"));
        long bare = deal("Nothing yet", "");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("list.xhtml?type=opportunities");
            page.locator(".is-views a[href^='board.xhtml']").click();
            browser.go(board);
            assertThat(column(page, "one").locator("header").innerText())
                    .contains("Giai đoạn one", "4", "1,98 tỷ ₫", "+ 1 loại tiền khác", "10%");
            assertThat(card(page, mouse).innerText()).contains("120 tr ₫", "Công ty Gỗ An Cường", "Chưa có lịch");
            browser.screenshot("board-vi");
            card(page, mouse).dragTo(column(page, "three").locator(".qh-deals"));
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-toast]").innerText()).contains("Máy lạnh nhà xưởng", "Giai đoạn three");
            assertThat(stage(mouse)).isEqualTo(deals.stage("three"));
            // the way back
            page.locator("[data-toast] form button").click();
            card(page, mouse).waitFor();
            column(page, "one").locator("[data-card='" + mouse + "']").waitFor();
            assertThat(stage(mouse)).isEqualTo(deals.stage("one"));

            card(page, keys).focus();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#board-said").textContent()).contains("Giai đoạn two");
            page.keyboard().press("Enter");
            column(page, "two").locator("[data-card='" + keys + "']").waitFor();
            page.waitForFunction("id => document.activeElement.dataset.card === id", Long.toString(keys));
            card(page, keys).focus();
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Escape");
            assertThat(stage(keys)).isEqualTo(deals.stage("two"));

            card(page, menu).locator("[data-moveto]").click();
            page.locator("#move button[value='" + deals.stage("three") + "']").click();
            column(page, "three").locator("[data-card='" + menu + "']").waitFor();

            // what the stage demands is told, and the card stays
            card(page, bare).focus();
            page.keyboard().press("m");
            page.locator("#move button[value='" + deals.stage("two") + "']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("[data-toast]").innerText()).contains("Giá trị, Dự kiến chốt");
            assertThat(stage(bare)).isEqualTo(deals.stage("one"));

            admin.post(
                    "/activities",
                    "{\"kind\":\"task\",\"subject\":\"Gọi lại\",\"done\":false,\"opportunity\":" + mouse + "}");
            page.locator("input[name=bare]").check();
            page.waitForURL("**bare=true**");
            assertThat(page.locator("[data-card]").count()).isEqualTo(3);
            assertThat(card(page, mouse).count()).isZero();
            page.locator("input[name=stuck]").check();
            page.waitForURL("**stuck=true**");
            page.locator("#board-empty").waitFor();
        }
    }

    @Test
    void onAPhoneTheBoardScrollsByItself() {
        deal("Nguyễn Thị Ễn", Deals.worth("1 USD", "2026-12-24"));
        try (Browser browser = Browser.open("zh-CN", 360, 800)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go(board);
            page.locator("#board").waitFor();
            browser.screenshot("board-360");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            assertThat(page.evaluate("document.getElementById('board').scrollWidth > innerWidth"))
                    .isEqualTo(true);
            for (String other : new String[] {"funnel", "outcomes", "forecast"}) {
                browser.go(other + ".xhtml?pipeline=" + deals.code());
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(other)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    @Tag("R161")
    @Tag("R032")
    void aSaleIsLostWithReasonAndCompetitorAndTheReportHasIt() {
        long id = deal("Dây chuyền sơn", Deals.worth("220000 CNY", "2026-12-10"));
        try (Browser browser = Browser.open("zh-TW")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("record.xhtml?type=opportunities&id=" + id);
            page.locator("#stages button[value='" + deals.stage("three") + "']").click();
            page.locator("[data-toast]").waitFor();
            page.locator("[data-open=close-deal]").click();
            page.locator("#close-deal button[value=lose]").click();
            page.locator("[data-toast]").waitFor();
            assertThat(stage(id)).isEqualTo(deals.stage("three"));
            page.locator("[data-open=close-deal]").click();
            page.locator("#close-deal [name=reason]").selectOption("price");
            page.locator("#close-deal [name=competitor]").fill("Daikin " + deals.code());
            page.locator("#close-deal button[value=lose]").click();
            page.locator("#stages button[value=reopen]").waitFor();
            browser.screenshot("opportunity-lost");
            assertThat(page.locator("#stages .qh-stagelist button:not([disabled])")
                            .count())
                    .isZero();
            JsonObject lost = admin.get("/opportunities/" + id).json();
            assertThat(lost.getString("reason")).isEqualTo("price");
            browser.go("outcomes.xhtml?pipeline=" + deals.code());
            assertThat(page.locator("#competitors").innerText()).contains("Daikin " + deals.code());
            assertThat(page.locator("#lost").innerText()).contains("1", "22");
            browser.screenshot("outcomes");
        }
    }

    @Test
    @Tag("R143")
    @Tag("R009")
    void theFunnelLeadsToTheRecordsBehindEachFigure() {
        deal("Trong phễu", Deals.worth("100 USD", "2026-12-10"));
        long lost = deal("Mất rồi", Deals.worth("200 USD", "2026-12-10"));
        deals.move(admin, lost, "two");
        Deals.act(admin, lost, "lose", "{\"reason\":\"price\"}");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("funnel.xhtml?pipeline=" + deals.code());
            Locator first = page.locator("#funnel [data-stage='" + deals.stage("one") + "']");
            assertThat(first.innerText()).contains("50%", "−1 (50%)");
            browser.screenshot("funnel");
            page.locator("[data-toggle=funnel-table]").click();
            page.setViewportSize(360, 900);
            page.locator("#funnel-table").scrollIntoViewIfNeeded();
            browser.screenshot("funnel-table-360");
            page.setViewportSize(1440, 900);
            Locator row = page.locator("#funnel-table [data-row='" + deals.stage("two") + "']");
            row.locator("a").last().click();
            page.locator("#behind").waitFor();
            assertThat(page.locator("#behind").innerText()).contains("Mất rồi").doesNotContain("Trong phễu");
            browser.go("forecast.xhtml?from=2026-12&pipeline=" + deals.code());
            assertThat(page.locator("#all-months").innerText()).contains("12/2026");
        }
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT, không phải ngày, Đang hiển thị", "zh-CN, DARK, 不是日期, 现显示"})
    @Tag("R143")
    void anImpossiblePeriodInTheAddressIsToldAndTheUsualOneIsShown(
            String language, ColorScheme scheme, String wrong, String instead) {
        deal("Trong phễu", Deals.worth("100 USD", "2026-12-10"));
        try (Browser browser = Browser.open(language)) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            browser.go("funnel.xhtml?pipeline=" + deals.code());
            String from = page.locator("#from").inputValue();
            browser.go("funnel.xhtml?from=2026-02-31&to=2026-03-01&pipeline=" + deals.code());
            assertThat(page.locator("[role=alert]").innerText()).contains("2026-02-31", wrong, instead);
            assertThat(page.locator("#from").inputValue()).isEqualTo(from);
            assertThat(page.locator("#funnel").innerText()).contains("100%");
            browser.screenshot("funnel-wrong-" + language);
            browser.go("funnel.xhtml?compareFrom=2026-03-02&compareTo=2026-03-01&pipeline=" + deals.code());
            assertThat(page.locator("[role=alert]").innerText()).contains("2026-03-02", "2026-03-01", instead);
            browser.go("outcomes.xhtml?from=never&pipeline=" + deals.code());
            assertThat(page.locator("[role=alert]").innerText()).contains("never", wrong, instead);
        }
    }

    @Test
    @Tag("R042")
    @Tag("R010")
    void anAdministratorChangesStagesOnThePage() {
        long id = deal("Đứng yên", Deals.worth("1 USD", "2026-12-10"));
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("admin.xhtml");
            page.locator("a[href='pipelines.xhtml']").click();
            page.locator("a[href='pipeline.xhtml?code=" + deals.code() + "']").click();
            page.locator("#add-stage").click();
            page.locator("[data-stagerow=new]").waitFor();
            Locator added = page.locator("[data-stagerow=new]");
            added.locator("[name='stage.name.vi']").fill("Chờ ký");
            added.locator("[name='stage.probability']").fill("nhiều");
            page.locator("[id='pipeline:save']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator("[data-stagerow=new] .qh-error").count()).isEqualTo(1);
            page.locator("[data-stagerow=new] [name='stage.probability']").fill("95");
            page.locator("[data-stagerow='" + deals.stage("one") + "'] button[value='drop:0']")
                    .click();
            page.locator(".qh-gone").waitFor();
            assertThat(page.locator(".qh-gone").innerText()).contains("1 cơ hội");
            page.locator("[id='pipeline:save']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator(".qh-gone .qh-error").innerText()).contains("Có 1 cơ hội");
            page.locator(".qh-gone select").selectOption(deals.stage("three"));
            browser.screenshot("pipeline-editor");
            page.locator("[id='pipeline:save']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(page.locator("#changes").innerText()).contains("Chờ ký");
            assertThat(stage(id)).isEqualTo(deals.stage("three"));
            Locator three = page.locator("[data-stagerow='" + deals.stage("three") + "']");
            three.locator("[name='stage.norm']").fill("0");
            page.locator("[id='pipeline:save']").click();
            admin.await("/pipelines/" + deals.code(), answer -> answer.text().contains("\"norm\":0"));
            browser.go(board + "&stuck=true");
            assertThat(page.locator("#stuck-total").innerText()).contains("1");
            assertThat(card(page, id).innerText()).contains("Ứ đọng 0 ngày");
            browser.screenshot("board-stuck");
            assertThat(page.locator("#board h2").allInnerTexts())
                    .containsExactly("Giai đoạn two", "Giai đoạn three", "Chờ ký");
        }
    }
}
