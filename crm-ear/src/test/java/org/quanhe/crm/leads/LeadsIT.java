package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Walk;

/** People who do not want to buy now, and who is worked on next. */
class LeadsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static long lead(Crm who, String name, String values) {
        Answer made = who.post("/leads", "{\"name\":\"" + name + "\"" + values + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    @Test
    @Tag("R004")
    @Tag("R052")
    void aLeadKeepsWhereItCameFromAndIsFoundAtOnce() {
        lead(
                admin,
                "Lê Thu Hà " + mark,
                ",\"phone\":\"0913884205\",\"source\":\"Hội thảo " + mark
                        + "\",\"medium\":\"web\",\"campaign\":\"Tết\",\"page\":\"https://example.vn/gia\","
                        + "\"firstChannel\":\"call\",\"firstTouch\":\"2026-11-20\"");
        assertThat(admin.get("/search?type=leads&q=" + Crm.encode("le thu ha " + mark))
                        .json()
                        .getJsonArray("hits"))
                .hasSize(1);
        JsonObject found = admin.get("/leads?filter=" + Crm.encode("source == 'Hội thảo " + mark + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(found.getString("medium")).isEqualTo("web");
        assertThat(found.getString("campaign")).isEqualTo("Tết");
        assertThat(found.getString("page")).isEqualTo("https://example.vn/gia");
        assertThat(found.getString("firstTouch")).isEqualTo("2026-11-20");
        assertThat(admin.get("/search?facets=source&type=leads&q=" + mark)
                        .json()
                        .getJsonObject("facets")
                        .getJsonArray("source"))
                .hasSize(1);
    }

    @Test
    @Tag("R046")
    void notNowKeepsTheLeadJudgesItAnewAndSetsADay() {
        long lead = lead(admin, "Phạm Gia " + mark, ",\"budget\":\"1 VND\",\"need\":\"x\",\"employees\":60");
        assertThat(admin.get("/leads/" + lead).json().getInt("score")).isEqualTo(35);
        assertThat(admin.post("/leads/" + lead + "/not-now", "{}").status()).isEqualTo(400);
        assertThat(admin.post("/leads/" + lead + "/not-now", "{\"why\":\"x\",\"review\":\"2020-01-01\"}")
                        .status())
                .isEqualTo(400);
        Answer done = admin.post("/leads/" + lead + "/not-now", "{\"why\":\"Sang năm mới mua\"}");
        assertThat(done.status()).as("%s", done).isEqualTo(204);
        JsonObject now = admin.get("/leads/" + lead).json();
        assertThat(now.getString("status")).isEqualTo("nurturing");
        assertThat(now.getInt("score")).isEqualTo(15);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(LocalDate.parse(now.getString("nextReview")))
                .as("a cold one is looked at again after 90 days")
                .isBetween(today.plusDays(89), today.plusDays(91));
        assertThat(admin.get("/leads/" + lead + "/score").text()).contains("refused", "Sang năm mới mua");
        assertThat(admin.get("/search?type=leads&q=" + Crm.encode("pham gia " + mark))
                        .json()
                        .getJsonArray("hits"))
                .as("it stays searchable")
                .hasSize(1);
    }

    @Test
    @Tag("R048")
    void whatNextIsByPotentialWithoutThoseThatAreNurtured() {
        Colleague seller = Colleague.with(List.of("marketing"), List.of());
        Crm crm = seller.crm();
        long little = lead(crm, "Ít " + mark, ",\"need\":\"x\"");
        long much = lead(crm, "Nhiều " + mark, ",\"need\":\"x\",\"budget\":\"1 VND\"");
        long refused = lead(crm, "Chưa " + mark, ",\"need\":\"x\",\"budget\":\"1 VND\",\"employees\":90");
        assertThat(crm.post("/leads/" + refused + "/not-now", "{\"why\":\"bận\"}")
                        .status())
                .isEqualTo(204);
        List<JsonObject> next =
                crm.with("Accept-Language", "vi").get("/next-leads").json().getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .toList();
        assertThat(next).extracting(one -> one.getJsonNumber("id").longValue()).containsExactly(much, little);
        assertThat(next.get(0).getString("reason")).isEqualTo("Đã nêu ngân sách");
        assertThat(next.get(0).getInt("potential")).isEqualTo(25);
    }

    @Test
    void whatNextIsWalkedThroughInPortionsByPotentialWithTheReasonOfEach() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Colleague other = Colleague.with(List.of("sales"), List.of());
        Random chance = new Random(System.nanoTime());
        List<Long> hers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            // few scores for many: what has the same is told apart by its number
            String values = (chance.nextBoolean() ? ",\"need\":\"x\"" : "")
                    + (chance.nextBoolean() ? ",\"budget\":\"1 VND\"" : "");
            hers.add(lead(seller.crm(), "Đầu mối " + i + " " + mark, values));
        }
        long theirs = lead(other.crm(), "Của người khác " + mark, ",\"need\":\"x\"");
        long asked = lead(admin, "Được hỏi " + mark, ",\"need\":\"x\"");
        Answer asks = admin.post("/leads/" + asked + "/handover", "{\"to\":" + seller.id() + "}");
        assertThat(asks.status()).as("%s", asks).isEqualTo(200);
        hers.add(asked);
        Map<Long, Integer> scores = new HashMap<>();
        hers.forEach(id -> scores.put(id, admin.get("/leads/" + id).json().getInt("score")));
        Comparator<Long> byPotential =
                Comparator.<Long, Integer>comparing(scores::get).reversed().thenComparing(Comparator.naturalOrder());
        List<JsonObject> next = Walk.through(seller.crm(), "/next-leads");
        assertThat(ids(next))
                .containsExactlyElementsOf(hers.stream().sorted(byPotential).toList());
        assertThat(next).allSatisfy(one -> {
            JsonArray lines = seller.crm()
                    .get("/leads/" + one.getJsonNumber("id") + "/score")
                    .json()
                    .getJsonArray("lines");
            assertThat(one.getString("reason"))
                    .isEqualTo(lines.isEmpty() ? "" : lines.getJsonObject(0).getString("label"));
        });
        assertThat(ids(Walk.through(other.crm(), "/next-leads"))).containsExactly(theirs);
        // what is gone meanwhile takes nothing with it
        List<Long> known = ids(next);
        assertThat(ids(Walk.through(seller.crm(), "/next-leads", () -> admin.delete("/leads/" + known.get(0)))))
                .containsExactlyElementsOf(known);
        Walk.refusesOtherPlaces(seller.crm(), "/next-leads");
    }

    private static List<Long> ids(List<JsonObject> leads) {
        return leads.stream().map(one -> one.getJsonNumber("id").longValue()).toList();
    }

    @Test
    @Tag("R047")
    void aRefusalEnrolsTheLeadInANurtureProgramme() {
        long team = Colleague.team("Chăm sóc " + mark);
        Answer process = admin.post(
                "/processes",
                "{\"name\":{\"vi\":\"Nuôi dưỡng " + mark + "\"},\"type\":\"leads\",\"steps\":[{\"key\":\"letter\","
                        + "\"name\":{\"vi\":\"Gửi thư hằng tháng\"},\"team\":" + team + "}]}");
        assertThat(process.status()).as("%s", process).isEqualTo(201);
        long programme = process.json().getJsonNumber("id").longValue();
        assertThat(admin.post("/processes/" + programme + "/publish", "{\"why\":\"test\"}")
                        .status())
                .isEqualTo(200);
        Answer automation = admin.post(
                "/automations",
                "{\"name\":\"Nuôi dưỡng\",\"type\":\"leads\",\"trigger\":{\"on\":\"changed\",\"field\":\"status\","
                        + "\"to\":\"nurturing\"},\"condition\":\"name.contains('" + mark
                        + "')\",\"actions\":[{\"do\":\"enrol\",\"process\":" + programme + "}]}");
        assertThat(automation.status()).as("%s", automation).isEqualTo(201);
        int id = automation.json().getInt("id");
        try {
            long lead = lead(admin, "Vũ Nuôi " + mark, ",\"need\":\"x\"");
            assertThat(admin.post("/leads/" + lead + "/not-now", "{\"why\":\"Chưa cần\"}")
                            .status())
                    .isEqualTo(204);
            Answer runs = admin.await(
                    "/process-runs?type=leads&recordId=" + lead,
                    answer -> !answer.json().getJsonArray("items").isEmpty());
            assertThat(runs.json().getJsonArray("items").getJsonObject(0).getInt("process"))
                    .isEqualTo((int) programme);
        } finally {
            admin.delete("/automations/" + id);
        }
    }

    @Test
    @Tag("R142")
    void aLeadBecomesACustomerAndAnOpportunityAndThatCanBeTakenBack() {
        long lead = lead(
                admin,
                "Đỗ Chuyển " + mark,
                ",\"phone\":\"0913" + mark.codePointAt(0) + "4205\",\"company\":\"Minh Phát " + mark
                        + "\",\"budget\":\"3500000000 VND\",\"need\":\"x\"");
        Answer done = admin.post("/leads/" + lead + "/conversion", "{\"opportunity\":true}");
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        long customer = done.json().getJsonNumber("customer").longValue();
        long deal = done.json().getJsonNumber("opportunity").longValue();
        assertThat(done.json().getBoolean("made")).isTrue();
        assertThat(admin.get("/customers/" + customer).json().getString("company"))
                .isEqualTo("Minh Phát " + mark);
        JsonObject opportunity = admin.get("/opportunities/" + deal).json();
        assertThat(opportunity.getJsonObject("lead").getJsonNumber("id").longValue())
                .isEqualTo(lead);
        assertThat(opportunity.getJsonObject("contact").getJsonNumber("id").longValue())
                .isEqualTo(customer);
        assertThat(opportunity.getJsonObject("amount").getJsonNumber("amount").longValue())
                .isEqualTo(3_500_000_000L);
        assertThat(admin.get("/leads/" + lead).json().getString("status")).isEqualTo("converted");
        assertThat(admin.post("/leads/" + lead + "/conversion", "{}").status()).isEqualTo(409);

        Answer back = admin.delete("/leads/" + lead + "/conversion");
        assertThat(back.json().getInt("kept")).isZero();
        assertThat(admin.get("/customers/" + customer).status()).isEqualTo(404);
        assertThat(admin.get("/opportunities/" + deal).status()).isEqualTo(404);
        assertThat(admin.get("/leads/" + lead).json().getString("status")).isEqualTo("new");

        Answer again = admin.post("/leads/" + lead + "/conversion", "{\"opportunity\":true}");
        long second = again.json().getJsonNumber("customer").longValue();
        assertThat(admin.patch("/customers/" + second, "{\"jobTitle\":\"Giám đốc\"}")
                        .status())
                .isEqualTo(200);
        assertThat(admin.delete("/leads/" + lead + "/conversion").json().getInt("kept"))
                .as("somebody works with the customer, who keeps relation and organisation")
                .isEqualTo(3);
        assertThat(admin.get("/customers/" + second).status()).isEqualTo(200);
        Answer matched = admin.get("/leads/" + lead + "/matches");
        assertThat(matched.json().getJsonArray("items").stream()
                        .map(JsonValue::asJsonObject)
                        .filter(one -> one.getJsonNumber("id").longValue() == second)
                        .flatMap(one -> one.getJsonArray("reasons").stream())
                        .map(JsonValue::toString))
                .contains("\"same telephone number\"", "\"same name and company\"");
        Answer found = admin.post("/leads/" + lead + "/conversion", "{\"customer\":" + second + "}");
        assertThat(found.json().getBoolean("made")).isFalse();
        assertThat(found.json().containsKey("opportunity")).isFalse();
    }

    @Test
    @Tag("R162")
    void aLostOpportunityIsALeadAgainWithItsHistory() {
        long lead = lead(admin, "Lý Thua " + mark, ",\"need\":\"x\",\"budget\":\"10 VND\"");
        long deal = admin.post("/leads/" + lead + "/conversion", "{\"opportunity\":true}")
                .json()
                .getJsonNumber("opportunity")
                .longValue();
        assertThat(admin.post("/opportunities/" + deal + "/recycle", "{}").status())
                .as("it is not lost")
                .isEqualTo(409);
        JsonObject pipeline = admin.get("/pipelines").json();
        assertThat(pipeline).isNotNull();
        Answer lost =
                admin.post("/opportunities/" + deal + "/lose", "{\"reason\":\"price\",\"competitor\":\"Bên kia\"}");
        assertThat(lost.status()).as("%s", lost).isEqualTo(200);
        Answer recycled = admin.post("/opportunities/" + deal + "/recycle", "{\"why\":\"Giá cao\"}");
        assertThat(recycled.status()).as("%s", recycled).isEqualTo(200);
        assertThat(recycled.json().getJsonNumber("lead").longValue()).isEqualTo(lead);
        JsonObject now = admin.get("/leads/" + lead).json();
        assertThat(now.getString("status")).isEqualTo("nurturing");
        assertThat(now.getInt("recycled")).isEqualTo(1);
        assertThat(now.getInt("score")).as("25 less 15").isEqualTo(10);
        assertThat(admin.get("/leads/" + lead + "/handover/trail").json().getJsonArray("items").stream()
                        .map(stay -> stay.asJsonObject().getString("status")))
                .containsExactly("new", "converted", "nurturing");
        assertThat(admin.get("/leads/" + lead + "/score").text()).contains("Giá cao");
        assertThat(admin.post("/opportunities/" + deal + "/recycle", "{}").status())
                .as("once")
                .isEqualTo(409);
    }

    @Test
    @Tag("R079")
    void whoLooksAtThePricesTwiceIsNoticedByARule() {
        Answer automation = admin.post(
                "/automations",
                "{\"name\":\"Xem giá\",\"type\":\"leads\",\"trigger\":{\"on\":\"crossed\",\"field\":\"score\","
                        + "\"limit\":10,\"way\":\"up\"},\"condition\":\"name.contains('" + mark
                        + "')\",\"actions\":[{\"do\":\"task\",\"subject\":\"Gửi thêm thông tin cho {{name}}\"}]}");
        assertThat(automation.status()).as("%s", automation).isEqualTo(201);
        int id = automation.json().getInt("id");
        try {
            long lead = lead(admin, "Hồ Xem " + mark, "");
            String tasks = "/activities?filter=" + Crm.encode("lead == " + lead);
            for (int i = 0; i < 2; i++) {
                assertThat(admin.get(tasks).json().getJsonArray("items")).isEmpty();
                assertThat(admin.post(
                                        "/leads/" + lead + "/score/signals",
                                        "{\"kind\":\"page\",\"about\":\"/vi/price-list\"}")
                                .json()
                                .getInt("total"))
                        .isEqualTo(6 + 6 * i);
            }
            Answer told = admin.await(
                    tasks, answer -> !answer.json().getJsonArray("items").isEmpty());
            assertThat(told.json().getJsonArray("items").getJsonObject(0).getString("subject"))
                    .isEqualTo("Gửi thêm thông tin cho Hồ Xem " + mark);
            assertThat(admin.get("/leads/" + lead + "/score").text()).contains("/vi/price-list");
        } finally {
            admin.delete("/automations/" + id);
        }
    }
}
