package org.quanhe.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** A score is the sum of its lines, and each line says why. */
class ScoringIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long lead(String values) {
        Answer made = admin.post("/leads", "{\"name\":\"Trần Quốc Bảo " + mark + "\"" + values + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private JsonObject score(long lead) {
        Answer told = admin.get("/leads/" + lead + "/score");
        assertThat(told.status()).as("%s", told).isEqualTo(200);
        JsonObject score = told.json();
        int sum = score.getJsonArray("lines").stream()
                .mapToInt(line -> line.asJsonObject().getInt("points"))
                .sum();
        assertThat(score.getInt("total")).as("%s", score).isEqualTo(sum);
        JsonObject record = admin.get("/leads/" + lead).json();
        assertThat(record.getInt("score")).isEqualTo(sum);
        assertThat(record.getString("band")).isEqualTo(score.getString("band"));
        return score;
    }

    private static Map<String, Integer> points(JsonObject score) {
        return score.getJsonArray("lines").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.toMap(line -> line.getString("rule"), line -> line.getInt("points"), Integer::sum));
    }

    private void signal(long lead, String kind, String about, Instant at) {
        Answer answer = admin.post(
                "/leads/" + lead + "/score/signals",
                "{\"kind\":\"" + kind + "\",\"about\":\"" + about + "\",\"at\":\"" + at + "\"}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    @Test
    @Tag("R159")
    @Tag("R178")
    void whatSomebodyIsCountsAtOnceAndSaysWhy() {
        long lead = lead(",\"budget\":\"3500000000 VND\",\"need\":\"2 dây chuyền sơn\",\"employees\":120,"
                + "\"jobTitle\":\"Trưởng phòng Mua hàng\",\"phone\":\"0913884205\",\"company\":\"Cơ khí Minh Phát\"");
        JsonObject score = score(lead);
        // completeness: phone and company of four fields, half of 10 points
        assertThat(points(score))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("budget", 15, "need", 10, "size", 10, "role", 10, "complete", 5));
        assertThat(score.getString("band")).isEqualTo("warm");
        JsonObject size = score.getJsonArray("lines").stream()
                .map(JsonValue::asJsonObject)
                .filter(line -> line.getString("rule").equals("size"))
                .findFirst()
                .orElseThrow();
        JsonObject inVietnamese = admin.with("Accept-Language", "vi")
                .get("/leads/" + lead + "/score")
                .json();
        assertThat(inVietnamese.toString()).contains("Công ty từ 50 người", "Số nhân viên: 120");
        assertThat(size.getJsonArray("evidence").toString()).contains("120");

        assertThat(admin.patch("/leads/" + lead, "{\"employees\":12}").status()).isEqualTo(200);
        assertThat(points(score(lead))).doesNotContainKey("size").containsEntry("budget", 15);
    }

    @Test
    @Tag("R157")
    void theBandIsAFilterAnOrderAndAFacet() {
        long cold = lead("");
        long warm = lead(",\"budget\":\"1 VND\",\"need\":\"x\",\"employees\":50,\"jobTitle\":\"director\"");
        admin.post("/leads/" + warm + "/score/adjustments", "{\"points\":1,\"why\":\"hội chợ\"}");
        String mine = "name.contains('" + mark + "')";
        Answer list = admin.get("/leads?sort=-score&filter=" + Crm.encode(mine));
        assertThat(list.json().getJsonArray("items").stream()
                        .map(item -> item.asJsonObject().getJsonNumber("id").longValue()))
                .containsExactly(warm, cold);
        assertThat(admin.get("/leads?filter=" + Crm.encode(mine + " && band == 'warm'"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
    }

    @Test
    @Tag("R156")
    void pointsByHandStandInTheLedgerWithWhoGaveThemAndWhy() {
        long lead = lead(",\"need\":\"x\"");
        Colleague seller = Colleague.with(List.of("manager"), List.of());
        Answer given = seller.crm()
                .post("/leads/" + lead + "/score/adjustments", "{\"points\":10,\"why\":\"Gặp ở hội chợ Giảng Võ\"}");
        assertThat(given.status()).as("%s", given).isEqualTo(200);
        JsonObject score = score(lead);
        assertThat(points(score)).containsExactlyInAnyOrderEntriesOf(Map.of("need", 10, "manual", 10));
        JsonObject line = score.getJsonArray("lines").stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getString("rule").equals("manual"))
                .findFirst()
                .orElseThrow();
        assertThat(line.getString("label")).isEqualTo("Gặp ở hội chợ Giảng Võ");
        assertThat(line.getString("by")).isEqualTo(seller.username());
        assertThat(admin.post("/leads/" + lead + "/score/adjustments", "{\"points\":10,\"why\":\" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/leads/" + lead + "/score/adjustments", "{\"points\":1000,\"why\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(points(score(lead))).containsEntry("manual", 10);
    }

    @Test
    @Tag("R160")
    void whatSomebodyDoesCountsSoOftenAndFades() {
        long lead = lead("");
        Instant now = Instant.now();
        signal(lead, "visit", "/", now.minus(Duration.ofDays(15)));
        assertThat(points(score(lead))).as("half of 5 is left, rounded up").isEqualTo(Map.of("visit", 3));
        signal(lead, "visit", "/", now.minus(Duration.ofHours(3)));
        signal(lead, "visit", "/", now.minus(Duration.ofHours(2)));
        signal(lead, "visit", "/", now.minus(Duration.ofHours(1)));
        assertThat(points(score(lead))).as("once a day").isEqualTo(Map.of("visit", 8));
        signal(lead, "page", "/vi/Price-list", now.minus(Duration.ofMinutes(50)));
        signal(lead, "page", "/vi/about", now.minus(Duration.ofMinutes(40)));
        signal(lead, "mail-answered", "", now.minus(Duration.ofMinutes(30)));
        signal(lead, "visit", "/", now.minus(Duration.ofDays(400)));
        assertThat(points(score(lead))).isEqualTo(Map.of("visit", 8, "pricing", 6, "mail-answered", 12));
        assertThat(admin.post(
                                "/leads/" + lead + "/score/signals",
                                "{\"kind\":\"visit\",\"at\":\"" + now.plus(Duration.ofDays(1)) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/leads/" + lead + "/score/signals", "{\"kind\":\"dance\"}")
                        .json()
                        .toString())
                .contains("mail-answered");
    }

    @Test
    void whoMayNotSeeTheLeadOrAFieldIsToldNothingOfIt() {
        long lead = lead(",\"budget\":\"987654321 VND\",\"need\":\"x\"");
        Colleague reader = Colleague.with(List.of("finance"), List.of());
        Shaping.show(admin, "finance", "leads", "budget", false);
        try {
            Answer told = reader.crm().get("/leads/" + lead + "/score");
            assertThat(told.status()).isEqualTo(200);
            assertThat(told.text())
                    .doesNotContain("987654321", "987.654.321", "987,654,321")
                    .contains("\"total\":25");
            assertThat(reader.crm()
                            .post("/leads/" + lead + "/score/adjustments", "{\"points\":1,\"why\":\"x\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(reader.crm().get("/score-model").status()).isEqualTo(403);
        } finally {
            Shaping.show(admin, "finance", "leads", "budget", true);
        }
        assertThat(admin.get("/customers/" + lead + "/score").status()).isEqualTo(404);
        assertThat(admin.get("/leads/1/score").status()).isEqualTo(404);
    }
}
