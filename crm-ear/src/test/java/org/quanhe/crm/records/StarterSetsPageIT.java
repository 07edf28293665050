package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** A small firm begins with a set made for its trade, and puts parts of it on and off. */
@Tag("browser")
@Tag("crash")
class StarterSetsPageIT {
    @Test
    @Tag("R071")
    @Tag("R221")
    void oneClickShapesAnEmptySystemAndAnotherSetIsLookedAtFirst() {
        CrmProcess server =
                CrmProcess.fresh("starters").with("CRM_LANGUAGE", "vi").start();
        try (Browser browser = Browser.at(server.root(), "vi")) {
            Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("types.xhtml");
            page.locator("a[href='transfer.xhtml']").click();
            assertThat(page.locator("[data-starter]").count()).isEqualTo(3);
            page.locator("[data-starter='air-conditioner-shop'] .qh-btn").click();
            page.waitForURL("**/types.xhtml**");
            page.locator(".qh-toast").first().waitFor();
            browser.screenshot("starter-loaded");

            // the trade's own fields and types are there, in the process that runs
            browser.go("edit.xhtml?type=customers");
            page.locator("[data-field=name] input").fill("Chị Ễn");
            page.locator("[data-field=area] input").fill("42.5");
            page.locator("#save").click();
            page.waitForURL("**/record.xhtml**");
            assertThat(page.locator("main").innerText())
                    .contains("Diện tích cần làm mát (m²)")
                    .contains("42,5");
            int customer = admin.get("/customers")
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getInt("id");
            browser.go("edit.xhtml?type=installations&set.customer=" + customer);
            page.locator("[data-field=name] input").fill("Máy phòng khách");
            page.locator("[data-field=serial] input").fill("SN-1");
            page.locator("#save").click();
            page.waitForURL("**/record.xhtml**");
            JsonObject unit =
                    admin.get("/installations").json().getJsonArray("items").getJsonObject(0);
            assertThat(unit.getString("state")).isEqualTo("planned");
            assertThat(unit.getJsonObject("customer").getString("title")).isEqualTo("Chị Ễn");
            assertThat(page.locator(".qh-nav").innerText()).contains("Máy đã lắp");

            itWorksByItself(browser, page, admin, unit.getInt("id"), customer);

            // another set goes the way of an import: difference first
            browser.go("transfer.xhtml");
            assertThat(page.locator("[data-starter='air-conditioner-shop'] .qh-btn")
                            .count())
                    .isZero();
            page.locator("[data-starter='training-centre'] .qh-btn").click();
            page.waitForURL("**/publish.xhtml**");
            assertThat(page.locator(".qh-difference").first().innerText()).contains("Lớp học", "Ghi danh");
            assertThat(admin.get("/courses").status()).isEqualTo(404);
            page.locator("[id='publish:go']").click();
            page.locator(".qh-toast").first().waitFor();
            assertThat(page.locator(".qh-nav").innerText()).contains("Máy đã lắp", "Lớp học");

            // off and on again: the core stays, records come back
            int plan = admin.post(
                            "/maintenancePlans",
                            "{\"name\":\"Bảo trì 2027\",\"customer\":" + customer + ",\"units\":[" + unit.getInt("id")
                                    + "]}")
                    .json()
                    .getInt("id");
            put(page, browser, "retire");
            assertThat(page.locator(".qh-nav").innerText())
                    .contains("Khách hàng", "Máy đã lắp")
                    .doesNotContain("Hợp đồng bảo trì");
            assertThat(admin.get("/maintenancePlans").status()).isEqualTo(404);
            put(page, browser, "revive");
            assertThat(page.locator(".qh-nav").innerText()).contains("Hợp đồng bảo trì");
            assertThat(admin.get("/maintenancePlans/" + plan).json().getString("name"))
                    .isEqualTo("Bảo trì 2027");
        } finally {
            server.stop();
        }
    }

    /** The set's automations, process and message at work: what a new unit sets off, and one that runs. */
    private static void itWorksByItself(Browser browser, Page page, Crm admin, int unit, int customer) {
        Crm spoken = admin.with("Accept-Language", "vi");
        Answer run = spoken.await("/process-runs?type=installations&recordId=" + unit, answer -> answer.text()
                .contains("Khảo sát"));
        assertThat(run.text()).contains("Lắp đặt máy", "Khảo sát");
        Answer tasks = admin.await("/activities", answer -> answer.text().contains("Hẹn ngày với Chị Ễn"));
        assertThat(tasks.text()).contains("Hẹn ngày với Chị Ễn để lắp Máy phòng khách");
        assertThat(admin.get("/teams").text()).contains("Chăm sóc khách hàng", "Kỹ thuật");
        assertThat(admin.get("/installations/" + unit)
                        .json()
                        .getJsonObject("team")
                        .getString("title"))
                .isEqualTo("Chăm sóc khách hàng");

        // the guided questions of the process stand on the record's page
        browser.go("record.xhtml?type=installations&id=" + unit);
        assertThat(page.locator("main").innerText()).contains("Lắp đặt máy");
        browser.screenshot("starter-process");

        change(admin, "/customers/" + customer, "{\"emails\":[{\"type\":\"work\",\"value\":\"en@vidu.vn\"}]}");
        change(admin, "/installations/" + unit, "{\"state\":\"running\"}");
        Answer mails = admin.await("/mails", answer -> answer.text().contains("en@vidu.vn"));
        assertThat(mails.text())
                .as("%s", admin.get("/automations"))
                .contains("en@vidu.vn", "Máy lạnh Máy phòng khách của quý khách đã hoạt động");
    }

    private static void change(Crm admin, String path, String values) {
        Answer answer = admin.patch(path, values);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static void put(Page page, Browser browser, String onOrOff) {
        browser.go("types.xhtml?edit=maintenancePlans");
        page.locator("[id='type:" + onOrOff + "']").click();
        page.locator("a[href^='publish.xhtml']").click();
        page.locator("[id='publish:go']").click();
        page.locator(".qh-toast").first().waitFor();
        browser.go("home.xhtml");
    }
}
