package org.quanhe.crm.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanhe.crm.lifecycle.KeptLifecycle.stage;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/** The journey map: how many came how far, counted over what the caller may read. */
class JourneyIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    /** A customer of the team that is moved through those stages. */
    private long customer(long team, String... stages) {
        Answer made = admin.post("/customers", "{\"name\":\"Bà Tư " + mark + "\",\"team\":" + team + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long id = made.json().getInt("id");
        for (String stage : stages) {
            Answer moved = admin.post("/lifecycle/customers/" + id + "/move", "{\"stage\":\"" + stage + "\"}");
            assertThat(moved.status()).as("%s", moved).isEqualTo(200);
        }
        return id;
    }

    private static List<Long> numbers(Answer answer) {
        List<Long> numbers = new ArrayList<>();
        answer.json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(item -> numbers.add((long) item.getInt("id")));
        return numbers;
    }

    @Test
    @Tag("R030")
    void theMapCountsHowManyCameHowFarAndLeadsToThem() {
        long ours = Colleague.team("Hành trình " + mark);
        long theirs = Colleague.team("Khác " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(ours));
        try (KeptLifecycle kept = KeptLifecycle.of(admin)) {
            kept.set(stage("reach", "'team':" + ours), stage("acquire", ""), stage("keep", ""), stage("loyalty", ""));
            long stayed = customer(ours);
            long came = customer(ours, "acquire");
            long back = customer(ours, "acquire", "keep", "acquire");
            long skipped = customer(ours, "loyalty");
            customer(theirs, "acquire", "keep");
            JsonObject map = seller.crm().get("/lifecycle/journey/customers").json();
            assertThat(map.getInt("records")).isEqualTo(4);
            List<JsonObject> stages = map.getJsonArray("stages").getValuesAs(JsonObject.class);
            assertThat(stages).extracting(one -> one.getInt("entered")).containsExactly(4, 2, 1, 1);
            assertThat(stages).extracting(one -> one.getInt("wentOn")).containsExactly(3, 1, 0, 0);
            assertThat(stages).extracting(one -> one.getInt("dropped")).containsExactly(1, 1, 1, 1);
            assertThat(stages).extracting(one -> one.getInt("standing")).containsExactly(1, 2, 0, 1);
            assertThat(stages.get(0).getString("team")).isEqualTo("Hành trình " + mark);
            assertThat(stages.get(0).getInt("medianMinutes")).isZero();
            assertThat(stages.get(3).isNull("medianMinutes")).isTrue();

            String to = "/lifecycle/journey/customers/";
            assertThat(numbers(seller.crm().get(to + "acquire"))).containsExactly(came, back);
            assertThat(numbers(seller.crm().get(to + "acquire?which=dropped"))).containsExactly(came);
            assertThat(numbers(seller.crm().get(to + "reach?which=standing"))).containsExactly(stayed);
            assertThat(numbers(seller.crm().get(to + "loyalty"))).containsExactly(skipped);
            assertThat(numbers(seller.crm().get(to + "reach?limit=2&behind=" + stayed)))
                    .containsExactly(came, back);
            assertThat(seller.crm()
                            .get("/lifecycle/journey/customers?from=2020-01-01&to=2020-12-31")
                            .json()
                            .getInt("records"))
                    .isZero();
            assertThat(admin.get("/lifecycle/journey/customers").json().getInt("records"))
                    .isGreaterThanOrEqualTo(5);
        }
    }

    @Test
    void whatCannotBeAskedIsToldAsSuch() {
        assertThat(admin.get("/lifecycle/journey/customers?from=2026-02-30").status())
                .isEqualTo(400);
        assertThat(admin.get("/lifecycle/journey/customers?from=2026-02-03&to=2026-02-02")
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/lifecycle/journey/products").status()).isEqualTo(400);
        assertThat(admin.get("/lifecycle/journey/nothing").status()).isEqualTo(404);
        assertThat(admin.get("/lifecycle/journey/customers/nowhere").status()).isEqualTo(400);
        assertThat(admin.get("/lifecycle/journey/customers/reach?which=all").status())
                .isEqualTo(400);
        assertThat(Crm.anonymous().get("/lifecycle/journey/customers").status()).isEqualTo(401);
    }
}
