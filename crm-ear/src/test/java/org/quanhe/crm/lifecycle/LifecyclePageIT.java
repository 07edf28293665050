package org.quanhe.crm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.lifecycle.KeptLifecycle.codes;
import static org.quanhe.crm.lifecycle.KeptLifecycle.stage;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The lifecycle in the browser: settings, the stage of a customer, the journey, the ideal customer. */
@Tag("browser")
class LifecyclePageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long made(String type, String more) {
        return admin.post("/" + type, "{\"name\":\"Chị Hạnh " + mark + "\"" + more + "}")
                .json()
                .getInt("id");
    }

    /** Does what leads to another page, and waits for it. */
    private static void reloaded(Page page, Runnable act) {
        page.evaluate("document.body.setAttribute('data-before', '')");
        act.run();
        page.locator("body[data-before]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForLoadState();
    }

    private List<String> order() {
        return codes(admin.get("/lifecycle").json());
    }

    @Test
    @Tag("R167")
    void stagesAreRenamedReorderedAddedAndRemovedWithMouseAndKeys() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin);
                Browser browser = Browser.open("vi")) {
            assertThat(codes(kept.before())).hasSize(5);
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("admin.xhtml");
            reloaded(page, () -> page.locator("a[href='lifecycle.xhtml']").click());
            assertThat(page.locator("[data-order] li").allInnerTexts().toString())
                    .contains("Tiếp cận", "Thu hút", "Chuyển đổi", "Giữ chân", "Trung thành");
            browser.screenshot("lifecycle-settings");
            reloaded(page, () -> page.locator("[data-name=keep] a").click());
            page.locator("[name='name.vi']").fill("Chăm sóc " + mark);
            reloaded(page, () -> page.locator("[id='stage:keep']").click());
            assertThat(page.locator("[data-name=keep]").innerText()).contains("Chăm sóc " + mark);
            assertThat(page.locator("#changes").innerText()).contains("keep.name.vi");

            // up with the keys, back with the mouse
            reloaded(page, () -> page.locator("[name='name.vi']").press("Alt+ArrowUp"));
            assertThat(order().indexOf("keep")).isEqualTo(2);
            reloaded(page, () -> page.locator("[data-name=keep]").dragTo(page.locator("[data-name=convert]")));
            assertThat(order().indexOf("keep")).isEqualTo(3);

            browser.go("lifecycle.xhtml?new=true");
            page.locator("[name='name.vi']").fill("Giới thiệu bạn " + mark);
            reloaded(page, () -> page.locator("[id='stage:keep']").click());
            assertThat(order()).hasSize(6).endsWith("stage-6");
            long customer = made("customers", "");
            assertThat(admin.post("/lifecycle/customers/" + customer + "/move", "{\"stage\":\"stage-6\"}")
                            .status())
                    .isEqualTo(200);
            page.locator("#removal summary").click();
            reloaded(page, () -> page.locator("[id='stage:remove']").click());
            assertThat(page.locator("#problem").innerText())
                    .contains("1 bản ghi đang ở “Giới thiệu bạn " + mark, "“Trung thành”");
            page.locator("#removal summary").click();
            page.locator("#heir").selectOption("loyalty");
            reloaded(page, () -> page.locator("[id='stage:remove']").click());
            assertThat(order()).hasSize(5);
            assertThat(admin.get("/lifecycle/customers/" + customer).json().getString("stage"))
                    .isEqualTo("loyalty");

            // another template asks where the records go
            reloaded(page, () -> page.locator("[value=acquire-retain-extend]").click());
            page.locator("#heir-loyalty").selectOption("extend");
            browser.screenshot("lifecycle-template");
            reloaded(page, () -> page.locator("#mapping [value=acquire-retain-extend]")
                    .click());
            assertThat(order()).containsExactly("acquire", "retain", "extend");
            assertThat(admin.get("/lifecycle/customers/" + customer).json().getString("stage"))
                    .isEqualTo("extend");
        }
    }

    @Test
    @Tag("R002")
    void aCustomerTellsItsStageItsHistoryAndIsMoved() {
        long customer = made("customers", "");
        try (KeptLifecycle kept = KeptLifecycle.of(admin);
                Browser browser = Browser.open("zh-CN")) {
            kept.set(
                    stage("reach", "").replace("\"en\":\"reach\"", "\"en\":\"Reach\",\"zh-CN\":\"触达\""),
                    stage("acquire", "").replace("\"en\":\"acquire\"", "\"en\":\"Acquire\",\"zh-CN\":\"获取\""),
                    stage("keep", "'enter':{'customers':'has(birthday)'}")
                            .replace("\"en\":\"keep\"", "\"en\":\"Keep\",\"zh-CN\":\"保留\""));
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("record.xhtml?type=customers&id=" + customer);
            assertThat(page.locator("#stage").innerText()).isEqualTo("触达");
            page.locator("[popovertarget=menu-stage]").click();
            assertThat(page.locator("#menu-stage [value=keep]").isDisabled()).isTrue();
            assertThat(page.locator("#menu-stage").innerText()).contains("生日");
            page.locator("#menu-stage [name=why]").fill("电话里说定了");
            reloaded(page, () -> page.locator("#menu-stage [value=acquire]").click());
            assertThat(page.locator("#stage").innerText()).isEqualTo("获取");
            page.locator("#stays summary").click();
            assertThat(page.locator("#stays tbody tr").allInnerTexts().toString())
                    .contains("获取", "触达", "电话里说定了", "分钟", "自动");
            browser.screenshot("lifecycle-customer");
            assertThat(page.locator(".qh-tl").allTextContents().toString()).contains("电话里说定了");
        }
    }

    @Test
    @Tag("R030")
    @Tag("R168")
    void theJourneyOpensStagesWithStepsTeamsAndHandOverPoints() {
        long marketing = Colleague.team("Tiếp thị " + mark);
        long service = Colleague.team("Dịch vụ " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(marketing));
        long customer = made("customers", ",\"team\":" + marketing);
        made("customers", "");
        try (KeptLifecycle kept = KeptLifecycle.of(admin);
                Browser browser = Browser.open("vi")) {
            kept.set(
                    stage(
                            "reach",
                            "'team':" + marketing
                                    + ",'steps':[{'text':{'vi':'Gọi lần đầu'}},{'text':{'vi':'Gửi tài liệu'}}],'handOver':{'vi':'Đã có số máy'}"),
                    stage("keep", "'team':" + service));
            Page page = browser.signIn(seller.username(), seller.password());
            page.locator("nav.qh-nav a[href='journey.xhtml']").click();
            assertThat(page.locator("[data-stage=reach]").innerText()).contains("Tiếp thị " + mark, "100%");
            assertThat(page.locator("[data-stage=reach] td").first().innerText())
                    .isEqualTo("1");
            reloaded(page, () -> page.locator("[data-stage=reach] th a").click());
            assertThat(page.locator("#opened header").innerText()).contains("Tiếp thị " + mark);
            assertThat(page.locator("#steps li").allInnerTexts()).containsExactly("Gọi lần đầu", "Gửi tài liệu");
            assertThat(page.locator("#handovers").innerText())
                    .contains("Tiếp thị " + mark, "Dịch vụ " + mark, "Đã có số máy");
            browser.screenshot("lifecycle-journey");
            page.locator("#records a").click();
            page.waitForURL(url -> url.contains("record.xhtml") && url.contains("id=" + customer));
        }
    }

    @Test
    @Tag("R003")
    void theIdealCustomerIsWrittenInRowsAndRun() {
        long lead = made("leads", ",\"industry\":\"Gỗ " + mark + "\"");
        try (KeptLifecycle kept = KeptLifecycle.of(admin);
                Browser browser = Browser.open("vi")) {
            assertThat(codes(kept.before())).isNotEmpty();
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("idealcustomer.xhtml");
            page.locator("[name='leads.field']").first().selectOption("industry");
            page.locator("[name='leads.operator']").first().selectOption("CONTAINS");
            page.locator("[name='leads.value']").first().fill(mark);
            reloaded(page, () -> page.locator("[id='ideal:save']").click());
            JsonObject conditions =
                    admin.get("/lifecycle/ideal-customer").json().getJsonObject("conditions");
            assertThat(conditions.getString("leads")).isEqualTo("industry.contains(\"" + mark + "\")");
            reloaded(page, () -> page.locator("[id='run:run']").click());
            page.locator("[data-running=false]").waitFor();
            browser.screenshot("ideal-customer");
            assertThat(page.locator("[data-running]").innerText()).contains("Đã so");
            browser.go("record.xhtml?type=leads&id=" + lead);
            page.locator("#fit summary").click();
            assertThat(page.locator("#fit").innerText()).contains("Phù hợp", "Ngành", mark, "đạt");
            browser.screenshot("ideal-customer-lead");
        }
    }
}
