package org.quanhe.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** A pipeline of a test's own, with the stages one, two and three, and what goes through it. */
final class Deals {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final String code =
            "t" + Long.toString(System.nanoTime(), 36).toLowerCase(Locale.ROOT) + NEXT.incrementAndGet();
    private final Crm admin = Crm.admin();

    private Deals() {}

    static Deals made() {
        Deals deals = new Deals();
        Answer made = deals.admin.post("/pipelines", deals.document(""));
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return deals;
    }

    String code() {
        return code;
    }

    /** Code of the stage {@code one}, {@code two}, {@code three}, {@code won}, {@code lost}. */
    String stage(String name) {
        return code + "-" + name;
    }

    /** The document with that between the third stage and the ends. */
    String document(String more) {
        return document(
                open("one", 10, "\"norm\":5") + "," + open("two", 50, "\"required\":[\"amount\",\"expectedClose\"]")
                        + "," + open("three", 80, "\"norm\":3"),
                more);
    }

    String document(String stages, String more) {
        return "{\"code\":\"" + code + "\",\"name\":{\"en\":\"Test " + code + "\"},\"stages\":[" + stages
                + (more.isEmpty() || more.startsWith(",\"") ? "" : "," + more)
                + ",{\"code\":\"" + stage("won") + "\",\"name\":{\"en\":\"Won\"},\"end\":\"won\"},{\"code\":\""
                + stage("lost") + "\",\"name\":{\"en\":\"Lost\"},\"end\":\"lost\"}],\"reasons\":[{\"code\":\"price\","
                + "\"name\":{\"en\":\"Price\"}},{\"code\":\"service\",\"name\":{\"en\":\"Service\"}}]"
                + (more.startsWith(",\"") ? more : "") + "}";
    }

    /** An open stage. */
    String open(String name, int probability, String more) {
        return "{\"code\":\"" + stage(name) + "\",\"name\":{\"en\":\"Stage " + name + "\",\"vi\":\"Giai đoạn " + name
                + "\"},\"probability\":" + probability + (more.isEmpty() ? "" : "," + more) + "}";
    }

    Answer change(String document) {
        return admin.send("PUT", "/pipelines/" + code, "application/json", document);
    }

    /** A new one in the first stage. */
    JsonObject deal(Crm crm, String name, String more) {
        Answer made = crm.post(
                "/opportunities",
                "{\"name\":\"" + name + "\",\"pipeline\":\"" + code + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json();
    }

    /** Worth that much, to be closed on that day. */
    static String worth(String amount, String close) {
        return "\"amount\":\"" + amount + "\",\"expectedClose\":\"" + close + "\"";
    }

    static Answer act(Crm crm, long id, String verb, String body) {
        return crm.post("/opportunities/" + id + "/" + verb, body);
    }

    Answer move(Crm crm, long id, String stage) {
        return act(crm, id, "move", "{\"stage\":\"" + stage(stage) + "\"}");
    }

    static long id(JsonObject record) {
        return record.getJsonNumber("id").longValue();
    }

    static List<String> fields(Answer refused) {
        return refused.json().getJsonArray("violations").getValuesAs(JsonObject.class).stream()
                .map(violation -> violation.getString("field"))
                .toList();
    }
}
