package org.quanhe.crm.records;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.UnderWay;

/** Customers are created and edited at once: what was answered is there, once, and the index says the same. */
public final class StreamOfEdits implements UnderWay {
    private static final int WRITERS = 4;
    private static final int RECORDS = 100;
    private static final String WORD = "matdien";
    /** Four writers leave the server some time for others. */
    private static final long PAUSE_MILLIS = 30;

    private final Map<Long, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private long team;

    @Override
    public String promise() {
        return "whatWasAnsweredIsThereAfterAKillAndTheIndexAgrees";
    }

    @Override
    public void prepare(Crm admin) {
        Answer made = admin.post("/teams", "{\"name\":\"" + WORD + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        team = made.json().getJsonNumber("id").longValue();
    }

    @Override
    public int hands() {
        return WRITERS;
    }

    /** Creates a record and changes it at once: both must survive. */
    @Override
    public void work(Crm admin) {
        int mark = begun.incrementAndGet();
        unanswered.incrementAndGet();
        Answer made = admin.post("/customers", "{\"name\":\"" + WORD + " " + mark + "\",\"team\":" + team + "}");
        unanswered.decrementAndGet();
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long id = made.json().getJsonNumber("id").longValue();
        answered.put(id, "");
        String notes = "changed " + mark;
        Answer changed = admin.patch("/customers/" + id, "{\"notes\":\"" + notes + "\"}");
        assertThat(changed.status()).as("%s", changed).isEqualTo(200);
        answered.put(id, notes);
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isMidway(Crm admin) {
        return answered.size() >= RECORDS;
    }

    @Override
    public void check(Crm admin) {
        String own = "team == " + team;
        Map<Long, String> stored = listed(admin, own);
        answered.forEach((id, notes) -> assertThat(stored.get(id))
                .as("record %s", id)
                .isNotNull()
                .satisfies(found ->
                        assertThat(notes.isEmpty() || found.equals(notes)).isTrue()));
        assertThat(stored.size() - answered.size())
                .as("at most one unanswered call a writer and kill")
                .isBetween(0, unanswered.get());
        Map<Long, String> indexed = listed(admin, own + " && name.contains('" + WORD + "')");
        assertThat(indexed).isEqualTo(stored);
    }

    /** A condition on references alone is answered by the database, one on words by the index. */
    private static Map<Long, String> listed(Crm crm, String filter) {
        Map<Long, String> records = new TreeMap<>();
        String path = "/customers?limit=200&sort=name&filter=" + Crm.encode(filter);
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
