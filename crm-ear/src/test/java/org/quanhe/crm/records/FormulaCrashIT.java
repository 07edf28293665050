package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/** {@code kill -9} while a published formula is worked out for all records: it goes on where it was. */
@Tag("crash")
class FormulaCrashIT {
    private static final int RECORDS = 6_000;
    private static final int MANY = 200;

    @Test
    void aPublishedFormulaReachesEveryRecordInSpiteOfAKillAndAPublishIsWholeOrNotAtAll() throws Exception {
        CrmProcess server = CrmProcess.fresh("formula").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        publish(admin, "{\"name\":\"area\",\"kind\":\"number\",\"labels\":{\"en\":\"Area\"}}");
        StringBuilder rows = new StringBuilder("name\tarea\n");
        for (int i = 1; i <= RECORDS; i++) {
            rows.append("Khách ").append(i).append('\t').append(i).append('\n');
        }
        Answer started = admin.upload(
                "/imports", "rows.tsv", rows.toString().getBytes(StandardCharsets.UTF_8), Map.of("type", "customers"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        admin.await(started.header("Location"), a -> a.json().getString("state").equals("done"));
        publish(
                admin,
                "{\"name\":\"cooling\",\"kind\":\"number\",\"formula\":\"area * 600\",\"labels\":{\"en\":\"Cooling\"}}");
        int many = draftOfMany(admin);
        TimeUnit.MILLISECONDS.sleep(500);
        Thread publishing = inBackground(() -> admin.post("/metadata/drafts/" + many + "/publish", "{}"));
        TimeUnit.MILLISECONDS.sleep(120);
        server.kill9();
        publishing.join();

        server.start();
        Crm again = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Patience.until("every record has its value", 1_000, () -> wrong(again).isEmpty());
        allOrNothing(again, many);
        server.stop();
    }

    private static int draftOfMany(Crm admin) {
        String changes = IntStream.range(0, MANY)
                .mapToObj(i -> "{\"op\":\"addField\",\"type\":\"customers\",\"field\":{\"name\":\"many" + i
                        + "\",\"kind\":\"text\",\"labels\":{\"en\":\"Many " + i + "\"}}}")
                .collect(Collectors.joining(","));
        Answer made = admin.post("/metadata/drafts", "{\"changes\":[" + changes + "]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getInt("id");
    }

    /** A call whose server may be gone before it answers. */
    private static Thread inBackground(Runnable call) {
        Thread thread = new Thread(call);
        thread.setUncaughtExceptionHandler((ended, noAnswer) -> {});
        thread.start();
        return thread;
    }

    /** The publish that was under way has happened as a whole, or can be done now. */
    private static void allOrNothing(Crm crm, int draft) {
        long published = published(crm);
        assertThat(published).isIn(0L, (long) MANY);
        Answer again = crm.post("/metadata/drafts/" + draft + "/publish", "{}");
        assertThat(again.status()).as("%s", again).isIn(published == 0 ? List.of(200) : List.of(404, 409));
        assertThat(published(crm)).isEqualTo(MANY);
    }

    private static long published(Crm crm) {
        String model = crm.get("/metadata").text();
        return IntStream.range(0, MANY)
                .filter(i -> model.contains("\"many" + i + "\""))
                .count();
    }

    private static void publish(Crm admin, String field) {
        Answer made = admin.post(
                "/metadata/drafts",
                "{\"changes\":[{\"op\":\"addField\",\"type\":\"customers\",\"field\":" + field + "}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        Answer done = admin.post("/metadata/drafts/" + made.json().getInt("id") + "/publish", "{}");
        assertThat(done.status()).as("%s", done).isEqualTo(200);
    }

    /** Records whose value is not what the formula says. */
    private static Set<Long> wrong(Crm crm) {
        Set<Long> wrong = new TreeSet<>();
        int seen = 0;
        String cursor = "";
        do {
            Answer answer = crm.get("/customers?limit=200&sort=name" + cursor);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            JsonObject page = answer.json();
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                seen++;
                BigDecimal area = item.getJsonNumber("area").bigDecimalValue();
                boolean right = item.containsKey("cooling")
                        && item.getJsonNumber("cooling")
                                        .bigDecimalValue()
                                        .compareTo(area.multiply(BigDecimal.valueOf(600)))
                                == 0;
                if (!right) {
                    wrong.add(item.getJsonNumber("id").longValue());
                }
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(RECORDS);
        return wrong;
    }
}
