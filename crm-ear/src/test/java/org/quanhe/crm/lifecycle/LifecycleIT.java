package org.quanhe.crm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.lifecycle.KeptLifecycle.codes;
import static org.quanhe.crm.lifecycle.KeptLifecycle.stage;
import static org.quanhe.crm.lifecycle.KeptLifecycle.way;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Stages as data and the way of records through them, over REST. */
class LifecycleIT {
    private static final String PATH = "/lifecycle";

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private String made(String type, String more) {
        Answer answer = admin.post("/" + type, "{\"name\":\"Chị Lan " + mark + "\"" + more + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return "/" + type + "/" + answer.json().getInt("id");
    }

    private Answer move(Crm who, String record, String stage) {
        return who.post(PATH + record + "/move", "{\"stage\":\"" + stage + "\",\"why\":\"vì " + mark + "\"}");
    }

    @Test
    @Tag("R167")
    void fiveStagesAreThereAndAreRenamedInEachLanguage() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            Answer shown = seller.crm().get(PATH);
            assertThat(shown.status()).as("%s", shown).isEqualTo(200);
            assertThat(codes(shown.json()))
                    .isEqualTo(codes(kept.before()))
                    .containsExactly("reach", "acquire", "convert", "keep", "loyalty");
            JsonObject keep =
                    shown.json().getJsonArray("stages").getJsonObject(3).getJsonObject("name");
            assertThat(keep.getString("vi")).isEqualTo("Giữ chân");
            assertThat(keep.getString("zh-CN")).isEqualTo("保留");
            String renamed =
                    shown.text().replace("Giữ chân", "Chăm sóc " + mark).replace("保留", "维护" + mark);
            assertThat(seller.crm()
                            .send("PUT", PATH, "application/json", renamed)
                            .status())
                    .isEqualTo(403);
            Crm looked = admin.with("If-Match", shown.header("ETag"));
            assertThat(looked.send("PUT", PATH, "application/json", renamed).status())
                    .isEqualTo(200);
            assertThat(looked.send("PUT", PATH, "application/json", renamed).status())
                    .as("the second editor is told")
                    .isEqualTo(412);
            String customer = made("customers", "");
            assertThat(move(admin, customer, "keep").status()).isEqualTo(200);
            assertThat(named(customer, "vi")).isEqualTo("Chăm sóc " + mark);
            assertThat(named(customer, "zh-CN")).isEqualTo("维护" + mark);
            assertThat(named(customer, "en")).isEqualTo("Keep");
            admin.await("/openapi.json", answer -> answer.text().contains("loyalty"));
        }
    }

    private String named(String record, String language) {
        return admin.with("Accept-Language", language).get(PATH + record).json().getString("name");
    }

    @Test
    @Tag("R002")
    void aRecordTellsItsStageSinceWhenAndTheStagesBefore() {
        for (String type : List.of("customers", "leads")) {
            String record = made(type, "");
            JsonObject first = admin.get(record).json();
            assertThat(first.getString("lifecycleStage")).isEqualTo("reach");
            Answer moved = move(admin, record, "acquire");
            assertThat(moved.status()).as("%s", moved).isEqualTo(200);
            JsonObject now = admin.get(record).json();
            assertThat(now.getString("lifecycleStage")).isEqualTo("acquire");
            JsonObject told = admin.get(PATH + record).json();
            assertThat(told.getString("stage")).isEqualTo("acquire");
            assertThat(told.getString("since")).isEqualTo(now.getString("stageSince"));
            assertThat(way(told)).isEqualTo("reach acquire");
            JsonObject reach = told.getJsonArray("stays").getJsonObject(1);
            assertThat(Instant.parse(reach.getString("entered")))
                    .isBeforeOrEqualTo(Instant.parse(reach.getString("left")));
            assertThat(reach.getString("left")).isEqualTo(told.getString("since"));
            JsonObject here = told.getJsonArray("stays").getJsonObject(0);
            assertThat(here.isNull("left")).isTrue();
            assertThat(here.getString("why")).isEqualTo("vì " + mark);
            assertThat(here.getBoolean("byItself")).isFalse();
            assertThat(admin.get(record + "/audit").text()).contains("lifecycleStage", "vì " + mark);
            admin.await(
                    "/" + type + "?filter="
                            + Crm.encode("lifecycleStage == \"acquire\" && name.contains(\"" + mark + "\")"),
                    answer -> answer.json().getJsonArray("items").size() == 1);
            assertThat(admin.patch(record, "{\"lifecycleStage\":\"loyalty\"}").status())
                    .as("nobody writes it by hand")
                    .isEqualTo(400);
        }
    }

    @Test
    @Tag("R002")
    void aMoveNamesAllThatIsMissingAndOfTwoPeopleTheSecondIsTold() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            kept.set(
                    stage("reach", "'exit':{'customers':'has(source)'}"),
                    stage("acquire", ""),
                    stage("keep", "'enter':{'customers':'has(email) && has(company)'}"));
            String customer = made("customers", "");
            Answer refused = move(admin.with("Accept-Language", "vi"), customer, "keep");
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.json().getJsonArray("violations")).hasSize(3);
            assertThat(refused.text()).contains("Nguồn", "Công ty");
            JsonObject keep =
                    admin.get(PATH + customer).json().getJsonArray("stages").getJsonObject(2);
            assertThat(keep.getJsonArray("unmet")).hasSize(3);
            assertThat(move(admin, customer, "nowhere").status()).isEqualTo(400);
            assertThat(admin.get(PATH + customer).json().getString("stage")).isEqualTo("reach");

            String other = made("customers", ",\"source\":\"fair\"");
            Crm looked = admin.with("If-Match", admin.get(other).header("ETag"));
            assertThat(move(looked, other, "acquire").status()).isEqualTo(200);
            assertThat(move(looked, other, "keep").status()).isEqualTo(412);
            assertThat(way(admin.get(PATH + other).json())).isEqualTo("reach acquire");
        }
    }

    @Test
    @Tag("R002")
    void aWrittenRecordGoesAsFarAsConditionsSay() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            kept.set(
                    stage("reach", ""),
                    stage("acquire", "'enter':{'leads':'has(phone)'}"),
                    stage("convert", "'enter':{'leads':'has(company)'},'exit':{'leads':'has(need)'}"),
                    stage("keep", "'enter':{'leads':'has(budget)'}"));
            String lead = made("leads", "");
            String version = admin.get(lead).header("ETag");
            Answer written = admin.with("If-Match", version)
                    .patch(
                            lead,
                            "{\"phone\":\"0912345678\",\"company\":\"Gỗ\",\"budget\":{\"amount\":5,\"currency\":\"VND\"}}");
            assertThat(written.status()).as("%s", written).isEqualTo(200);
            assertThat(written.json().getString("lifecycleStage")).isEqualTo("convert");
            JsonObject told =
                    admin.with("Accept-Language", "zh-CN").get(PATH + lead).json();
            assertThat(way(told)).isEqualTo("reach acquire convert");
            assertThat(told.getJsonArray("stays").getJsonObject(0).getString("why"))
                    .isEqualTo("已满足“convert”的进入条件。");
            assertThat(told.getJsonArray("stays").getJsonObject(0).getBoolean("byItself"))
                    .isTrue();
            assertThat(admin.patch(lead, "{\"need\":\"điều hoà\"}").json().getString("lifecycleStage"))
                    .isEqualTo("keep");
            // what a person takes back stays there
            assertThat(move(admin, lead, "acquire").status()).isEqualTo(200);
            assertThat(admin.patch(lead, "{\"need\":\"tủ lạnh\"}").json().getString("lifecycleStage"))
                    .isEqualTo("acquire");
            // a new record that brings everything is there at once
            String complete = made(
                    "leads",
                    ",\"phone\":\"0987654321\",\"company\":\"Thép\",\"need\":\"máy\",\"budget\":{\"amount\":5,\"currency\":\"VND\"}");
            assertThat(way(admin.get(PATH + complete).json())).isEqualTo("reach acquire convert keep");
        }
    }

    @Test
    @Tag("R167")
    void aStageInWhichRecordsStandGoesOnlyWithAnotherOneForThem() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            kept.set(stage("reach", ""), stage("fair" + mark, ""), stage("keep", ""));
            String customer = made("customers", "");
            String lead = made("leads", "");
            assertThat(move(admin, customer, "fair" + mark).status()).isEqualTo(200);
            assertThat(move(admin, lead, "fair" + mark).status()).isEqualTo(200);
            String without = "\"stages\":[" + stage("reach", "") + "," + stage("keep", "") + "]";
            Answer refused = admin.send("PUT", PATH, "application/json", "{" + without + "}");
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            JsonObject violation = refused.json().getJsonArray("violations").getJsonObject(0);
            assertThat(violation.getString("field")).isEqualTo("moves.fair" + mark);
            assertThat(refused.text()).contains("2 records stand in “fair" + mark + "”", "“reach”");
            Answer gone = admin.send(
                    "PUT", PATH, "application/json", "{" + without + ",\"moves\":{\"fair" + mark + "\":\"keep\"}}");
            assertThat(gone.status()).as("%s", gone).isEqualTo(200);
            for (String record : List.of(customer, lead)) {
                JsonObject told = admin.get(PATH + record).json();
                assertThat(way(told)).isEqualTo("reach fair" + mark + " keep");
                assertThat(told.getJsonArray("stays").getJsonObject(0).getString("why"))
                        .contains("fair" + mark);
                admin.await(
                        record.substring(0, record.lastIndexOf('/')) + "?filter="
                                + Crm.encode("lifecycleStage == \"keep\" && name.contains(\"" + mark + "\")"),
                        answer -> answer.status() == 200
                                && answer.json().getJsonArray("items").size() == 1);
                // it goes on from there as if nothing had been
                assertThat(move(admin, record, "reach").status()).isEqualTo(200);
                assertThat(way(admin.get(PATH + record).json())).isEqualTo("reach fair" + mark + " keep reach");
            }
        }
    }

    @Test
    @Tag("R167")
    void templatesAreTakenWithAMappingForRecordsThatStandSomewhere() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            assertThat(codes(kept.before())).contains("loyalty");
            String customer = made("customers", "");
            assertThat(move(admin, customer, "loyalty").status()).isEqualTo(200);
            Answer refused = admin.post(PATH + "/template", "{\"template\":\"select-acquire-retain-extend\"}");
            assertThat(refused.status()).as("%s", refused).isEqualTo(400);
            assertThat(refused.text()).contains("moves.loyalty");
            Answer taken = admin.post(
                    PATH + "/template",
                    "{\"template\":\"select-acquire-retain-extend\",\"moves\":{\"reach\":\"select\",\"convert\":\"acquire\",\"keep\":\"retain\",\"loyalty\":\"extend\"}}");
            assertThat(taken.status()).as("%s", taken).isEqualTo(200);
            assertThat(codes(taken.json())).containsExactly("select", "acquire", "retain", "extend");
            assertThat(admin.get(PATH + customer).json().getString("name")).isEqualTo("Extend");
            assertThat(admin.get(PATH + made("customers", "")).json().getString("stage"))
                    .isEqualTo("select");
        }
    }

    @Test
    void whatCannotBeIsToldAtItsPlaceAndChangesNothing() {
        String before = admin.get(PATH).text();
        Answer refused = admin.send(
                "PUT",
                PATH,
                "application/json",
                "{\"stages\":[{\"code\":\"A b\",\"name\":{}},{\"code\":\"x\",\"name\":{\"en\":\"X\",\"fr\":\"X\"},\"more\":1},"
                        + "{\"code\":\"x\",\"name\":{\"en\":\"X\"},\"enter\":{\"orders\":\"true\"}}]}");
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(refused.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .containsExactlyInAnyOrder(
                        "stages[0].code",
                        "stages[0].name",
                        "stages[1].name.fr",
                        "stages[1].more",
                        "stages[2].code",
                        "stages[2].enter.orders");
        Answer unknown = admin.send(
                "PUT",
                PATH,
                "application/json",
                "{\"stages\":[{\"code\":\"x\",\"name\":{\"en\":\"X\"},\"team\":999999999,\"exit\":{\"customers\":\"nothing > 3\"}}]}");
        assertThat(unknown.json().getJsonArray("violations").getValuesAs(JsonObject.class))
                .extracting(violation -> violation.getString("field"))
                .containsExactly("stages[0].team", "stages[0].exit.customers");
        for (String wrong : List.of("{}", "{\"stages\":[]}", "{\"stages\":{}}", "[]", "{\"stages\":[7]}")) {
            assertThat(admin.send("PUT", PATH, "application/json", wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(admin.get(PATH).text()).isEqualTo(before);
        assertThat(admin.get(PATH + "/products/1").status()).isIn(400, 404);
        assertThat(admin.get(PATH + "/customers/999999999").status()).isEqualTo(404);
        assertThat(Crm.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    @Tag("R168")
    void aStageTellsItsStepsItsTeamAndTheHandOver() {
        long team = Colleague.team("Chăm sóc " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            kept.set(
                    stage(
                            "reach",
                            "'team':" + team
                                    + ",'steps':[{'text':{'vi':'Gọi lần đầu'}}],'handOver':{'vi':'Đã có số máy'},'enter':{'customers':'has(phone)'}"),
                    stage("keep", ""));
            JsonObject reach =
                    seller.crm().get(PATH).json().getJsonArray("stages").getJsonObject(0);
            assertThat(reach.getInt("team")).isEqualTo((int) team);
            assertThat(reach.getJsonArray("steps")).hasSize(1);
            assertThat(reach.getJsonObject("handOver").getString("vi")).isEqualTo("Đã có số máy");
            assertThat(reach.getJsonObject("enter"))
                    .as("conditions are the administrators' affair")
                    .isEqualTo(Json.createObjectBuilder().build());
        }
    }
}
