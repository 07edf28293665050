package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** What is done with opportunities, over REST. */
class OpportunitiesIT {
    private final Crm admin = Crm.admin();
    private final Deals deals = Deals.made();

    @Test
    void aNewOneStandsInTheFirstStageAndIsNotWrittenElsewhere() {
        Answer plain = admin.post("/opportunities", "{\"name\":\"Plain\"}");
        assertThat(plain.status()).as("%s", plain).isEqualTo(201);
        assertThat(plain.json().getString("pipeline")).isEqualTo("sales");
        assertThat(plain.json().getString("stage")).isEqualTo("contact");
        assertThat(plain.json().getString("status")).isEqualTo("open");
        JsonObject deal = deals.deal(admin, "Own " + deals.code(), "");
        assertThat(deal.getString("stage")).isEqualTo(deals.stage("one"));
        String path = "/opportunities/" + Deals.id(deal);
        for (String field : List.of("stage", "pipeline", "status", "reason", "closedAt", "stageSince")) {
            Answer refused = admin.patch(path, "{\"" + field + "\":\"" + deals.stage("three") + "\"}");
            assertThat(refused.status()).as("%s: %s", field, refused).isEqualTo(400);
            assertThat(Deals.fields(refused)).containsExactly(field);
        }
        assertThat(admin.get(path).json().getString("stage")).isEqualTo(deals.stage("one"));
        // begun where it stands already
        String later = "{\"name\":\"Later\",\"stage\":\"" + deals.stage("three") + "\"}";
        assertThat(admin.post("/opportunities", later).json().getString("pipeline"))
                .isEqualTo(deals.code());
        Answer elsewhere = admin.post(
                "/opportunities",
                "{\"name\":\"Elsewhere\",\"pipeline\":\"sales\",\"stage\":\"" + deals.stage("one") + "\"}");
        assertThat(elsewhere.status()).isEqualTo(400);
        Answer demanded =
                admin.post("/opportunities", "{\"name\":\"Demanded\",\"stage\":\"" + deals.stage("two") + "\"}");
        assertThat(Deals.fields(demanded)).containsExactly("amount", "expectedClose");
        assertThat(admin.post("/opportunities", "{\"name\":\"Sure\",\"probability\":101}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aStageDemandsItsFieldsAllAtOnce() {
        long id = Deals.id(deals.deal(admin, "Demands " + deals.code(), ""));
        Answer refused = deals.move(admin.with("Accept-Language", "zh-CN"), id, "two");
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(Deals.fields(refused)).containsExactly("amount", "expectedClose");
        assertThat(refused.json().getString("detail")).contains("金额、预计成交");
        admin.patch("/opportunities/" + id, "{" + Deals.worth("12000000 VND", "2026-12-24") + "}");
        Answer moved = deals.move(admin, id, "two");
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        assertThat(moved.json().getString("stage")).isEqualTo(deals.stage("two"));
        assertThat(deals.move(admin, id, "nine").status()).isEqualTo(400);
        assertThat(Deals.act(admin, id, "move", "{}").status()).isEqualTo(400);
        assertThat(Deals.act(admin, id, "move", "{\"stage\":\"contact\"}").status())
                .isEqualTo(400);
        assertThat(Deals.act(admin, 999_999_999, "move", "{\"stage\":\"contact\"}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.post("/opportunities/x/move", "{\"stage\":\"contact\"}")
                        .status())
                .isEqualTo(404);
        Answer audit = admin.get("/opportunities/" + id + "/audit");
        assertThat(audit.text()).contains(deals.stage("two"));
    }

    @Test
    @Tag("R161")
    @Tag("R032")
    void itIsPursuedUntilItIsLostForAReason() {
        JsonObject deal = deals.deal(admin, "Pursued " + deals.code(), Deals.worth("5000 USD", "2026-12-24"));
        long id = Deals.id(deal);
        deals.move(admin, id, "three");
        Answer noReason = Deals.act(admin, id, "lose", "{\"competitor\":\"Hoà Phát\"}");
        assertThat(noReason.status()).as("%s", noReason).isEqualTo(400);
        assertThat(Deals.fields(noReason)).containsExactly("reason");
        assertThat(Deals.fields(deals.move(admin, id, "lost"))).containsExactly("reason");
        assertThat(Deals.fields(Deals.act(admin, id, "lose", "{\"reason\":\"weather\"}")))
                .containsExactly("reason");
        Answer lost = Deals.act(admin, id, "lose", "{\"reason\":\"price\",\"competitor\":\"Hoà Phát\"}");
        assertThat(lost.status()).as("%s", lost).isEqualTo(200);
        assertThat(lost.json().getString("status")).isEqualTo("lost");
        assertThat(lost.json().getString("reason")).isEqualTo("price");
        assertThat(lost.json().getString("competitor")).isEqualTo("Hoà Phát");
        assertThat(lost.json().getString("closedAt")).isNotEmpty();
        Answer locked = deals.move(admin.with("Accept-Language", "vi"), id, "two");
        assertThat(locked.status()).as("%s", locked).isEqualTo(409);
        assertThat(locked.text()).contains("đã kết thúc (Thua)");
        assertThat(Deals.act(admin, id, "win", "{}").status()).isEqualTo(409);
        assertThat(Deals.act(admin, id, "lose", "{\"reason\":\"price\"}").status())
                .isEqualTo(409);
        Answer again = Deals.act(admin, id, "reopen", "{}");
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(again.json().getString("stage")).isEqualTo(deals.stage("three"));
        assertThat(again.json().containsKey("reason")).isFalse();
        assertThat(Deals.act(admin, id, "reopen", "{}").status()).isEqualTo(409);
        Answer won = Deals.act(admin, id, "win", "{\"reason\":\"service\"}");
        assertThat(won.status()).as("%s", won).isEqualTo(200);
        assertThat(won.json().getString("stage")).isEqualTo(deals.stage("won"));
        Answer stays = admin.get("/opportunities/" + id + "/stages");
        assertThat(stays.json().getJsonArray("items").getValuesAs(JsonObject.class))
                .as("%s", stays)
                .extracting(
                        stay -> stay.getString("stage").substring(deals.code().length() + 1))
                .containsExactly("one", "three", "lost", "three", "won");
        assertThat(stays.json().getJsonArray("items").getValuesAs(JsonObject.class))
                .filteredOn(stay -> !stay.containsKey("leftAt"))
                .hasSize(1);
    }

    @Test
    void ofTwoWhoMoveOneCardOneWinsAndTheOtherIsTold() {
        Colleague first = Colleague.with(List.of("manager"), List.of());
        Colleague second = Colleague.with(List.of("manager"), List.of());
        JsonObject deal = deals.deal(admin, "Wanted " + deals.code(), Deals.worth("1 USD", "2026-12-24"));
        long id = Deals.id(deal);
        String tag = admin.get("/opportunities/" + id).header("ETag");
        assertThat(deals.move(first.crm().with("If-Match", tag), id, "two").status())
                .isEqualTo(200);
        Answer told = deals.move(second.crm().with("If-Match", tag), id, "three");
        assertThat(told.status()).as("%s", told).isEqualTo(412);
        assertThat(told.json().getString("detail")).contains(first.username(), "Stage two");
        assertThat(admin.get("/opportunities/" + id).json().getString("stage")).isEqualTo(deals.stage("two"));
    }

    @Test
    void whateverHappensAtOnceEndsInAStateThatTheRulesAllow() throws Exception {
        JsonObject deal = deals.deal(admin, "Crowd " + deals.code(), Deals.worth("1 USD", "2026-12-24"));
        long id = Deals.id(deal);
        String tag = admin.get("/opportunities/" + id).header("ETag");
        Crm looked = admin.with("If-Match", tag);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(() -> deals.move(looked, id, "two").status());
            all.add(() -> deals.move(looked, id, "three").status());
            all.add(() ->
                    Deals.act(looked, id, "lose", "{\"reason\":\"price\"}").status());
            all.add(() -> Deals.act(looked, id, "win", "{}").status());
        }
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Integer> answers = new ArrayList<>();
        try {
            for (Future<Integer> answer : people.invokeAll(all)) {
                answers.add(answer.get());
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allSatisfy(status -> assertThat(status).isIn(200, 409, 412));
        JsonObject now = admin.get("/opportunities/" + id).json();
        boolean lost = now.getString("status").equals("lost");
        assertThat(now.containsKey("reason")).isEqualTo(lost);
        assertThat(now.containsKey("closedAt"))
                .isEqualTo(!now.getString("status").equals("open"));
        Answer stays = admin.get("/opportunities/" + id + "/stages");
        assertThat(stays.json().getJsonArray("items")).as("%s", stays).hasSize(2);
        assertThat(stays.json().getJsonArray("items").getJsonObject(1).getString("stage"))
                .isEqualTo(now.getString("stage"));
    }

    @Test
    void whoMayNotChangeItMovesNothing() {
        long team = Colleague.team("Own " + deals.code());
        Colleague stranger = Colleague.with(List.of("sales"), List.of(team));
        Colleague reader = Colleague.with(List.of("marketing"), List.of());
        long id = Deals.id(deals.deal(admin, "Private " + deals.code(), ""));
        assertThat(deals.move(stranger.crm(), id, "three").status()).isEqualTo(404);
        assertThat(deals.move(reader.crm(), id, "three").status()).isEqualTo(403);
        assertThat(Deals.act(reader.crm(), id, "win", "{}").status()).isEqualTo(403);
        assertThat(reader.crm().get("/opportunities/" + id + "/stages").status())
                .isEqualTo(200);
        assertThat(deals.move(Crm.anonymous(), id, "three").status()).isEqualTo(401);
        assertThat(admin.get("/opportunities/" + id).json().getString("stage")).isEqualTo(deals.stage("one"));
    }

    @Test
    void whatComesBackAfterItsStageWentBeginsAgain() {
        long id = Deals.id(deals.deal(admin, "Deleted " + deals.code(), ""));
        assertThat(admin.delete("/opportunities/" + id).status()).isEqualTo(204);
        Answer changed =
                deals.change(deals.document(deals.open("two", 50, "") + "," + deals.open("three", 80, ""), ""));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        Answer back = admin.post("/opportunities/" + id + "/restore", "{}");
        assertThat(back.status()).as("%s", back).isEqualTo(200);
        assertThat(admin.get("/opportunities/" + id).json().getString("stage")).isEqualTo(deals.stage("two"));
    }
}
