package org.quanhe.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/**
 * Won and lost deals suggest criteria. Each seller sees the own deals alone, so that the figures are those of the test.
 */
class SuggestionsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static Colleague seller() {
        return Colleague.with(List.of("sales"), List.of(Colleague.team("Gợi ý " + System.nanoTime())));
    }

    private static long id(Answer made) {
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    /** A lead of the seller's, and what became of it. */
    private long closed(Colleague seller, String lead, boolean won) {
        long from = lead(seller, lead);
        long deal = id(admin.post(
                "/opportunities",
                "{\"name\":\"Deal " + mark + "\",\"lead\":" + from + ",\"owner\":" + seller.id() + "}"));
        Answer end = admin.post(
                "/opportunities/" + deal + (won ? "/win" : "/lose"), won ? "{}" : "{\"reason\":\"" + reason() + "\"}");
        assertThat(end.status()).as("%s", end).isEqualTo(200);
        return from;
    }

    private long lead(Colleague seller, String more) {
        return id(admin.post("/leads", "{\"name\":\"Lead " + mark + "\",\"owner\":" + seller.id() + "," + more + "}"));
    }

    private String reason() {
        return admin.get("/pipelines").json().getJsonArray("items").getJsonObject(0).getJsonArray("reasons").stream()
                .map(one -> one.asJsonObject().getString("code"))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject suggestions(Crm who) {
        Answer answer = who.get("/score-model/suggestions");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    private static Optional<JsonObject> of(JsonObject suggestions, String when) {
        return suggestions.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(one ->
                        one.getJsonObject("criterion").getString("when", "").equals(when))
                .findFirst();
    }

    private static String number(JsonObject of, String name) {
        return of.getJsonNumber(name).toString();
    }

    /** 20 from the fair, 16 of them won; 24 from the web, 6 of them won; the industry says nothing. */
    private void history(Colleague seller) {
        for (int i = 0; i < 44; i++) {
            boolean fair = i < 20;
            boolean won = fair ? i < 16 : i < 26;
            closed(
                    seller,
                    "\"source\":\"" + (fair ? "Hội chợ " : "Web ") + mark + "\",\"industry\":\"Cơ khí\",\"language\":\""
                            + (i % 2 == 0 ? "vi" : "en") + "\",\"budget\":\"" + (fair ? 900 : 20) + "000000 VND\"",
                    won);
        }
    }

    @Test
    @Tag("R179")
    void wonDealsSuggestWhatTheirLeadsHadAndOneClickAddsIt() {
        Colleague seller = seller();
        history(seller);
        JsonObject found = suggestions(seller.crm());
        assertThat(found.getInt("won")).isEqualTo(22);
        assertThat(found.getInt("lost")).isEqualTo(22);
        assertThat(found.getInt("missing")).isZero();
        String when = "source == \"Hội chợ " + mark + "\"";
        JsonObject fair = of(found, when).orElseThrow(() -> new AssertionError(found));
        assertThat(number(fair.getJsonObject("with"), "won")).isEqualTo("16");
        assertThat(number(fair.getJsonObject("with"), "all")).isEqualTo("20");
        assertThat(number(fair.getJsonObject("without"), "won")).isEqualTo("6");
        assertThat(number(fair.getJsonObject("without"), "all")).isEqualTo("24");
        assertThat(number(fair, "lift")).isEqualTo("3.20");
        assertThat(number(fair, "low")).isEqualTo("1.55");
        assertThat(number(fair, "high")).isEqualTo("6.62");
        assertThat(number(fair, "points")).isEqualTo("23");
        assertThat(fair.getString("words")).contains("80%", "16", "25%", "3.20", "1.55", "6.62");
        assertThat(of(found, "source == \"Web " + mark + "\"").orElseThrow().getInt("points"))
                .as("the mirror of it")
                .isEqualTo(-23);
        assertThat(of(found, "budget >= \"900000000 VND\"").orElseThrow().toString())
                .as("an amount is written as people write it")
                .contains("900,000,000");
        assertThat(of(found, "language == \"vi\"")).as("says nothing").isEmpty();
        assertThat(of(found, "industry == \"Cơ khí\"")).as("all have it").isEmpty();
        assertThat(found.toString()).as("what became of it is no attribute").doesNotContain("status ==", "band ==");

        Answer before = admin.get("/score-model");
        String draft = before.json().getJsonObject("draft").toString();
        try {
            Answer stale = seller.crm()
                    .with("If-Match", "\"999999\"")
                    .post("/score-model/suggestions/" + fair.getString("key"), "{}");
            assertThat(stale.status()).as("%s", stale).isEqualTo(412);
            Answer adopted = seller.crm()
                    .with("If-Match", before.header("ETag"))
                    .post("/score-model/suggestions/" + fair.getString("key"), "{}");
            assertThat(adopted.status()).as("%s", adopted).isEqualTo(200);
            assertThat(adopted.json().getBoolean("differs")).isTrue();
            assertThat(adopted.json().getJsonObject("draft").toString())
                    .contains(fair.getString("key"), "Hội chợ " + mark);
            assertThat(adopted.json().getJsonObject("inForce").toString())
                    .as("both sides agree first")
                    .doesNotContain(fair.getString("key"));
            assertThat(of(suggestions(seller.crm()), when).orElseThrow().getBoolean("adopted"))
                    .isTrue();
            assertThat(seller.crm()
                            .post("/score-model/suggestions/" + fair.getString("key"), "{}")
                            .json()
                            .getJsonObject("draft"))
                    .as("twice is once")
                    .isEqualTo(adopted.json().getJsonObject("draft"));
            assertThat(seller.crm().post("/score-model/suggestions/none", "{}").status())
                    .isEqualTo(400);
        } finally {
            admin.send("PUT", "/score-model/draft", "application/json", draft);
        }
    }

    @Test
    @Tag("R179")
    void whatWasWrittenAfterTheDealBeganIsNotKnownOfTheLead() {
        Colleague seller = seller();
        for (int i = 0; i < 32; i++) {
            long lead = closed(seller, "\"source\":\"Chung " + mark + "\"", i % 2 == 0);
            if (i % 2 == 0) {
                Answer changed = admin.patch("/leads/" + lead, "{\"industry\":\"Đã mua\",\"need\":\"Biết sau\"}");
                assertThat(changed.status()).as("%s", changed).isEqualTo(200);
            }
        }
        JsonObject found = suggestions(seller.crm());
        assertThat(found.getInt("won")).isEqualTo(16);
        assertThat(found.getJsonArray("items")).as("%s", found).isEmpty();
    }

    @Test
    @Tag("R179")
    void tooFewDealsSayHowManyAreMissing() {
        Colleague seller = seller();
        assertThat(suggestions(seller.crm()).getInt("missing")).isEqualTo(30);
        for (int i = 0; i < 12; i++) {
            closed(seller, "\"source\":\"Ít " + mark + "\"", true);
        }
        JsonObject few = suggestions(seller.crm());
        assertThat(few.getInt("won")).isEqualTo(12);
        assertThat(few.getInt("missing")).isEqualTo(18);
        assertThat(few.getInt("missingLost")).as("all were won").isEqualTo(10);
        assertThat(few.getJsonArray("items")).isEmpty();
    }

    @Test
    @Tag("R179")
    void whoMayNotWorkOnTheModelSeesNoFigures() {
        Colleague service = Colleague.with(List.of("service"), List.of());
        assertThat(service.crm().get("/score-model/suggestions").status()).isEqualTo(403);
    }

    @Test
    @Tag("R179")
    @Tag("browser")
    void theyStandOnThePageOfTheModel() {
        Colleague seller = seller();
        history(seller);
        Answer before = admin.get("/score-model");
        String draft = before.json().getJsonObject("draft").toString();
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("scoring.xhtml");
            page.locator("#suggest").click();
            page.locator("#suggestions").waitFor();
            assertThat(page.locator("#basis").innerText()).contains("22");
            var row = page.locator("#suggestions tr", new Page.LocatorOptions().setHasText("Hội chợ " + mark));
            assertThat(row.innerText()).contains("80%", "16/20", "3,20", "+23");
            browser.screenshot("scoring-suggestions");
            row.locator("input[type=submit]").click();
            page.locator("[data-toast]").waitFor();
            row.locator(".qh-tag").waitFor();
            assertThat(admin.get("/score-model").json().getJsonObject("draft").toString())
                    .contains("Hội chợ " + mark);
        } finally {
            admin.send("PUT", "/score-model/draft", "application/json", draft);
        }
    }
}
