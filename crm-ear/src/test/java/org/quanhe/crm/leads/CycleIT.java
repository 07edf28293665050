package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/**
 * How long deals took, of qualified leads and of others. Each seller sees the own deals alone, but all leads: figures
 * of hand-overs are those of sources of the test's own.
 */
class CycleIT {
    private static final String BROKEN_WORDS = """
            () => [...document.querySelectorAll('#cycle-table th:not(:has(.qh-hidden))')].map(head => {
                const range = document.createRange();
                range.selectNodeContents(head);
                const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top))).size;
                return {lines, words: head.innerText.trim().split(/\\s+/)};
            }).filter(head => head.lines > head.words.length).map(head => head.words.join(' '))""";

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final Colleague seller = Colleague.with(List.of("sales"), List.of(Colleague.team("Chu kỳ " + mark)));
    private final LocalDate today =
            LocalDate.now(ZoneId.of(admin.get("/working-time").json().getString("timeZone")));

    private static long id(Answer made) {
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private long lead(String source, int daysAgo) {
        return id(admin.post(
                "/leads",
                "{\"name\":\"Chu kỳ " + mark + "\",\"source\":\"" + source + "\",\"owner\":" + seller.id()
                        + ",\"firstTouch\":\"" + today.minusDays(daysAgo) + "\"}"));
    }

    private void handover(long lead, String answer, String body) {
        Answer asked = admin.post("/leads/" + lead + "/handover", "{\"to\":" + seller.id() + "}");
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
        Answer answered = seller.crm().post("/leads/" + lead + "/handover/" + answer, body);
        assertThat(answered.status()).as("%s", answered).isEqualTo(204);
    }

    private void won(long lead) {
        long deal = id(admin.post(
                "/opportunities",
                "{\"name\":\"Chu kỳ " + mark + "\",\"lead\":" + lead + ",\"owner\":" + seller.id() + "}"));
        assertThat(admin.post("/opportunities/" + deal + "/win", "{}").status()).isEqualTo(200);
    }

    /** Qualified: 10, 20, 30 and 40 days; others: 50, 60 and 90; three returned. */
    private void history() {
        for (int days : new int[] {10, 20, 30, 40}) {
            long lead = lead(days < 25 ? fairs : web, days);
            handover(lead, "accept", "{}");
            won(lead);
        }
        for (int days : new int[] {50, 60, 90}) {
            won(lead(web, days));
        }
        handover(lead(web, 1), "return", "{\"why\":\"Chưa có ngân sách " + mark + "\"}");
        handover(lead(web, 1), "return", "{\"why\":\"chua co ngan sach " + mark + "\"}");
        handover(lead(fairs, 1), "return", "{\"why\":\"Sai số điện thoại\"}");
    }

    private static JsonObject line(JsonObject cycle, String name) {
        return cycle.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getString("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + cycle));
    }

    private final String fairs = "Hội chợ " + mark;
    private final String web = "Web " + mark;

    private static String days(JsonObject line, String group, String which) {
        return line.getJsonObject(group).getJsonObject("fromTouch").get(which).toString();
    }

    private long behind(String line, String part) {
        Answer answer = seller.crm().get("/cycle/records?line=" + Crm.encode(line) + "&part=" + part);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json().getJsonArray("items").size();
    }

    @Test
    @Tag("R134")
    void qualifiedLeadsStandBesideOthersAndFiguresLeadToTheirRecords() {
        history();
        JsonObject cycle = seller.crm().get("/cycle").json();
        JsonObject all = cycle.getJsonArray("lines").getJsonObject(0);
        assertThat(all.getJsonObject("qualified").getInt("won")).isEqualTo(4);
        assertThat(days(all, "qualified", "quarter")).isEqualTo("17.5");
        assertThat(days(all, "qualified", "median")).isEqualTo("25.0");
        assertThat(days(all, "qualified", "threeQuarters")).isEqualTo("32.5");
        assertThat(all.getJsonObject("others").getInt("won")).isEqualTo(3);
        assertThat(days(all, "others", "quarter")).isEqualTo("55.0");
        assertThat(days(all, "others", "median")).isEqualTo("60.0");
        assertThat(days(all, "others", "threeQuarters")).isEqualTo("75.0");
        JsonObject fair = line(cycle, fairs);
        JsonObject online = line(cycle, web);
        assertThat(fair.getInt("answered")).isEqualTo(3);
        assertThat(fair.getInt("rejected")).isEqualTo(1);
        assertThat(online.getInt("answered")).isEqualTo(4);
        assertThat(online.getInt("rejected")).isEqualTo(2);
        assertThat(cycle.getJsonArray("reasons").stream().map(JsonValue::toString))
                .as("the same words count together")
                .anyMatch(reason -> reason.contains("Chưa có ngân sách " + mark) && reason.contains("\"count\":2"));
        assertThat(fair.getJsonObject("qualified").getInt("won")).isEqualTo(2);
        assertThat(days(fair, "qualified", "median")).isEqualTo("15.0");
        assertThat(days(fair, "others", "median")).isEqualTo("null");
        assertThat(behind("all", "qualified")).isEqualTo(4);
        assertThat(behind("all", "others")).isEqualTo(3);
        assertThat(behind(online.getString("line"), "rejected")).isEqualTo(2);
        assertThat(behind(fair.getString("line"), "accepted")).isEqualTo(2);
        JsonObject byTeam = seller.crm().get("/cycle?by=team").json();
        assertThat(byTeam.getJsonArray("lines").getJsonObject(0).getJsonObject("qualified"))
                .isEqualTo(all.getJsonObject("qualified"));
        assertThat(seller.crm()
                        .get("/cycle?from=" + today.plusDays(1) + "&to=" + today.plusDays(9))
                        .json()
                        .getJsonArray("lines")
                        .getJsonObject(0)
                        .getJsonObject("qualified")
                        .getInt("won"))
                .isZero();
    }

    @Test
    @Tag("R134")
    void nobodySeesFiguresOfWhatIsNotTheirs() {
        Colleague other = Colleague.with(List.of("sales"), List.of(Colleague.team("Khác " + mark)));
        long lead = lead(web, 5);
        handover(lead, "accept", "{}");
        won(lead);
        JsonObject all = other.crm().get("/cycle").json().getJsonArray("lines").getJsonObject(0);
        assertThat(all.getJsonObject("qualified").getInt("won")).isZero();
        assertThat(other.crm().get("/cycle/records?part=qualified").json().getJsonArray("items"))
                .isEmpty();
        assertThat(admin.get("/cycle?from=2026-02-01&to=2026-01-01").status()).isEqualTo(400);
        assertThat(admin.get("/cycle?from=never").status()).isEqualTo(400);
        assertThat(admin.get("/cycle?by=weather").status()).isEqualTo(400);
        assertThat(admin.get("/cycle/records?limit=0").status()).isEqualTo(400);
        assertThat(admin.get("/cycle/records?part=stars").status()).isEqualTo(400);
    }

    @Test
    @Tag("R134")
    @Tag("browser")
    void thePictureHasATableAndEachFigureItsRecords() {
        history();
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("handover.xhtml");
            page.locator("a[href='cycle.xhtml']").first().click();
            page.locator("#verdict").waitFor();
            assertThat(page.locator("#verdict").innerText()).contains("sớm hơn 35 ngày");
            assertThat(page.locator("#cycle-table").innerText()).contains(fairs, "17,5 – 32,5", "33%");
            assertThat(page.locator("#reasons").innerText()).contains("Chưa có ngân sách " + mark);
            browser.screenshot("cycle");
            page.locator("#cycle-table tbody tr").first().locator("a").first().click();
            page.locator("#behind").waitFor();
            assertThat(page.locator("#behind li").count()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT", "zh-CN, DARK"})
    @Tag("R134")
    @Tag("browser")
    void thePageIsReadOnALargeScreenAndOnAPhone(String language, ColorScheme scheme) {
        history();
        for (int width : List.of(1440, 360)) {
            try (Browser browser = Browser.open(language, width, 900)) {
                Page page = browser.signIn(seller.username(), seller.password());
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                browser.go("cycle.xhtml");
                assertThat(page.locator("#cycle-table").innerText()).contains(fairs, "33%");
                assertThat(page.locator("#bars").evaluate("bars => bars.scrollWidth <= bars.clientWidth"))
                        .as("nothing of the picture sticks out")
                        .isEqualTo(true);
                page.locator("#cycle-table").scrollIntoViewIfNeeded();
                if (language.equals("vi")) {
                    assertThat(page.evaluate(BROKEN_WORDS))
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .as("heads have no more lines than words")
                            .isEmpty();
                }
                browser.screenshot("cycle-" + language + "-" + width);
                browser.go("cycle.xhtml?from=2026-02-31");
                assertThat(page.locator("[role=alert]").innerText()).contains("2026-02-31");
                assertThat(page.locator("#cycle-table").innerText()).contains(fairs);
            }
        }
    }

    @Test
    @Tag("R127")
    @Tag("browser")
    void whatComesBackIsCountedInMarketingsQueueWithItsReason() {
        Colleague marketing = Colleague.with(List.of("marketing"), List.of());
        long lead = id(marketing.crm().post("/leads", "{\"name\":\"Trả lại " + mark + "\"}"));
        JsonObject before = admin.get("/handovers/counts").json();
        assertThat(admin.post("/leads/" + lead + "/handover", "{\"to\":" + seller.id() + "}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/handovers/counts").json().getInt("waiting")).isEqualTo(before.getInt("waiting") + 1);
        assertThat(admin.post("/leads/" + lead + "/handover/return", "{\"why\":\"Không nghe máy " + mark + "\"}")
                        .status())
                .isEqualTo(204);
        JsonObject after = admin.get("/handovers/counts").json();
        assertThat(after.getInt("waiting")).isEqualTo(before.getInt("waiting"));
        assertThat(after.getInt("returned")).isEqualTo(before.getInt("returned") + 1);
        assertThat(after.getJsonArray("reasons").stream().map(JsonValue::toString))
                .anyMatch(reason -> reason.contains("Không nghe máy " + mark) && reason.contains("\"count\":1"));
        assertThat(after.getJsonArray("back")
                        .getJsonObject(0)
                        .getJsonNumber("lead")
                        .longValue())
                .isEqualTo(lead);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(marketing.username(), marketing.password());
            browser.go("handover.xhtml");
            assertThat(page.locator("#counts").innerText()).contains("Trả lại trong tuần");
            assertThat(page.locator("#back").innerText()).contains("Trả lại " + mark, "Không nghe máy " + mark);
            browser.screenshot("handover-counts");
        }
    }
}
