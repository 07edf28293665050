package org.quanhe.crm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.lifecycle.KeptLifecycle.stage;
import static org.quanhe.crm.lifecycle.KeptLifecycle.way;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Shaping;

/** The profile of the ideal customer: records are held against it, and tell what decided. */
class IdealCustomerIT {
    private static final String PATH = "/lifecycle/ideal-customer";

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private Answer profile(Crm who, String leads, String customers) {
        return who.send(
                "PUT",
                PATH,
                "application/json",
                Json.createObjectBuilder()
                        .add(
                                "conditions",
                                Json.createObjectBuilder().add("leads", leads).add("customers", customers))
                        .build()
                        .toString());
    }

    private String lead(String more) {
        Answer answer = admin.post("/leads", "{\"name\":\"Cô Mai " + mark + "\"" + more + "}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return "/leads/" + answer.json().getInt("id");
    }

    private String fit(String record) {
        return admin.get(record).json().getString("fit", "");
    }

    private JsonObject run() {
        Answer begun = admin.post(PATH + "/run", "{}");
        assertThat(begun.status()).as("%s", begun).isEqualTo(200);
        return admin.await(PATH, answer -> !answer.json().getJsonObject("run").isNull("ended"))
                .json()
                .getJsonObject("run");
    }

    @Test
    @Tag("R003")
    void aRunMarksEachProspectAndTellsTheCriteriaThatDecided() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            assertThat(kept.before()).isNotEmpty();
            assertThat(profile(admin, "", "").status()).isEqualTo(200);
            String good = lead(",\"industry\":\"Gỗ\",\"employees\":120");
            String small = lead(",\"industry\":\"Gỗ\",\"employees\":3");
            String unknown = lead("");
            assertThat(fit(good)).isEmpty();
            Answer set = profile(admin, "industry == \"gỗ\" && (employees >= 50 || has(budget))", "has(email)");
            assertThat(set.status()).as("%s", set).isEqualTo(200);
            assertThat(fit(good)).as("not before the run").isEmpty();
            JsonObject run = run();
            assertThat(run.getInt("done")).isGreaterThanOrEqualTo(3);
            assertThat(run.getInt("changed")).isGreaterThanOrEqualTo(3);
            assertThat(fit(good)).isEqualTo("fits");
            assertThat(fit(small)).isEqualTo("does-not-fit");
            assertThat(fit(unknown)).isEqualTo("does-not-fit");
            JsonObject why = admin.with("Accept-Language", "vi")
                    .get("/lifecycle" + small)
                    .json()
                    .getJsonObject("fit");
            List<JsonObject> criteria = why.getJsonArray("criteria").getValuesAs(JsonObject.class);
            assertThat(criteria).hasSize(2);
            assertThat(criteria.get(0).getBoolean("met")).isTrue();
            assertThat(criteria.get(0).getBoolean("decided")).isFalse();
            assertThat(criteria.get(1).getBoolean("met")).isFalse();
            assertThat(criteria.get(1).getBoolean("decided")).isTrue();
            assertThat(criteria.get(1).getString("text")).contains("Ngân sách", "50", "hoặc");
            admin.await(
                    "/leads?filter=" + Crm.encode("fit == \"fits\" && name.contains(\"" + mark + "\")"),
                    answer -> answer.json().getJsonArray("items").size() == 1);
            assertThat(admin.get(small + "/audit").text())
                    .as("it follows: nobody edited the record")
                    .doesNotContain("\"fit\"");

            // a record that is written later is judged at once
            Answer grown = admin.patch(small, "{\"employees\":80}");
            assertThat(grown.json().getString("fit")).isEqualTo("fits");
            assertThat(fit(lead(",\"industry\":\"Thép\""))).isEqualTo("does-not-fit");
            // what a changed profile says holds for those that were judged before only with the next run
            assertThat(profile(admin, "industry == \"thép\"", "").status()).isEqualTo(200);
            assertThat(admin.get("/lifecycle" + good)
                            .json()
                            .getJsonObject("fit")
                            .getBoolean("outdated"))
                    .isTrue();
            run();
            assertThat(fit(good)).isEqualTo("does-not-fit");
        }
    }

    @Test
    @Tag("R003")
    void whoFitsIsAcquiredByItselfWhereSelectionComesFirst() {
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            assertThat(profile(admin, "has(industry)", "").status()).isEqualTo(200);
            kept.set(
                    stage("select", ""),
                    stage("acquire", "'enter':{'leads':'fit == ~fits~'}").replace("~", "\\\""));
            String before = lead("");
            assertThat(way(admin.get("/lifecycle" + before).json())).isEqualTo("select");
            assertThat(admin.patch(before, "{\"industry\":\"Gỗ\"}").json().getString("lifecycleStage"))
                    .isEqualTo("acquire");
            assertThat(profile(admin, "", "").status()).isEqualTo(200);
            String later = lead(",\"source\":\"fair\"");
            assertThat(profile(admin, "source == \"fair\"", "").status()).isEqualTo(200);
            run();
            assertThat(way(admin.get("/lifecycle" + later).json())).isEqualTo("select acquire");
        }
    }

    @Test
    void whoMayNotSetItIsToldAndSoIsWhatIsWrong() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Colleague marketer = Colleague.with(List.of("marketing"), List.of());
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            assertThat(kept.before()).isNotEmpty();
            assertThat(seller.crm().get(PATH).status()).isEqualTo(403);
            assertThat(profile(seller.crm(), "has(phone)", "").status()).isEqualTo(403);
            assertThat(seller.crm().post(PATH + "/run", "{}").status()).isEqualTo(403);
            Answer set = profile(marketer.crm(), "has(phone)", "");
            assertThat(set.status()).as("%s", set).isEqualTo(200);
            Crm looked = admin.with("If-Match", set.header("ETag"));
            assertThat(profile(looked, "has(email)", "").status()).isEqualTo(200);
            assertThat(profile(looked, "has(need)", "").status()).isEqualTo(412);
            assertThat(profile(admin, "nothing > 3", "").text()).contains("conditions.leads");
            assertThat(admin.send("PUT", PATH, "application/json", "{\"conditions\":{\"orders\":\"true\"}}")
                            .status())
                    .isEqualTo(400);
            assertThat(admin.send("PUT", PATH, "application/json", "{}").status())
                    .isEqualTo(400);
            Shaping.show(admin, "marketing", "leads", "budget", false);
            assertThat(profile(marketer.crm(), "has(budget)", "").status()).isEqualTo(400);
            assertThat(profile(admin, "has(budget)", "").status()).isEqualTo(200);
            assertThat(marketer.crm().get(PATH).status())
                    .as("what looks at a hidden field is not told")
                    .isEqualTo(400);
            String record = lead("");
            assertThat(marketer.crm()
                            .get("/lifecycle" + record)
                            .json()
                            .getJsonObject("fit")
                            .toString())
                    .doesNotContain("Budget");
        } finally {
            Shaping.show(admin, "marketing", "leads", "budget", true);
        }
    }
}
