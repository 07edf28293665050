package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** A seller makes a person and an organisation of a lead on its page, and takes that back. */
@Tag("browser")
class ConversionPageIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final long team = Colleague.team("Bán hàng " + mark);
    private final Colleague seller = Colleague.with(List.of("sales"), List.of(team));

    private long made(String path, String values) {
        Answer made = admin.post(path, values);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private long lead(String name, String company) {
        return made(
                "/leads",
                "{\"name\":\"" + name + " " + mark + "\",\"company\":\"" + company + " " + mark
                        + "\",\"jobTitle\":\"Trưởng phòng Mua hàng\",\"phone\":\"0913884205\","
                        + "\"budget\":\"3500000000 VND\",\"team\":" + team + "}");
    }

    private JsonObject record(String type, int id) {
        return admin.get("/" + type + "/" + id).json();
    }

    @Test
    @Tag("R142")
    void aSellerChoosesTheOrganisationSeesWhatCameOfItAndTakesItBack() {
        long known = made(
                "/customers",
                "{\"kind\":\"organisation\",\"name\":\"Công ty Cổ phần Cơ khí Minh Phát " + mark
                        + "\",\"city\":\"Biên Hòa\",\"team\":" + team + "}");
        long lead = lead("Trần Quốc Bảo", "Cơ khí Minh Phát");
        admin.await(
                "/leads/" + lead + "/organisations",
                answer -> !answer.json().getJsonArray("items").isEmpty());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("record.xhtml?type=leads&id=" + lead);
            page.locator("[popovertarget='lead-convert']").click();
            Locator house = page.locator("#cv-house");
            assertThat(house.inputValue()).as("who is known goes first").isEqualTo(Long.toString(known));
            assertThat(house.locator("option").allInnerTexts().stream().map(String::strip))
                    .containsExactly(
                            "Công ty Cổ phần Cơ khí Minh Phát " + mark + " · Biên Hòa",
                            "Tạo mới: Cơ khí Minh Phát " + mark,
                            "Không có");
            browser.screenshot("lead-convert");
            page.locator("[id='convert:go']").click();
            page.locator("#became").waitFor();
            assertThat(page.locator("#became").innerText())
                    .contains(
                            "Trần Quốc Bảo " + mark,
                            "Công ty Cổ phần Cơ khí Minh Phát " + mark,
                            "Cơ khí Minh Phát " + mark + " – Trần Quốc Bảo " + mark);
            browser.screenshot("lead-converted");
            page.locator("#became a").nth(1).click();
            page.locator("h1", new Page.LocatorOptions().setHasText("Cơ khí Minh Phát " + mark))
                    .waitFor();
            assertThat(page.locator(".qh-people").innerText()).contains("Trần Quốc Bảo " + mark, "Nhân viên");
            browser.screenshot("organisation-of-a-lead");

            browser.go("record.xhtml?type=leads&id=" + lead);
            page.locator("[id='unconvert:undo']").click();
            page.locator("[popovertarget='lead-convert']").waitFor();
            assertThat(page.locator("#became").count()).isZero();
            assertThat(record("customers", (int) known).getString("city")).isEqualTo("Biên Hòa");
        }
    }

    @Test
    @Tag("R142")
    void onAPhoneANewOrganisationIsMadeInChinese() {
        long lead = lead("王芳", "明发机械有限公司");
        try (Browser browser = Browser.open("zh-CN", 360, 740)) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("record.xhtml?type=leads&id=" + lead);
            page.locator("[popovertarget='lead-convert']").click();
            assertThat(page.locator("#cv-house").inputValue()).isEqualTo("new");
            browser.screenshot("lead-convert-phone");
            page.locator("[id='convert:go']").click();
            page.locator("#became").waitFor();
            browser.screenshot("lead-converted-phone");
            JsonObject converted = record("leads", (int) lead);
            JsonObject deal = record(
                    "opportunities", converted.getJsonObject("opportunity").getInt("id"));
            assertThat(deal.getJsonObject("customer").getInt("id"))
                    .isEqualTo(converted.getJsonObject("organisation").getInt("id"));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            browser.go("record.xhtml?type=opportunities&id="
                    + converted.getJsonObject("opportunity").getInt("id"));
            browser.screenshot("deal-of-a-lead-phone");
        }
    }
}
