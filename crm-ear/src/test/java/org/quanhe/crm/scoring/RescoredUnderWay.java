package org.quanhe.crm.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;

/** Both sides agree to a model, and all leads are scored anew: it goes on where it was. */
public final class RescoredUnderWay implements UnderWay {
    private static final int LEADS = 4_000;
    private static final String WORD = "tinhlai";

    /** Points of the newest model. */
    private final AtomicInteger newest = new AtomicInteger();

    private String first = "";
    private String last = "";

    @Override
    public String promise() {
        return "everyLeadHasTheScoreOfTheModelInForceAndItIsTheSumOfItsLedger";
    }

    @Override
    public void prepare(Crm admin) {
        StringBuilder rows = new StringBuilder("name\n");
        for (int i = 1; i <= LEADS; i++) {
            rows.append(String.format("%s %05d%n", WORD, i));
        }
        Answer started = admin.upload(
                "/imports", "rows.tsv", rows.toString().getBytes(StandardCharsets.UTF_8), Map.of("type", "leads"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        admin.await(started.header("Location"), a -> a.json().getString("state").equals("done"));
        first = outermost(admin, "name");
        last = outermost(admin, "-name");
    }

    private static String outermost(Crm admin, String order) {
        return "/leads/"
                + admin.get("/leads?limit=1&sort=" + order + "&filter=" + Crm.encode("name.contains('" + WORD + "')"))
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getJsonNumber("id");
    }

    @Override
    public void work(Crm admin) {
        int points = newest.get() % 90 + 1;
        Answer saved = admin.send(
                "PUT",
                "/score-model/draft",
                "application/json",
                "{\"name\":{\"en\":\"Model " + points + "\"},\"warm\":95,\"hot\":100,\"threshold\":100,\"criteria\":["
                        + "{\"key\":\"word\",\"kind\":\"profile\",\"labels\":{\"en\":\"Word\"},\"when\":\"name.contains('"
                        + WORD + "')\",\"points\":" + points + "}]}");
        assertThat(saved.status()).as("%s", saved).isEqualTo(200);
        newest.set(points);
        Answer agreed = agree(admin, agree(admin, saved, "marketing"), "sales");
        int number = agreed.json().getInt("number");
        admin.await("/score-model", model -> ended(model.json(), number));
    }

    private static Answer agree(Crm admin, Answer seen, String side) {
        Answer agreed = admin.with("If-Match", seen.header("ETag"))
                .post("/score-model/agreements", "{\"side\":\"" + side + "\"}");
        assertThat(agreed.status()).as("%s", agreed).isEqualTo(200);
        return agreed;
    }

    private static boolean ended(JsonObject model, int number) {
        JsonObject rescoring = model.getJsonObject("rescoring");
        return rescoring != null
                && rescoring.getInt("number") >= number
                && !rescoring.getString("endedAt").isEmpty();
    }

    /** They are scored in the order of their numbers. */
    @Override
    public boolean isMidway(Crm admin) {
        int points = newest.get();
        return points > 0 && score(admin.get(first)) == points && score(admin.get(last)) != points;
    }

    private static int score(Answer lead) {
        return lead.json().getJsonNumber("score").intValue();
    }

    @Override
    public void check(Crm admin) {
        Answer model = admin.get("/score-model");
        int number = model.json().getInt("number");
        admin.await("/score-model", answer -> ended(answer.json(), number));
        int points = model.json()
                .getJsonObject("inForce")
                .getJsonArray("criteria")
                .getJsonObject(0)
                .getInt("points");
        Set<Long> wrong = new TreeSet<>();
        int seen = 0;
        String cursor = "";
        do {
            JsonObject page = admin.get(
                            "/leads?limit=200&sort=name&filter=" + Crm.encode("name.contains('" + WORD + "')") + cursor)
                    .json();
            List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
            seen += items.size();
            items.stream()
                    .filter(lead -> lead.getJsonNumber("score").intValue() != points)
                    .forEach(lead -> wrong.add(lead.getJsonNumber("id").longValue()));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(LEADS);
        assertThat(wrong).isEmpty();
        for (String lead : List.of(first, last)) {
            JsonObject told = admin.get(lead + "/score").json();
            assertThat(told.getInt("total")).isEqualTo(points);
            assertThat(told.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                            .mapToInt(line -> line.getInt("points"))
                            .sum())
                    .isEqualTo(points);
        }
    }
}
