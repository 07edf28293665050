package org.quanhe.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** Marketing and sales agree on a model; all leads follow. */
class ScoreModelIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private static Answer draft(Crm who, String document, String version) {
        return who.with("If-Match", version).send("PUT", "/score-model/draft", "application/json", document);
    }

    private static Answer agree(Crm who, String side, String version) {
        return who.with("If-Match", version).post("/score-model/agreements", "{\"side\":\"" + side + "\"}");
    }

    private static String with(JsonObject model, String criterion) {
        String text = model.toString();
        return text.replace("\"criteria\":[", "\"criteria\":[" + criterion.replace('\'', '"') + ",");
    }

    private int total(long lead) {
        return admin.get("/leads/" + lead + "/score").json().getInt("total");
    }

    @Test
    @Tag("R131")
    @Tag("R155")
    @Tag("R159")
    void bothSidesAgreeOnADraftThatWasTriedAndAllLeadsAreScoredAnew() {
        Shaping.publish(
                admin,
                "{'op':'addField','type':'leads','field':{'name':'paints" + mark
                        + "','kind':'yes-no','labels':{'en':'Paints " + mark + "'}}}");
        String field = "paints" + mark;
        Answer made = admin.post("/leads", "{\"name\":\"Mover " + mark + "\",\"need\":\"x\",\"" + field + "\":true}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long mover = made.json().getJsonNumber("id").longValue();
        long other = admin.post("/leads", "{\"name\":\"Stayer " + mark + "\",\"need\":\"x\"}")
                .json()
                .getJsonNumber("id")
                .longValue();
        Colleague marketing = Colleague.with(List.of("marketing"), List.of());
        Colleague sales = Colleague.with(List.of("sales"), List.of());
        Answer before = admin.get("/score-model");
        JsonObject original = before.json().getJsonObject("inForce");
        String changed = with(
                original,
                "{'key':'paints-" + mark + "','kind':'profile','labels':{'vi':'Có sơn'},'when':'" + field
                        + " == true','points':25}");
        Answer drafted = draft(marketing.crm(), changed, before.header("ETag"));
        assertThat(drafted.status()).as("%s", drafted).isEqualTo(200);
        assertThat(drafted.json().getBoolean("differs")).isTrue();
        assertThat(draft(sales.crm(), changed, before.header("ETag")).status())
                .as("a draft that somebody else changed")
                .isEqualTo(412);

        JsonObject trial = sales.crm()
                .send("POST", "/score-model/trial", "application/json", "")
                .json();
        assertThat(trial.getInt("changed")).isPositive();
        JsonObject moved = trial.getJsonArray("movers").stream()
                .map(JsonValue::asJsonObject)
                .filter(one -> one.getJsonNumber("id").longValue() == mover)
                .findFirst()
                .orElseThrow();
        assertThat(moved.getInt("before")).isEqualTo(10);
        assertThat(moved.getInt("after")).isEqualTo(35);
        assertThat(moved.getString("bandAfter")).isEqualTo("warm");
        assertThat(total(mover)).as("tried, not done").isEqualTo(10);

        assertThat(agree(sales.crm(), "marketing", drafted.header("ETag")).status())
                .as("sales do not speak for marketing")
                .isEqualTo(403);
        Answer first = agree(marketing.crm(), "marketing", drafted.header("ETag"));
        assertThat(first.status()).as("%s", first).isEqualTo(200);
        assertThat(total(mover)).as("one side alone").isEqualTo(10);
        Answer both = agree(sales.crm(), "sales", first.header("ETag"));
        assertThat(both.status()).as("%s", both).isEqualTo(200);
        try {
            int number = both.json().getInt("number");
            JsonObject done = admin.await(
                            "/score-model",
                            answer -> answer.json().getJsonObject("rescoring").getInt("number") >= number
                                    && !answer.json()
                                            .getJsonObject("rescoring")
                                            .getString("endedAt")
                                            .isEmpty())
                    .json()
                    .getJsonObject("rescoring");
            assertThat(done.getInt("percent")).isEqualTo(100);
            assertThat(total(mover)).isEqualTo(35);
            assertThat(admin.get("/leads/" + mover).json().getString("band")).isEqualTo("warm");
            assertThat(total(other)).isEqualTo(10);
            assertThat(admin.get("/score-model")
                            .json()
                            .getJsonArray("versions")
                            .getJsonObject(0)
                            .getString("agreed"))
                    .contains(marketing.username(), sales.username());
            assertThat(admin.post("/leads/" + mover + "/handover", "{\"to\":" + sales.id() + "}")
                            .json()
                            .getInt("model"))
                    .as("the lead carries the version by which it went to sales")
                    .isEqualTo(number);
            assertThat(admin.get("/leads/" + mover + "/score").text()).contains("paints-" + mark);
        } finally {
            Answer back = draft(admin, original.toString(), both.header("ETag"));
            agree(admin, "sales", agree(admin, "marketing", back.header("ETag")).header("ETag"));
        }
        admin.await("/leads/" + mover, answer -> answer.json().getInt("score") == 10);
    }

    @Test
    void whatCannotBeAModelIsRefusedWithThePlaceOfEachFault() {
        Answer now = admin.get("/score-model");
        Answer refused = draft(
                admin,
                "{\"name\":{\"en\":\"x\"},\"warm\":70,\"hot\":60,\"criteria\":["
                        + "{\"key\":\"a\",\"kind\":\"profile\",\"labels\":{\"en\":\"a\"},\"when\":\"nofield == 1\",\"points\":5},"
                        + "{\"key\":\"a\",\"kind\":\"behaviour\",\"labels\":{\"en\":\"a\"},\"signal\":\"dance\",\"points\":0},"
                        + "{\"key\":\"b\",\"kind\":\"magic\",\"labels\":{\"en\":\"b\"},\"points\":5}]}",
                now.header("ETag"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains(
                        "\"hot\"",
                        "criteria[0].when",
                        "criteria[1].key",
                        "criteria[1].signal",
                        "criteria[1].points",
                        "criteria[2].kind");
        assertThat(draft(admin, "[]", now.header("ETag")).status()).isEqualTo(400);
        assertThat(admin.get("/score-model").header("ETag")).isEqualTo(now.header("ETag"));
    }

    @Test
    void aConditionThatDividesByZeroCountsNothing() {
        admin.post("/leads", "{\"name\":\"Zero " + mark + "\",\"employees\":5}");
        JsonObject model = admin.get("/score-model").json().getJsonObject("inForce");
        Answer trial = admin.post(
                "/score-model/trial",
                with(
                        model,
                        "{'key':'zero','kind':'profile','labels':{'en':'zero'},"
                                + "'when':'100 / (employees - employees) > 1','points':50}"));
        assertThat(trial.status()).as("%s", trial).isEqualTo(200);
        assertThat(trial.json().getInt("leads")).isPositive();
        assertThat(trial.json().getInt("changed")).isZero();
    }
}
