package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** How likely opportunities are to be won: learnt from closed ones, or the stage's, and always with the reasons. */
class WinChanceIT {
    private final Crm admin = Crm.admin();
    private final Deals deals = Deals.made();

    private long open(String name, int amount) {
        return Deals.id(deals.deal(admin, name + " " + deals.code(), Deals.worth(amount + " USD", "2026-12-24")));
    }

    private int percent(long id) {
        return admin.get("/opportunities/" + id).json().getInt("winProbability");
    }

    private JsonObject chance(long id) {
        Answer answer = admin.get("/opportunities/" + id + "/chance");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** Of large deals five of six are won, of small ones one of six. */
    private void history(int number) {
        for (int i = 0; i < number; i++) {
            boolean large = i % 2 == 0;
            boolean odd = i / 2 % 6 == 5;
            long id = open("Closed " + i, large ? 5000 + i : 100 + i);
            Answer end = Deals.act(admin, id, large == odd ? "lose" : "win", "{\"reason\":\"price\"}");
            assertThat(end.status()).as("%s", end).isEqualTo(200);
        }
    }

    private JsonObject trained() {
        int before = admin.get("/pipelines/" + deals.code() + "/chances").json().getInt("number");
        Answer asked = admin.post("/pipelines/" + deals.code() + "/chances/training", "{}");
        assertThat(asked.status()).as("%s", asked).isEqualTo(202);
        return admin.await(
                        "/pipelines/" + deals.code() + "/chances",
                        answer -> answer.json().getInt("number") > before
                                && !answer.json().getBoolean("waiting"))
                .json();
    }

    @Test
    @Tag("R178")
    @Tag("R180")
    void theModelIsLearntJudgedAndTheListIsSortedByIt() {
        history(72);
        long small = open("Nhỏ", 120);
        long large = open("Lớn", 5100);
        assertThat(percent(small)).as("nothing is learnt yet").isEqualTo(10);
        JsonObject model = trained();
        assertThat(model.getBoolean("used")).as("%s", model).isTrue();
        assertThat(model.getInt("won")).isEqualTo(36);
        assertThat(model.getInt("lost")).isEqualTo(36);
        assertThat(model.getInt("judged")).isEqualTo(18);
        assertThat(model.getJsonNumber("brier").doubleValue())
                .isLessThan(model.getJsonNumber("brierOfStages").doubleValue())
                .isLessThan(model.getJsonNumber("brierOfRates").doubleValue());
        assertThat(model.getJsonArray("bins").getValuesAs(JsonObject.class).stream()
                        .mapToInt(bin -> bin.getInt("all"))
                        .sum())
                .isEqualTo(18);
        assertThat(percent(large)).isBetween(65, 95);
        assertThat(percent(small)).isBetween(5, 35);

        String filter = Crm.encode("pipeline == \"" + deals.code() + "\" && status == \"open\"");
        List<JsonObject> sorted = admin.await(
                        "/opportunities?sort=-winProbability&filter=" + filter,
                        answer -> answer.json().getJsonArray("items").size() == 2)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(sorted.stream().map(Deals::id)).containsExactly(large, small);
        for (JsonObject one : sorted) {
            JsonObject why = chance(Deals.id(one));
            assertThat(why.getInt("percent")).isEqualTo(one.getInt("winProbability"));
            assertThat(why.getBoolean("byModel")).isTrue();
            double sum = why.getJsonNumber("start").doubleValue()
                    + why.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                            .mapToDouble(line -> line.getJsonNumber("points").doubleValue())
                            .sum();
            assertThat(sum).as("%s", why).isCloseTo(why.getInt("percent"), within(0.51));
            assertThat(why.getJsonArray("lines").getJsonObject(0).getString("attribute"))
                    .isEqualTo("amount");
        }
        assertThat(chance(large).getString("why")).contains("72", "18");

        // what happens with it is followed at once, and the forecast weighs with it where that is chosen
        admin.patch("/opportunities/" + small, "{\"amount\":\"5100 USD\"}");
        assertThat(percent(small)).isEqualTo(percent(large));
        String forecast = "/pipelines/" + deals.code() + "/forecast?from=2026-12&months=1";
        assertThat(weighted(forecast)).isEqualTo("1020.00");
        assertThat(weighted(forecast + "&weighing=model")).isEqualTo((2 * 51 * percent(large)) + ".00");
        assertThat(admin.get(forecast + "&weighing=stars").status()).isEqualTo(400);
        long version = admin.get("/opportunities/" + large)
                .json()
                .getJsonNumber("version")
                .longValue();
        trained();
        assertThat(admin.get("/opportunities/" + large)
                        .json()
                        .getJsonNumber("version")
                        .longValue())
                .as("what stays as it was is not written")
                .isEqualTo(version);
        Deals.act(admin, large, "win", "{}");
        assertThat(admin.get("/opportunities/" + large).json().get("winProbability"))
                .as("closed")
                .isNull();
        assertThat(chance(large).isNull("percent")).isTrue();
    }

    private String weighted(String path) {
        return admin.get(path)
                .json()
                .getJsonArray("months")
                .getJsonObject(0)
                .getJsonArray("weighted")
                .getJsonObject(0)
                .getJsonNumber("amount")
                .toString();
    }

    /** Of leads in steel five of six are won, of those in plastics one of six; nothing else tells them apart. */
    @Test
    @Tag("R178")
    @Tag("R180")
    void theIndustryOfTheLeadForetellsAndIsFollowed() {
        long steel = lead("Thép " + deals.code());
        long plastics = lead("Nhựa " + deals.code());
        for (int i = 0; i < 72; i++) {
            boolean odd = i / 2 % 6 == 5;
            long id = open("Of a lead " + i, i % 2 == 0 ? steel : plastics, 100);
            Deals.act(admin, id, i % 2 == 0 == odd ? "lose" : "win", "{\"reason\":\"price\"}");
        }
        JsonObject model = trained();
        assertThat(model.getBoolean("used")).as("%s", model).isTrue();
        long next = open("Nhà máy mới", steel, 100);
        assertThat(percent(next)).isBetween(65, 95);
        JsonObject strongest = chance(next).getJsonArray("lines").getJsonObject(0);
        assertThat(strongest.getString("attribute")).isEqualTo("industry");
        assertThat(strongest.getString("value")).isEqualTo("Thép " + deals.code());
        admin.patch("/leads/" + steel, "{\"industry\":\"Nhựa " + deals.code() + "\"}");
        admin.await("/opportunities/" + next, answer -> answer.json().getInt("winProbability") < 40);
    }

    private long lead(String industry) {
        Answer made = admin.post("/leads", "{\"name\":\"" + industry + "\",\"industry\":\"" + industry + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private long open(String name, long lead, int amount) {
        return Deals.id(deals.deal(
                admin, name + " " + deals.code(), Deals.worth(amount + " USD", "2026-12-24") + ",\"lead\":" + lead));
    }

    @Test
    @Tag("R178")
    void withoutEnoughCasesTheStageSaysItAndTheWordsSaySo() {
        JsonObject nothing = trained();
        assertThat(nothing.getBoolean("used")).isFalse();
        assertThat(nothing.getInt("won")).isZero();
        assertThat(nothing.isNull("brier")).isTrue();
        long id = open("Ít", 100);
        assertThat(percent(id)).isEqualTo(10);
        assertThat(chance(id).getBoolean("byModel")).isFalse();
        assertThat(chance(id).getString("why")).contains("too few", "60");
        assertThat(deals.move(admin, id, "three").status()).isEqualTo(200);
        assertThat(percent(id)).isEqualTo(80);
        Answer changed = deals.change(deals.document("").replace("\"probability\":80", "\"probability\":66"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        admin.await("/opportunities/" + id, answer -> answer.json().getInt("winProbability") == 66);
    }

    @Test
    @Tag("R178")
    void whoSeesOnlySomeDealsSeesNoFiguresOfAll() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        long id = open("Không phải của tôi", 100);
        long own = Deals.id(deals.deal(admin, "Của tôi " + deals.code(), "\"owner\":" + seller.id()));
        JsonObject told = seller.crm().get("/opportunities/" + own + "/chance").json();
        assertThat(told.getInt("percent")).isEqualTo(10);
        assertThat(told.getString("why")).as("no figure of all").doesNotContainPattern("[0-9]");
        assertThat(seller.crm().get("/pipelines/" + deals.code() + "/chances").status())
                .isEqualTo(403);
        assertThat(seller.crm()
                        .post("/pipelines/" + deals.code() + "/chances/training", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(seller.crm().get("/opportunities/" + id + "/chance").status())
                .isEqualTo(404);
        assertThat(admin.get("/pipelines/none/chances").status()).isEqualTo(404);
        assertThat(admin.get("/opportunities/x/chance").status()).isEqualTo(404);
        assertThat(admin.patch("/opportunities/" + id, "{\"winProbability\":99}")
                        .status())
                .as("nobody writes it")
                .isEqualTo(400);
    }

    @Test
    @Tag("R180")
    @Tag("browser")
    void theReasonsStandOnThePageAndTheCurveHasItsTable() {
        history(72);
        long large = open("Nhà máy Bình Dương", 5100);
        trained();
        int percent = percent(large);
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
            browser.go("record.xhtml?type=opportunities&id=" + large);
            assertThat(page.locator("#chance").innerText()).contains(percent + "%", "Giá trị");
            page.locator("#chance summary").click();
            assertThat(page.locator("#chance-lines").innerText()).contains("Một cơ hội trung bình", "Cộng lại");
            browser.screenshot("winchance-record");
            browser.go("board.xhtml?pipeline=" + deals.code());
            assertThat(page.locator("[data-card='" + large + "'] [data-chance]").innerText())
                    .isEqualTo("Thắng " + percent + "%");
            browser.go("chances.xhtml?pipeline=" + deals.code());
            assertThat(page.locator("#verdict").innerText()).contains("Đang dùng mô hình");
            assertThat(page.locator("#curve circle").count()).isPositive();
            assertThat(page.locator("#curve-table").isVisible()).isFalse();
            browser.screenshot("winchance-curve");
            page.locator("[data-toggle='curve-table']").click();
            assertThat(page.locator("#curve-table tbody tr").count())
                    .isEqualTo(page.locator("#curve circle").count());
            assertThat(page.locator("#learnt").innerText()).contains("Giá trị");
            page.locator("[id='training:train']").click();
            page.locator("[data-toast]").waitFor();
            browser.go("forecast.xhtml?weighing=model&pipeline=" + deals.code());
            assertThat(page.locator("#weighed").innerText()).contains("khả năng thắng");
        }
    }
}
