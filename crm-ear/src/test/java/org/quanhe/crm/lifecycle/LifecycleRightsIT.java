package org.quanhe.crm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Who may read stages and move records; and what follows a move by rule. */
class LifecycleRightsIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private String customer(long team) {
        Answer answer = admin.post("/customers", "{\"name\":\"Anh Sơn " + mark + "\",\"team\":" + team + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return "/customers/" + answer.json().getInt("id");
    }

    private static Answer move(Crm who, String record, String stage) {
        return who.post("/lifecycle" + record + "/move", "{\"stage\":\"" + stage + "\"}");
    }

    @Test
    @Tag("R002")
    void movingNeedsTheRightToChangeTheRecordAndTheField() {
        long ours = Colleague.team("Nam " + mark);
        long theirs = Colleague.team("Bắc " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(ours));
        Colleague service = Colleague.with(List.of("service"), List.of(ours));
        String mine = customer(ours);
        String foreign = customer(theirs);
        assertThat(move(seller.crm(), mine, "acquire").status()).isEqualTo(200);
        assertThat(move(seller.crm(), foreign, "acquire").status()).isEqualTo(404);
        assertThat(seller.crm().get("/lifecycle" + foreign).status()).isEqualTo(404);
        assertThat(service.crm().get("/lifecycle" + foreign).json().getBoolean("mayMove"))
                .isFalse();
        assertThat(move(service.crm(), foreign, "acquire").status()).isEqualTo(403);
        try {
            Shaping.field(admin, "service", "customers", "lifecycleStage", true, false);
            assertThat(move(service.crm(), mine, "keep").status()).isEqualTo(403);
            Shaping.show(admin, "service", "customers", "lifecycleStage", false);
            assertThat(service.crm().get("/lifecycle" + mine).status()).isEqualTo(404);
            assertThat(service.crm().get(mine).json()).doesNotContainKey("lifecycleStage");
        } finally {
            Shaping.show(admin, "service", "customers", "lifecycleStage", true);
        }
    }

    @Test
    @Tag("R002")
    void ofTwoWhoMoveARecordAtOnceOneWinsAndTheOtherIsTold() {
        String record = customer(Colleague.team("Cùng lúc " + mark));
        Crm looked = admin.with("If-Match", admin.get(record).header("ETag"));
        List<Integer> answers = List.of("acquire", "keep").stream()
                .map(stage -> CompletableFuture.supplyAsync(
                        () -> move(looked, record, stage).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers.get(0)).isEqualTo(200);
        assertThat(answers.get(1)).isIn(409, 412);
        assertThat(admin.get("/lifecycle" + record).json().getJsonArray("stays"))
                .as("nothing doubled")
                .hasSize(2);
    }

    @Test
    @Tag("R192")
    void aChangeOfStageSwitchesTasksContentAndOwnerByRule() {
        long care = Colleague.team("Chăm sóc " + mark);
        Colleague keeper = Colleague.with(List.of("service"), List.of(care));
        String rule = ("{'name':'Giữ chân " + mark
                        + "','type':'customers','trigger':{'on':'changed','fields':['lifecycleStage']},"
                        + "'condition':'lifecycleStage == ~keep~ && name.contains(~" + mark + "~)',"
                        + "'actions':[{'do':'set','fields':{'notes':'Nội dung cho khách quen " + mark + "'}},"
                        + "{'do':'task','subject':'Gọi hỏi thăm " + mark + "'},"
                        + "{'do':'assign','team':" + care + "}]}")
                .replace("~", "\\\"")
                .replace('\'', '"');
        Answer made = admin.post("/automations", rule);
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long automation = made.json().getJsonNumber("id").longValue();
        try {
            String record = customer(care);
            assertThat(move(admin, record, "acquire").status()).isEqualTo(200);
            assertThat(move(admin, record, "keep").status()).isEqualTo(200);
            JsonObject after = admin.await(
                            record,
                            answer -> answer.json().containsKey("notes")
                                    && answer.json().getJsonObject("owner").getInt("id") == keeper.id())
                    .json();
            assertThat(after.getString("notes")).isEqualTo("Nội dung cho khách quen " + mark);
            admin.await(record + "/timeline", answer -> answer.text().contains("Gọi hỏi thăm " + mark));
        } finally {
            admin.delete("/automations/" + automation);
        }
    }
}
