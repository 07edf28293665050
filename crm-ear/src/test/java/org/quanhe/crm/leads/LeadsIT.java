package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

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
}
