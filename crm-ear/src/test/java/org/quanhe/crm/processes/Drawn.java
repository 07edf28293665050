package org.quanhe.crm.processes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A process made for a test, published. */
record Drawn(long id, Crm admin) {
    /** A step, to be told a team and more members: {@code step("survey", team, "\"exit\":\"has(city)\"")}. */
    static String step(String key, long team, String more) {
        return "{\"key\":\"" + key + "\",\"name\":{\"en\":\"" + key + "\",\"vi\":\"Bước " + key + "\"},\"team\":" + team
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String document(String name, String type, List<String> steps) {
        return "{\"name\":{\"en\":\"" + name + "\"},\"type\":\"" + type + "\",\"steps\":[" + String.join(",", steps)
                + "]}";
    }

    /** Makes and publishes a process for customers. */
    static Drawn published(String name, String... steps) {
        return published(Crm.admin(), name, steps);
    }

    static Drawn published(Crm admin, String name, String... steps) {
        return published(admin, "customers", name, List.of(steps));
    }

    static Drawn published(Crm admin, String type, String name, List<String> steps) {
        Answer made = admin.post("/processes", document(name, type, steps));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        Drawn drawn = new Drawn(made.json().getJsonNumber("id").longValue(), admin);
        drawn.publish();
        return drawn;
    }

    void publish() {
        Answer published = admin.post("/processes/" + id + "/publish", "{\"why\":\"test\"}");
        assertThat(published.status()).as("%s", published).isEqualTo(200);
    }

    /** Gives it other steps, and publishes them. */
    void redraw(String name, String... steps) {
        Answer changed =
                admin.send("PUT", "/processes/" + id, "application/json", document(name, "customers", List.of(steps)));
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        publish();
    }

    Answer start(Crm who, long record) {
        return who.post("/processes/" + id + "/runs", "{\"recordId\":" + record + "}");
    }

    /** Sends the record through it; the number of the run. */
    long run(Crm who, long record) {
        Answer started = start(who, record);
        assertThat(started.status()).as("%s", started).isEqualTo(201);
        return started.json().getJsonNumber("id").longValue();
    }

    static Answer complete(Crm who, long run, int at, String answers) {
        return who.post("/process-runs/" + run + "/complete", "{\"at\":" + at + ",\"answers\":{" + answers + "}}");
    }

    /** Completes the step, and shows the run then. */
    static JsonObject completed(Crm who, long run, int at, String answers) {
        Answer answer = complete(who, run, at, answers);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** Keys of the steps of a run: {@code survey done, quote current, install ahead}. */
    static List<String> steps(JsonObject run) {
        return run.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("key") + " " + step.getString("stage"))
                .toList();
    }
}
