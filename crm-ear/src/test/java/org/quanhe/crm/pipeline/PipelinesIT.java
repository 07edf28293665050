package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** Pipelines as data, over REST: stages change while the application runs. */
class PipelinesIT {
    private final Crm admin = Crm.admin();
    private final Deals deals = Deals.made();
    private final String path = "/pipelines/" + deals.code();

    @Test
    void oneIsReadyMadeAndEverybodyReadsThem() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Answer all = seller.crm().get("/pipelines");
        assertThat(all.status()).as("%s", all).isEqualTo(200);
        JsonObject first = all.json().getJsonArray("items").getJsonObject(0);
        assertThat(first.getString("code")).isEqualTo("sales");
        assertThat(first.getJsonArray("stages").getValuesAs(JsonObject.class))
                .extracting(stage -> stage.getString("code"))
                .containsExactly("contact", "needs", "quote", "negotiation", "signing", "won", "lost");
        assertThat(seller.crm()
                        .send("PUT", path, "application/json", deals.document(""))
                        .status())
                .isEqualTo(403);
        assertThat(seller.crm().post("/pipelines", deals.document("")).status()).isEqualTo(403);
        assertThat(Crm.anonymous().get("/pipelines").status()).isEqualTo(401);
        assertThat(admin.get("/pipelines/no-such").status()).isEqualTo(404);
    }

    @Test
    @Tag("R042")
    void aNewStageIsOfferedEverywhereAtOnce() {
        String four = deals.stage("four");
        Answer changed = deals.change(deals.document(deals.open("four", 90, "\"norm\":7")));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        // form and filter, over the metadata
        Answer metadata = admin.await("/metadata", answer -> answer.text().contains(four));
        assertThat(metadata.text()).contains(four);
        // OpenAPI
        JsonObject schema = admin.await("/openapi.json", answer -> answer.text().contains(four))
                .json()
                .getJsonObject("components")
                .getJsonObject("schemas")
                .getJsonObject("opportunities")
                .getJsonObject("properties")
                .getJsonObject("stage");
        assertThat(schema.getJsonArray("enum").getValuesAs(JsonString.class))
                .extracting(JsonString::getString)
                .contains(four, deals.stage("won"), "contact");
        // REST
        long id = Deals.id(deals.deal(admin, "Fourth " + four, ""));
        assertThat(deals.move(admin, id, "four").status()).isEqualTo(200);
        // filter and facet
        String filter = Crm.encode("stage == \"" + four + "\"");
        Answer found = admin.await(
                "/opportunities?filter=" + filter,
                answer -> answer.json().getJsonArray("items").size() == 1);
        assertThat(Deals.id(found.json().getJsonArray("items").getJsonObject(0)))
                .isEqualTo(id);
        JsonObject facets = admin.get("/search?q=Fourth&type=opportunities&facets=stage&filter=" + filter)
                .json()
                .getJsonObject("facets");
        assertThat(facets.getJsonArray("stage").toString()).contains(four);
        // import
        Answer imported = admin.upload(
                "/imports",
                "deals.csv",
                ("name;stage\nImported " + four + ";" + four + "\n").getBytes(StandardCharsets.UTF_8),
                Map.of("type", "opportunities"));
        assertThat(imported.status()).as("%s", imported).isEqualTo(202);
        long job = imported.json().getJsonNumber("id").longValue();
        Answer done = admin.await("/imports/" + job, answer -> !List.of("WAITING", "RUNNING", "waiting", "running")
                .contains(answer.json().getString("state")));
        assertThat(done.json().getInt("written")).as("%s", done).isEqualTo(1);
        Answer both = admin.await(
                "/opportunities?filter=" + filter,
                answer -> answer.json().getJsonArray("items").size() == 2);
        assertThat(both.text()).contains("Imported " + four);
    }

    @Test
    @Tag("R042")
    void aStageIsNotRemovedWhileSomethingStandsInIt() {
        long id = Deals.id(deals.deal(admin, "Stands " + deals.code(), ""));
        Deals.id(deals.deal(admin, "Stands too " + deals.code(), ""));
        String without = deals.document(deals.open("two", 50, "") + "," + deals.open("three", 80, ""), "");
        Answer refused = admin.with("Accept-Language", "vi").send("PUT", path, "application/json", without);
        assertThat(refused.status()).as("%s", refused).isEqualTo(409);
        assertThat(refused.text()).contains("Có 2 cơ hội ở “Giai đoạn one”");
        assertThat(Deals.fields(refused)).containsExactly("moves." + deals.stage("one"));
        String nowhere = deals.document(
                deals.open("two", 50, "") + "," + deals.open("three", 80, ""),
                ",\"moves\":{\"" + deals.stage("one") + "\":\"" + deals.stage("won") + "\"}");
        assertThat(deals.change(nowhere).status()).isEqualTo(400);
        assertThat(admin.get(path + "/standing").json().getInt(deals.stage("one")))
                .isEqualTo(2);
        String moved = deals.document(
                deals.open("two", 50, "") + "," + deals.open("three", 80, ""),
                ",\"moves\":{\"" + deals.stage("one") + "\":\"" + deals.stage("two") + "\"}");
        Answer done = deals.change(moved);
        assertThat(done.status()).as("%s", done).isEqualTo(200);
        assertThat(admin.get(path + "/standing").json().getInt(deals.stage("two")))
                .isEqualTo(2);
        assertThat(admin.get("/opportunities/" + id).json().getString("stage")).isEqualTo(deals.stage("two"));
        JsonObject first = admin.get("/opportunities/" + id + "/stages")
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        // history still knows its name
        assertThat(admin.await("/opportunities/" + id + "/stages", answer -> answer.text()
                                .contains("Stage one"))
                        .text())
                .contains("Stage two");
        assertThat(first.getString("stage")).isEqualTo(deals.stage("one"));
        assertThat(admin.send("DELETE", path, "", "").status()).isEqualTo(409);
    }

    @Test
    void twoEditorsAreToldAndEveryChangeIsKept() {
        Answer before = admin.get(path);
        Crm looked = admin.with("If-Match", before.header("ETag"));
        String other = deals.document("").replace("\"probability\":10", "\"probability\":15");
        assertThat(looked.send("PUT", path, "application/json", other).status()).isEqualTo(200);
        assertThat(looked.send("PUT", path, "application/json", deals.document(""))
                        .status())
                .isEqualTo(412);
        Answer same =
                admin.send("PUT", path, "application/json", admin.get(path).text());
        assertThat(same.header("ETag")).isEqualTo(admin.get(path).header("ETag"));
        Answer versions = admin.get(path + "/versions");
        assertThat(versions.json().getJsonArray("items")).as("%s", versions).hasSize(2);
        assertThat(versions.text()).contains("15");
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        assertThat(seller.crm().get(path + "/versions").status()).isEqualTo(403);
    }

    @Test
    void whatCannotBeIsToldAtItsPlace() {
        String longest = "x".repeat(60);
        Answer good = deals.change(deals.document("").replace("Stage one", longest));
        assertThat(good.status()).as("%s", good).isEqualTo(200);
        String bad = "{\"name\":{},\"stages\":[{\"code\":\"contact\",\"name\":{\"en\":\"" + longest + "y\"},"
                + "\"probability\":101},{\"name\":{\"en\":\"Two\"},\"norm\":-1,\"required\":[\"nothing\",\"status\"]},"
                + "{\"name\":{\"en\":\"W\"},\"end\":\"won\",\"probability\":50}],\"reasons\":[],\"more\":1}";
        Answer refused = deals.change(bad);
        assertThat(refused.status()).as("%s", refused).isEqualTo(400);
        assertThat(Deals.fields(refused))
                .contains(
                        "name",
                        "stages",
                        "stages[0].code",
                        "stages[0].name.en",
                        "stages[0].probability",
                        "stages[1].norm",
                        "stages[1].required",
                        "stages[2].probability",
                        "reasons",
                        "more");
        for (String document : List.of("{}", "{\"stages\":7}", "{\"stages\":[]}", "{\"moves\":7}")) {
            assertThat(deals.change(document).status()).as(document).isEqualTo(400);
        }
        assertThat(admin.get(path).text()).contains(longest);
    }
}
