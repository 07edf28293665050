package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/**
 * How likely a lead without an opportunity is to be won: counted from finished leads, with the counts in words. Each
 * seller sees the own leads alone, so that the figures are those of the test.
 */
class LeadChanceIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static Colleague seller() {
        return Colleague.with(List.of("sales"), List.of(Colleague.team("Dự đoán " + System.nanoTime())));
    }

    private long lead(Colleague seller, String source) {
        return Deals.id(made(
                "/leads",
                "{\"name\":\"Trần Thị Mai " + mark + "\",\"owner\":" + seller.id() + ",\"source\":\"" + source
                        + "\"}"));
    }

    private JsonObject made(String path, String json) {
        Answer made = admin.post(path, json);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json();
    }

    private long deal(Colleague seller, long lead) {
        return Deals.id(made(
                "/opportunities",
                "{\"name\":\"Deal " + mark + "\",\"lead\":" + lead + ",\"owner\":" + seller.id() + "}"));
    }

    private void ended(Colleague seller, String source, boolean won) {
        String reason = admin.get("/pipelines")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("reasons")
                .getJsonObject(0)
                .getString("code");
        Answer end = Deals.act(
                admin,
                deal(seller, lead(seller, source)),
                won ? "win" : "lose",
                won ? "{}" : "{\"reason\":\"" + reason + "\"}");
        assertThat(end.status()).as("%s", end).isEqualTo(200);
    }

    private String fair() {
        return "Hội chợ " + mark;
    }

    /** 20 from the fair, 15 of them won; 5 from the web, none won. */
    private void history(Colleague seller) {
        for (int i = 0; i < 25; i++) {
            ended(seller, i < 20 ? fair() : "Web " + mark, i < 15);
        }
    }

    private static JsonObject chance(Crm who, long lead) {
        Answer answer = who.get("/leads/" + lead + "/chance");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** The share is that of the same source, or of all where the source has too few, with its counts in words. */
    @Test
    @Tag("R178")
    void theShareIsCountedOfTheSameSourceElseOfAll() {
        Colleague seller = seller();
        history(seller);
        JsonObject same = chance(seller.crm(), lead(seller, fair()));
        assertThat(same.getInt("percent")).isEqualTo(75);
        assertThat(same.getBoolean("byModel")).isFalse();
        assertThat(same.getString("why")).contains("15 of 20", fair(), "53 to 89%");
        assertThat(same.getJsonNumber("start").doubleValue()).isCloseTo(60, within(0.01));
        JsonObject line = same.getJsonArray("lines").getJsonObject(0);
        assertThat(line.getString("value")).isEqualTo(fair());
        assertThat(line.getJsonNumber("points").doubleValue()).isCloseTo(15, within(0.01));

        long web = lead(seller, "Web " + mark);
        JsonObject all = chance(seller.crm(), web);
        assertThat(all.getInt("percent")).isEqualTo(60);
        assertThat(all.getString("why")).contains("15 of 25", "from 20 on");
        assertThat(all.getJsonArray("lines")).isEmpty();

        long deal = deal(seller, web);
        assertThat(chance(seller.crm(), web))
                .as("with an opportunity it is that opportunity's")
                .isEqualTo(
                        seller.crm().get("/opportunities/" + deal + "/chance").json());
    }

    /** Nothing looks exact without cases, and deals that the reader may not see do not count. */
    @Test
    @Tag("R178")
    void withoutCasesItIsNotKnownAndOthersDealsAreNotCounted() {
        Colleague seller = seller();
        history(seller);
        Colleague other = seller();
        long own = lead(other, fair());
        JsonObject told = chance(other.crm(), own);
        assertThat(told.isNull("percent")).isTrue();
        assertThat(told.getString("why")).contains("Not known yet: 0 leads", "20");
        assertThat(chance(seller.crm(), own).getInt("percent"))
                .as("sellers see all leads, and count by the deals that they may see themselves")
                .isEqualTo(75);
        assertThat(admin.get("/leads/999999999/chance").status()).isEqualTo(404);
        assertThat(admin.get("/leads/x/chance").status()).isEqualTo(404);
    }

    /** The page of a lead says it in the reader's language. */
    @Test
    @Tag("R178")
    @Tag("browser")
    void thePageSaysItWithItsReasons() {
        Colleague seller = seller();
        history(seller);
        long lead = lead(seller, fair());
        shown(seller, lead, "vi", "15 trên 20 đầu mối", "Mọi đầu mối đã kết thúc");
        shown(seller, lead, "zh-CN", "其中赢单 15 条", "所有已结束线索");
        Colleague fresh = seller();
        long unknown = lead(fresh, fair());
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(fresh.username(), fresh.password());
            browser.go("record.xhtml?type=leads&id=" + unknown);
            assertThat(page.locator("#chance").innerText()).contains("chưa biết", "Còn thiếu gì");
            browser.screenshot("leadchance-unknown");
        }
    }

    private static void shown(Colleague seller, long lead, String language, String counts, String start) {
        for (int width : List.of(1440, 360)) {
            try (Browser browser = Browser.open(language, width, 900)) {
                Page page = browser.signIn(seller.username(), seller.password());
                browser.go("record.xhtml?type=leads&id=" + lead);
                assertThat(page.locator("#chance").innerText()).contains("75%");
                browser.screenshot("leadchance-" + language + "-" + width + "-light");
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                page.locator("#chance summary").click();
                assertThat(page.locator("#chance-why").innerText()).contains(counts);
                assertThat(page.locator("#chance-lines").innerText()).contains(start);
                browser.screenshot("leadchance-" + language + "-" + width + "-dark");
            }
        }
    }
}
