package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Board, funnel, outcomes and forecast over REST, against figures worked out by hand. */
class PipelineReportsIT {
    private final Crm admin = Crm.admin();
    private final Deals deals = Deals.made();
    private final String path = "/pipelines/" + deals.code();

    private long deal(String name, String amount, String stage) {
        long id = Deals.id(deals.deal(admin, name + " " + deals.code(), Deals.worth(amount, "2026-12-24")));
        if (!stage.equals("one")) {
            Answer moved = deals.move(admin, id, stage);
            assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        }
        return id;
    }

    private static JsonObject at(JsonArray lines, String key, String value) {
        return lines.getValuesAs(JsonObject.class).stream()
                .filter(line -> line.getString(key).equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not in " + lines));
    }

    private static String sum(JsonArray sums, String currency) {
        return at(sums, "currency", currency).getJsonNumber("amount").toString();
    }

    @Test
    @Tag("R009")
    void theBoardAddsEachCurrencyForItself() {
        deal("A", "10000000 VND", "one");
        deal("B", "5000000 VND", "one");
        deal("C", "99.99 USD", "one");
        deal("D", "7000000 VND", "two");
        long own = deal("E", "1000000 VND", "two");
        admin.patch("/opportunities/" + own, "{\"probability\":33.3}");
        long closed = deal("F", "1 VND", "three");
        Deals.act(admin, closed, "win", "{}");
        JsonObject board = admin.get(path + "/board?cards=1").json();
        assertThat(board.getJsonObject("all").getInt("count")).isEqualTo(5);
        JsonObject one = at(board.getJsonArray("columns"), "stage", deals.stage("one"));
        assertThat(one.getJsonObject("all").getInt("count")).isEqualTo(3);
        assertThat(sum(one.getJsonObject("all").getJsonArray("sums"), "VND")).isEqualTo("15000000");
        assertThat(sum(one.getJsonObject("all").getJsonArray("sums"), "USD")).isEqualTo("99.99");
        assertThat(sum(one.getJsonArray("weighted"), "VND")).isEqualTo("1500000");
        // 9.999 dollars, to the cent
        assertThat(sum(one.getJsonArray("weighted"), "USD")).isEqualTo("10.00");
        assertThat(one.getJsonArray("cards")).hasSize(1);
        JsonObject two = at(board.getJsonArray("columns"), "stage", deals.stage("two"));
        // 7 million at the stage's 50 %, 1 million at its own 33.3 %
        assertThat(sum(two.getJsonArray("weighted"), "VND")).isEqualTo("3833000");
        assertThat(at(board.getJsonArray("columns"), "stage", deals.stage("three"))
                        .getJsonObject("all")
                        .getInt("count"))
                .isZero();
        assertThat(admin.get(path + "/board?cards=201").status()).isEqualTo(400);
        assertThat(admin.get(path + "/board?owner=x").status()).isEqualTo(400);
        assertThat(admin.get("/pipelines/none/board").status()).isEqualTo(404);
    }

    @Test
    void nextStepsAreFilteredAndEmptyPipelinesAreEmpty() {
        JsonObject empty = admin.get(path + "/board").json();
        assertThat(empty.getJsonObject("all").getInt("count")).isZero();
        assertThat(empty.getJsonArray("columns")).hasSize(3);
        long bare = deal("Bare", "1 USD", "one");
        long planned = deal("Planned", "2 USD", "one");
        Answer task = admin.post(
                "/activities",
                "{\"kind\":\"task\",\"subject\":\"Call back\",\"done\":false,\"opportunity\":" + planned + "}");
        assertThat(task.status()).as("%s", task).isEqualTo(201);
        JsonObject all = at(admin.get(path + "/board").json().getJsonArray("columns"), "stage", deals.stage("one"));
        assertThat(all.toString()).contains("Call back");
        JsonObject without = admin.get(path + "/board?withoutNextStep=true").json();
        assertThat(without.getJsonObject("all").getInt("count")).isEqualTo(1);
        JsonObject card = at(without.getJsonArray("columns"), "stage", deals.stage("one"))
                .getJsonArray("cards")
                .getJsonObject(0);
        assertThat(Deals.id(card.getJsonObject("record"))).isEqualTo(bare);
        assertThat(card.isNull("nextStep")).isTrue();
        assertThat(admin.get(path + "/board?stuck=true")
                        .json()
                        .getJsonObject("all")
                        .getInt("count"))
                .isZero();
    }

    @Test
    @Tag("R010")
    void whatStandsLongerThanTheNormIsStuckAndListed() {
        Answer changed = deals.change(deals.document("").replace("\"norm\":5", "\"norm\":0"));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        long stuck = deal("Stuck", "100 USD", "one");
        deal("Moving", "200 USD", "two");
        deal("Within the norm", "400 USD", "three");
        JsonObject board = admin.await(
                        path + "/board",
                        answer -> answer.json().getJsonObject("stuck").getInt("count") == 1)
                .json();
        assertThat(sum(board.getJsonObject("stuck").getJsonArray("sums"), "USD"))
                .isEqualTo("100.00");
        JsonObject one = at(board.getJsonArray("columns"), "stage", deals.stage("one"));
        assertThat(one.getJsonObject("stuck").getInt("count")).isEqualTo(1);
        assertThat(one.getJsonArray("cards").getJsonObject(0).getBoolean("stuck"))
                .isTrue();
        JsonObject only = admin.get(path + "/board?stuck=true").json();
        assertThat(only.getJsonObject("all").getInt("count")).isEqualTo(1);
        assertThat(only.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
                        .flatMap(column -> column.getJsonArray("cards").getValuesAs(JsonObject.class).stream())
                        .map(card -> Deals.id(card.getJsonObject("record"))))
                .containsExactly(stuck);
    }

    @Test
    @Tag("R143")
    @Tag("R009")
    void theFunnelTellsHowFarTheyCameAndLeadsToThem() {
        deal("F1", "100 USD", "one");
        deal("F2", "200 USD", "two");
        long third = deal("F3", "300 USD", "two");
        deals.move(admin, third, "three");
        deals.move(admin, third, "one");
        long lost = deal("F4", "400 USD", "two");
        Deals.act(admin, lost, "lose", "{\"reason\":\"price\"}");
        long won = deal("F5", "500 USD", "three");
        Deals.act(admin, won, "win", "{}");
        deal("F6", "600 USD", "one");
        JsonObject answer = admin.get(path + "/funnel?before=true").json();
        JsonArray stages = answer.getJsonObject("funnel").getJsonArray("stages");
        BigDecimal percents = stages.getValuesAs(JsonObject.class).stream()
                .map(line -> line.getJsonNumber("percent").bigDecimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(percents).isEqualByComparingTo("100");
        figures(at(stages, "stage", deals.stage("one")), 3, "50.0", 6, 2, 0);
        figures(at(stages, "stage", deals.stage("two")), 1, "16.7", 4, 2, 1);
        figures(at(stages, "stage", deals.stage("three")), 0, "0.0", 2, 1, 0);
        assertThat(sum(
                        at(stages, "stage", deals.stage("two"))
                                .getJsonObject("reached")
                                .getJsonArray("sums"),
                        "USD"))
                .isEqualTo("1400.00");
        assertThat(at(stages, "stage", deals.stage("three"))
                        .getJsonNumber("dropRate")
                        .toString())
                .isEqualTo("50.0");
        assertThat(answer.getJsonObject("compared").getJsonObject("all").getInt("count"))
                .isZero();
        JsonArray behind = admin.get(path + "/funnel/records?part=lost&stage=" + deals.stage("two"))
                .json()
                .getJsonArray("items");
        assertThat(behind.getValuesAs(JsonObject.class)).extracting(Deals::id).containsExactly(lost);
        JsonObject entered = admin.get(path + "/funnel?by=entered").json().getJsonObject("funnel");
        assertThat(entered.getJsonObject("all").getInt("count")).isEqualTo(6);
        for (String wrong : List.of(
                "from=x", "from=2026-02-01&to=2026-01-01", "by=name", "from=0001-01-01", "compareFrom=9999-01-01")) {
            assertThat(admin.get(path + "/funnel?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    private static void figures(JsonObject line, int standing, String percent, int reached, int dropped, int lost) {
        assertThat(line.getJsonObject("standing").getInt("count"))
                .as("%s", line)
                .isEqualTo(standing);
        assertThat(line.getJsonNumber("percent").toString()).as("%s", line).isEqualTo(percent);
        assertThat(line.getJsonObject("reached").getInt("count")).as("%s", line).isEqualTo(reached);
        assertThat(line.getJsonObject("dropped").getInt("count")).as("%s", line).isEqualTo(dropped);
        assertThat(line.getJsonObject("lost").getInt("count")).as("%s", line).isEqualTo(lost);
    }

    @Test
    @Tag("R032")
    void competitorsAndReasonsAreCounted() {
        close("W1", "100 USD", "win", "\"competitor\":\"Hòa Phát\"");
        close("L1", "200 USD", "lose", "\"reason\":\"price\",\"competitor\":\"Hoà Phát\"");
        close("L2", "300 USD", "lose", "\"reason\":\"price\",\"competitor\":\"Daikin\"");
        close("L3", "400 USD", "lose", "\"reason\":\"service\"");
        JsonObject outcomes = admin.get(path + "/outcomes").json();
        assertThat(outcomes.getJsonObject("won").getInt("count")).isEqualTo(1);
        assertThat(outcomes.getJsonObject("lost").getInt("count")).isEqualTo(3);
        assertThat(outcomes.getJsonNumber("winRate").toString()).isEqualTo("25.0");
        JsonObject price = at(outcomes.getJsonArray("byReason"), "code", "price");
        assertThat(sum(price.getJsonObject("lost").getJsonArray("sums"), "USD")).isEqualTo("500.00");
        // written with either tone placement, it is one competitor
        List<JsonObject> competitors = outcomes.getJsonArray("byCompetitor").getValuesAs(JsonObject.class);
        assertThat(competitors).hasSize(3);
        assertThat(competitors.get(0).getJsonNumber("winRate").toString()).isEqualTo("50.0");
    }

    private void close(String name, String amount, String verb, String body) {
        Answer closed = Deals.act(admin, deal(name, amount, "one"), verb, "{" + body + "}");
        assertThat(closed.status()).as("%s", closed).isEqualTo(200);
    }

    @Test
    void theForecastAddsByPersonAndMonth() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        forecast("100 USD", "2027-01-10", "commit", seller.id());
        forecast("200 USD", "2027-01-31", "best-case", seller.id());
        forecast("400 USD", "2027-02-01", "pipeline", seller.id());
        forecast("800 USD", "2027-02-01", "omitted", seller.id());
        forecast("1600 USD", "2027-03-01", "commit", seller.id());
        JsonObject forecast =
                admin.get(path + "/forecast?from=2027-01&months=2").json();
        List<JsonObject> months = forecast.getJsonArray("months").getValuesAs(JsonObject.class);
        assertThat(months).extracting(month -> month.getString("month")).containsExactly("2027-01", "2027-02");
        assertThat(sum(months.get(0).getJsonObject("commit").getJsonArray("sums"), "USD"))
                .isEqualTo("100.00");
        assertThat(sum(months.get(0).getJsonObject("bestCase").getJsonArray("sums"), "USD"))
                .isEqualTo("300.00");
        assertThat(sum(months.get(0).getJsonArray("weighted"), "USD")).isEqualTo("30.00");
        assertThat(sum(months.get(1).getJsonArray("weighted"), "USD")).isEqualTo("40.00");
        assertThat(forecast.getJsonArray("lines").getValuesAs(JsonObject.class))
                .extracting(line -> line.getString("name"))
                .containsOnly(seller.username());
        assertThat(admin.get(path + "/forecast?months=25").status()).isEqualTo(400);
        assertThat(admin.get(path + "/forecast?from=2027-13").status()).isEqualTo(400);
        assertThat(admin.get(path + "/forecast?by=team").status()).isEqualTo(200);
    }

    private void forecast(String amount, String close, String sure, long owner) {
        deals.deal(
                admin,
                "Forecast " + amount,
                Deals.worth(amount, close) + ",\"forecast\":\"" + sure + "\",\"owner\":" + owner);
    }

    @Test
    void everybodyCountsWhatTheyMayRead() {
        long mine = Colleague.team("Mine " + deals.code());
        long theirs = Colleague.team("Theirs " + deals.code());
        Colleague seller = Colleague.with(List.of("sales"), List.of(mine));
        deals.deal(admin, "Mine", Deals.worth("10 USD", "2026-12-24") + ",\"team\":" + mine);
        deals.deal(admin, "Theirs", Deals.worth("20 USD", "2026-12-24") + ",\"team\":" + theirs);
        JsonObject board = seller.crm().get(path + "/board").json();
        assertThat(board.getJsonObject("all").getInt("count")).isEqualTo(1);
        assertThat(board.toString()).contains("Mine").doesNotContain("Theirs");
        assertThat(seller.crm()
                        .get(path + "/funnel")
                        .json()
                        .getJsonObject("funnel")
                        .getJsonObject("all")
                        .getInt("count"))
                .isEqualTo(1);
        assertThat(admin.get(path + "/board?team=" + theirs)
                        .json()
                        .getJsonObject("all")
                        .getInt("count"))
                .isEqualTo(1);
        hide(false);
        try {
            JsonObject without = seller.crm().get(path + "/board").json();
            assertThat(without.getBoolean("amounts")).isFalse();
            assertThat(without.getJsonObject("all").getInt("count")).isEqualTo(1);
            assertThat(without.toString()).doesNotContain("USD");
            assertThat(seller.crm().get(path + "/funnel").text()).doesNotContain("USD");
            assertThat(seller.crm().get(path + "/forecast?from=2026-12").text()).doesNotContain("USD");
        } finally {
            hide(true);
        }
    }

    private void hide(boolean read) {
        Answer set = admin.send(
                "PUT",
                "/rights/fields",
                "application/json",
                Json.createObjectBuilder()
                        .add("role", "sales")
                        .add("type", "opportunities")
                        .add("field", "amount")
                        .add("read", read)
                        .add("write", read)
                        .build()
                        .toString());
        assertThat(set.status()).as("%s", set).isEqualTo(204);
    }
}
