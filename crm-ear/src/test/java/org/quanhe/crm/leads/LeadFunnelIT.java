package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Leads on their way through the states: what moves them, what does not, and what ends with the hand-over. */
class LeadFunnelIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long lead() {
        Answer made = admin.post("/leads", "{\"name\":\"Phễu " + mark + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private String status(long lead) {
        return admin.get("/leads/" + lead).json().getString("status");
    }

    private List<String> trail(long lead) {
        return admin.get("/leads/" + lead + "/handover/trail").json().getJsonArray("items").stream()
                .map(stay -> stay.asJsonObject().getString("status"))
                .toList();
    }

    private void signal(long lead, String kind, String about) {
        Answer told = admin.post(
                "/leads/" + lead + "/score/signals", "{\"kind\":\"" + kind + "\",\"about\":\"" + about + "\"}");
        assertThat(told.status()).as("%s", told).isLessThan(300);
    }

    @Test
    @Tag("R151")
    void aSecondInterestPromotesToNurturingAndTheHistoryNamesTheRule() {
        long lead = lead();
        signal(lead, "page", "/may-lanh");
        signal(lead, "page", "/may-lanh");
        assertThat(status(lead))
                .as("the same thing on the same day is one interest")
                .isEqualTo("new");
        signal(lead, "download", "Catalogue máy sấy");
        assertThat(status(lead)).isEqualTo("nurturing");
        assertThat(trail(lead)).containsExactly("new", "nurturing");
        assertThat(admin.with("Accept-Language", "en")
                        .get("/leads/" + lead + "/audit")
                        .text())
                .contains("Rule of second interest", "Download", "Catalogue máy sấy");
        signal(lead, "form", "Báo giá");
        assertThat(trail(lead)).as("once").containsExactly("new", "nurturing");
    }

    @Test
    @Tag("R151")
    void theRuleIsDataAndCanBeSwitchedOff() {
        String before = admin.get("/handovers/settings").text();
        try {
            Answer off = settings("{\"interests\":0}");
            assertThat(off.status()).as("%s", off).isEqualTo(200);
            long lead = lead();
            signal(lead, "page", "/mot");
            signal(lead, "page", "/hai");
            assertThat(status(lead)).isEqualTo("new");
            assertThat(settings("{\"interests\":3,\"days\":30}").status()).isEqualTo(200);
            signal(lead, "page", "/ba");
            assertThat(status(lead)).isEqualTo("nurturing");
            assertThat(settings("{\"interests\":-1}").status()).isEqualTo(400);
        } finally {
            admin.send("PUT", "/handovers/settings", "application/json", before);
        }
    }

    private Answer settings(String nurture) {
        return admin.send(
                "PUT",
                "/handovers/settings",
                "application/json",
                "{\"limitMinutes\":240,\"rules\":[],\"nurture\":" + nurture + "}");
    }

    @Test
    @Tag("R141")
    void onlyAllowedMovesAndNurtureEndsWithTheHandOver() {
        Answer nurture = automation("created", "name.contains('" + mark + "')");
        Answer forSales = automation("created", "name.contains('" + mark + "') && status != 'nurturing'");
        long ends = nurture.json().getJsonNumber("id").longValue();
        long stays = forSales.json().getJsonNumber("id").longValue();
        try {
            long lead = lead();
            waits(ends, "waiting");
            waits(stays, "waiting");
            Colleague seller = Colleague.with(List.of("sales"), List.of());
            assertThat(admin.post("/leads/" + lead + "/handover/accept", "{}").status())
                    .as("nobody was asked")
                    .isEqualTo(409);
            assertThat(admin.post("/leads/" + lead + "/handover", "{\"to\":" + seller.id() + "}")
                            .status())
                    .isEqualTo(200);
            assertThat(admin.patch("/leads/" + lead, "{\"status\":\"new\"}").status())
                    .as("nobody writes it by hand")
                    .isEqualTo(400);
            waits(ends, "stopped");
            waits(stays, "waiting");
            assertThat(admin.with("Accept-Language", "en")
                            .get("/automations/" + ends + "/runs")
                            .text())
                    .contains("handed to sales");
            assertThat(admin.post("/leads/" + lead + "/handover/accept", "{}").status())
                    .isEqualTo(204);
            assertThat(trail(lead)).containsExactly("new", "awaiting", "accepted");
        } finally {
            admin.delete("/automations/" + ends);
            admin.delete("/automations/" + stays);
        }
    }

    @Test
    @Tag("R141")
    void processesThatNurtureEndWithTheHandOverAndOthersGoOn() {
        long team = Colleague.team("Chăm sóc " + mark);
        long nurturing = published("Nuôi dưỡng " + mark, ",\"nurture\":true", team);
        long other = published("Khảo sát " + mark, "", team);
        long lead = lead();
        long ends = run(nurturing, lead);
        long stays = run(other, lead);
        assertThat(admin.post("/leads/" + lead + "/handover", "{}").status()).isEqualTo(200);
        assertThat(state(ends)).isEqualTo("stopped");
        assertThat(state(stays)).isEqualTo("running");
        assertThat(admin.with("Accept-Language", "vi")
                        .get("/leads/" + lead + "/audit")
                        .text())
                .contains("Nuôi dưỡng " + mark, "Đầu mối đã chuyển cho bán hàng");
        assertThat(admin.with("Accept-Language", "en")
                        .get("/leads/" + lead + "/timeline")
                        .text())
                .contains("The lead was handed to sales");

        long converted = lead();
        long endsToo = run(nurturing, converted);
        assertThat(admin.post("/leads/" + converted + "/conversion", "{}").status())
                .isLessThan(300);
        assertThat(state(endsToo)).isEqualTo("stopped");
    }

    @Test
    @Tag("R141")
    void onlyProcessesOfRecordsThatAreHandedOverCanNurture() {
        long team = Colleague.team("Chăm sóc " + mark);
        Answer drawn = admin.post("/processes", process(mark, "customers", ",\"nurture\":true", team));
        assertThat(drawn.status()).as("a draft may be unfinished").isEqualTo(201);
        Answer refused = admin.with("Accept-Language", "vi")
                .post("/processes/" + drawn.json().getInt("id") + "/publish", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").getJsonObject(0).getString("field"))
                .isEqualTo("nurture");
        assertThat(refused.text()).contains("không được bàn giao");
        assertThat(admin.post("/processes", process(mark, "leads", ",\"nurture\":\"maybe\"", team))
                        .status())
                .isEqualTo(400);
    }

    private static String process(String name, String type, String more, long team) {
        return "{\"name\":{\"en\":\"" + name + "\"},\"type\":\"" + type + "\"" + more
                + ",\"steps\":[{\"key\":\"s1\",\"name\":{\"en\":\"Call\"},\"team\":" + team + "}]}";
    }

    private long published(String name, String more, long team) {
        Answer drawn = admin.post("/processes", process(name, "leads", more, team));
        assertThat(drawn.status()).as("%s", drawn).isEqualTo(201);
        long id = drawn.json().getJsonNumber("id").longValue();
        Answer published = admin.post("/processes/" + id + "/publish", "{}");
        assertThat(published.status()).as("%s", published).isEqualTo(200);
        return id;
    }

    private long run(long process, long lead) {
        Answer started = admin.post("/processes/" + process + "/runs", "{\"recordId\":" + lead + "}");
        assertThat(started.status()).as("%s", started).isEqualTo(201);
        return started.json().getJsonNumber("id").longValue();
    }

    private String state(long run) {
        return admin.get("/process-runs/" + run).json().getString("state");
    }

    private Answer automation(String on, String condition) {
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Chăm sóc " + mark + "\",\"type\":\"leads\",\"trigger\":{\"on\":\"" + on
                        + "\"},\"condition\":\"" + condition
                        + "\",\"actions\":[{\"do\":\"wait\",\"minutes\":10000},{\"do\":\"task\",\"subject\":\"Hỏi thăm\"}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made;
    }

    private void waits(long automation, String state) {
        admin.await("/automations/" + automation + "/runs", answer -> answer.json().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .anyMatch(run -> run.getString("state").equals(state)));
    }
}
