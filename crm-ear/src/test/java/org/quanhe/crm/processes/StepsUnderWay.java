package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;

/**
 * Steps are completed: every run stands where it was last told to stand, its answers and the record with it, and goes
 * on from there to the end.
 */
public final class StepsUnderWay implements UnderWay {
    private static final List<String> STEPS = List.of("a", "b", "c", "d");
    private static final String NAME = "Cô Điện";
    private static final int RUNS = 15;

    /** Number of the step that each run was last answered to stand on; 0 for the end. */
    private final Map<Long, Integer> told = new ConcurrentHashMap<>();

    private final Map<Long, Long> records = new ConcurrentHashMap<>();
    private String automation = "";

    @Override
    public String promise() {
        return "everyRunGoesOnWhereItWasAndNoStepIsDoneTwice";
    }

    @Override
    public void prepare(Crm admin) {
        Answer team = admin.post("/teams", "{\"name\":\"Kỹ thuật\"}");
        long id = team.json().getJsonNumber("id").longValue();
        Drawn process = Drawn.published(
                admin,
                "Ngắt điện",
                STEPS.stream()
                        .map(key -> Drawn.step(
                                key,
                                id,
                                "\"ask\":[{\"field\":\"jobTitle\"},{\"question\":\"mark\",\"label\":{\"en\":\"m\"}}]"))
                        .toArray(String[]::new));
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Vào\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},\"condition\":\"name.contains('"
                        + NAME + "')\",\"actions\":[{\"do\":\"enrol\",\"process\":" + process.id() + "}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        automation = "/automations/" + made.json().getInt("id");
    }

    @Override
    public int hands() {
        return 3;
    }

    @Override
    public boolean isMidway(Crm admin) {
        return told.size() > RUNS && told.containsValue(0);
    }

    @Override
    public void check(Crm admin) {
        for (Map.Entry<Long, Integer> run : told.entrySet()) {
            goesOn(admin, run.getKey(), run.getValue());
        }
        // what the automation had to begin was begun, once for each customer
        Answer worked = admin.await(automation, answer -> answer.json().getInt("waiting") == 0);
        assertThat(worked.json().getInt("failed")).as("%s", worked).isZero();
        records.values().forEach(record -> assertThat(admin.get("/process-runs?type=customers&recordId=" + record)
                        .json()
                        .getJsonArray("items"))
                .hasSize(1));
    }

    /** Brings a new customer through the process, as far as the server lets it. */
    @Override
    public void work(Crm admin) {
        Answer made = admin.post("/customers", "{\"name\":\"" + NAME + "\"}");
        assertThat(made.status()).isEqualTo(201);
        long record = made.json().getJsonNumber("id").longValue();
        String of = "/process-runs?type=customers&recordId=" + record;
        Answer begun =
                admin.await(of, answer -> !answer.json().getJsonArray("items").isEmpty());
        long run = begun.json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("id")
                .longValue();
        told.put(run, 1);
        records.put(run, record);
        for (int at = 1; at <= STEPS.size(); at++) {
            Answer done = Drawn.complete(admin, run, at, answers(at));
            assertThat(done.status()).isEqualTo(200);
            told.put(run, done.json().getInt("at"));
        }
    }

    private static String answers(int at) {
        return "\"jobTitle\":\"Bước " + at + "\",\"mark\":\"" + at + "\"";
    }

    /** The run stands where it was told, or one step on if the answer was lost; each step is there once. */
    private void goesOn(Crm again, long run, int last) {
        JsonObject now = again.get("/process-runs/" + run).json();
        int at = now.getInt("at");
        if (last == 0) {
            assertThat(now.getString("state")).isEqualTo("done");
        } else {
            int end = last == STEPS.size() ? 0 : last + 1;
            assertThat(List.of(last, end)).contains(at);
        }
        List<String> done = new ArrayList<>();
        for (JsonObject step : now.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            if (step.getString("stage").equals("done")) {
                done.add(step.getString("key"));
                assertThat(step.getJsonArray("questions").toString()).contains("\"value\":\"" + done.size() + "\"");
            }
        }
        assertThat(done).isEqualTo(STEPS.subList(0, at == 0 ? STEPS.size() : at - 1));
        if (!done.isEmpty()) {
            assertThat(again.get("/customers/" + records.get(run)).json().getString("jobTitle"))
                    .isEqualTo("Bước " + done.size());
        }
        for (int i = at; at > 0 && i <= STEPS.size(); i++) {
            Drawn.completed(again, run, i, answers(i));
        }
        assertThat(again.get("/process-runs/" + run).json().getString("state")).isEqualTo("done");
    }
}
