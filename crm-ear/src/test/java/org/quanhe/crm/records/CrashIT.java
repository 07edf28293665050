package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/**
 * {@code kill -9} in a stream of edits: what was answered is there, once, and the index says the same as the database.
 */
@Tag("crash")
class CrashIT {
    private static final int WRITERS = 4;
    private static final int RECORDS = 100;
    private static final String WORD = "matdien";

    @Test
    void whatWasAnsweredIsThereAfterAKillAndTheIndexAgrees() throws Exception {
        CrmProcess server = CrmProcess.fresh("edits").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Map<Long, String> answered = new ConcurrentHashMap<>();
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.submit(() -> {
                for (int i = 0; !stopped.get(); i++) {
                    write(admin, answered, number + "-" + i);
                }
            });
        }
        Patience.until("records are saved", () -> answered.size() >= RECORDS);
        server.kill9();
        stopped.set(true);
        writers.shutdown();
        Patience.until("the last call has ended", writers::isTerminated);

        server.start();
        Crm again = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Map<Long, String> stored = listed(again, "/customers?limit=200&sort=name");
        answered.forEach((id, notes) -> assertThat(stored.get(id))
                .as("record %s", id)
                .isNotNull()
                .satisfies(found ->
                        assertThat(notes.isEmpty() || found.equals(notes)).isTrue()));
        assertThat(stored.size() - answered.size())
                .as("at most one unanswered call a writer")
                .isBetween(0, WRITERS);
        Map<Long, String> indexed =
                listed(again, "/customers?limit=200&sort=name&filter=" + Crm.encode("name.contains('" + WORD + "')"));
        assertThat(indexed).isEqualTo(stored);
        server.stop();
    }

    /** Creates a record and changes it at once: both must survive. */
    private static void write(Crm admin, Map<Long, String> answered, String mark) {
        try {
            Answer made = admin.post("/customers", "{\"name\":\"" + WORD + " " + mark + "\"}");
            if (made.status() == 201) {
                long id = made.json().getJsonNumber("id").longValue();
                answered.put(id, "");
                String notes = "changed " + mark;
                if (admin.patch("/customers/" + id, "{\"notes\":\"" + notes + "\"}")
                                .status()
                        == 200) {
                    answered.put(id, notes);
                }
            }
        } catch (RuntimeException | AssertionError killed) {
            // no answer, no promise
            Thread.onSpinWait();
        }
    }

    private static Map<Long, String> listed(Crm crm, String path) {
        Map<Long, String> records = new TreeMap<>();
        String cursor = "";
        do {
            Answer answer = crm.get(path + cursor);
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            JsonObject page = answer.json();
            for (JsonObject item : page.getJsonArray("items").getValuesAs(JsonObject.class)) {
                long id = item.getJsonNumber("id").longValue();
                assertThat(records.put(id, item.getString("notes", "")))
                        .as("twice: " + id)
                        .isNull();
            }
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return records;
    }
}
