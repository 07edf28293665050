package org.quanhe.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** The model of scores is written, tried and agreed on by hand. */
@Tag("browser")
class ScoreModelPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    @Test
    @Tag("R155")
    @Tag("R159")
    void aCriterionIsAddedTriedAndAgreedOn() {
        Answer made = admin.post("/leads", "{\"name\":\"Thử " + mark + "\",\"industry\":\"Cơ khí " + mark + "\"}");
        assertThat(made.status()).isEqualTo(201);
        long lead = made.json().getJsonNumber("id").longValue();
        Answer before = admin.get("/score-model");
        String original = before.json().getJsonObject("inForce").toString();
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("admin.xhtml");
            page.locator("a[href='scoring.xhtml']").first().click();
            page.locator(".qh-criterion").first().waitFor();
            int known = page.locator(".qh-criterion").count();
            assertThat(known).isPositive();
            page.locator("select[name='add']").selectOption("profile");
            page.locator("[id='model:more']").click();
            String at = "c" + known + ".";
            page.locator("[name='" + at + "label']").waitFor();
            page.locator("[name='" + at + "points']").fill("0");
            page.locator("[id='model:try']").click();
            page.locator("#problem").waitFor();
            assertThat(page.locator(".qh-criterion").last().innerText()).contains("Nhập số nguyên từ -100 đến 100");

            page.locator("[name='" + at + "label']").fill("Đúng ngành " + mark);
            page.locator("[name='" + at + "points']").fill("33");
            page.locator("[name='" + at + "field']").first().selectOption("industry");
            page.locator("[name='" + at + "operator']").first().selectOption("EQ");
            page.locator("[name='" + at + "value']").first().fill("Cơ khí " + mark);
            page.locator("[id='model:try']").click();
            page.locator("#trial").waitFor();
            assertThat(page.locator("#movers").innerText()).contains("Thử " + mark, "Lạnh → Ấm", "0 → 33");
            browser.screenshot("score-model-trial");
            page.locator("[id='model:save']").click();
            page.locator("[data-toast]").waitFor();
            page.locator("[id='model:marketing']").click();
            page.locator("[id='model:marketing']")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            assertThat(admin.get("/leads/" + lead).json().getInt("score")).isZero();
            page.locator("[id='model:sales']").click();
            page.locator("[id='model:sales']")
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            admin.await("/leads/" + lead, answer -> answer.json().getInt("score") == 33);
            browser.go("record.xhtml?type=leads&id=" + lead);
            assertThat(page.locator("#ledger").innerText()).contains("Đúng ngành " + mark, "+33", "Cơ khí " + mark);
        } finally {
            Answer now = admin.get("/score-model");
            Answer back = admin.with("If-Match", now.header("ETag"))
                    .send("PUT", "/score-model/draft", "application/json", original);
            Answer one = admin.with("If-Match", back.header("ETag"))
                    .post("/score-model/agreements", "{\"side\":\"marketing\"}");
            admin.with("If-Match", one.header("ETag")).post("/score-model/agreements", "{\"side\":\"sales\"}");
        }
        admin.await("/leads/" + lead, answer -> answer.json().getInt("score") == 0);
    }
}
