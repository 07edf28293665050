package org.quanhe.crm.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Who is in the CRM already is told while somebody new is written down. */
class DoublesIT {
    private final Crm admin = Crm.admin();
    /** Behind the 9 of a mobile number: not each eight digits are one. */
    private final String digits = String.format("1%07d", System.nanoTime() % 10_000_000);

    private final String mark = Long.toString(System.nanoTime(), 36);

    private long made(String type, String json) {
        Answer made = admin.post("/" + type, json);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private static List<JsonObject> items(Crm crm, String question) {
        return crm.get("/doubles?" + question).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** The same as soon as somebody is found: on a busy machine the index may be a moment behind. */
    private List<JsonObject> found(String question) {
        admin.await(
                "/doubles?" + question,
                answer -> !answer.json().getJsonArray("items").isEmpty());
        return items(admin, question);
    }

    private static String q(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    @Tag("R004")
    void whoIsHereAlreadyIsToldWithTheReasonInAnySpelling() {
        long lead = made(
                "leads",
                "{\"name\":\"張偉 " + mark + "\",\"company\":\"Công ty TNHH Tân Á " + mark + "\",\"phone\":\"+84 9"
                        + digits + "\",\"email\":\"zw" + mark + "@example.com\"}");
        JsonObject byPhone = found("phone=" + q("09" + digits)).get(0);
        assertThat(byPhone.getJsonNumber("id").longValue()).isEqualTo(lead);
        assertThat(byPhone.getJsonArray("reasons").getString(0)).isEqualTo("same telephone number");
        assertThat(items(admin, "mail=" + q(" ZW" + mark + "@Example.com "))
                        .get(0)
                        .getJsonArray("reasons"))
                .hasToString("[\"same e-mail\"]");
        JsonObject byName = items(admin, "name=" + q("张伟 " + mark) + "&company=" + q("TAN A " + mark + " Co., Ltd"))
                .get(0);
        assertThat(byName.getJsonNumber("id").longValue()).isEqualTo(lead);
        assertThat(byName.getJsonArray("reasons").getString(0)).isEqualTo("same name and company");
        assertThat(items(admin, "name=" + q("张伟国 " + mark))).isEmpty();
        assertThat(items(admin, "name=" + q("章伟 " + mark)))
                .as("it only sounds alike")
                .isEmpty();
        assertThat(items(admin, "name=" + q("Zhang Wei " + mark))).hasSize(1);
        assertThat(items(admin, "phone=12&mail=&name=")).isEmpty();
    }

    @Test
    @Tag("R004")
    void whoMayNotSeeARecordIsNotToldOfIt() {
        made(
                "customers",
                "{\"kind\":\"person\",\"name\":\"Lê Thị Kín " + mark + "\",\"phone\":\"+84 9" + digits + "\"}");
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        assertThat(found("phone=09" + digits)).hasSize(1);
        assertThat(items(stranger.crm(), "phone=09" + digits)).isEmpty();
    }

    @Test
    @Tag("R004")
    @Tag("browser")
    void theFormTellsWhileItIsTypedAndStillSaves() {
        made(
                "customers",
                "{\"kind\":\"person\",\"name\":\"Phạm Thị Ễn " + mark + "\",\"phone\":\"+84 9" + digits + "\"}");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("edit.xhtml?type=leads&quick=true");
            page.locator("#f_name").fill("Pham Thi En " + mark);
            Locator told = page.locator("#likely .qh-likely");
            told.waitFor();
            assertThat(told.innerText()).contains("Có thể đã có trong hệ thống", "Phạm Thị Ễn " + mark, "trùng tên");
            page.locator("[data-field=phones] .is-value").first().fill("09" + digits);
            told.getByText("trùng số điện thoại", new Locator.GetByTextOptions().setExact(false))
                    .waitFor();
            browser.screenshot("doubles-while-typing");
            page.locator("#f_name").fill("Ai đó khác " + mark);
            page.locator("[data-field=phones] .is-value").first().fill("");
            page.locator("#likely:not(:has(.qh-likely))")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
            page.locator("#f_name").fill("Pham Thi En " + mark);
            told.waitFor();
            page.locator("#save").click();
            page.waitForURL("**/record.xhtml**");
        }
    }
}
