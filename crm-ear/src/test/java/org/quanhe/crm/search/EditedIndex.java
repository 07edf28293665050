package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.UnderWay;

/** Fifty edits a second of customers that are in the index: after each kill index and database say the same. */
public final class EditedIndex implements UnderWay {
    private static final int WRITERS = 5;
    private static final long PAUSE_MILLIS = 1_000 / 50 * WRITERS;
    private static final int CUSTOMERS = 250;
    private static final int EDITS = 100;
    private static final String WORD = "chinhsua";

    /** Whose turn it is: nobody edits a customer while another does, and what was answered last must be there. */
    private final ConcurrentLinkedQueue<Long> waiting = new ConcurrentLinkedQueue<>();

    private final Map<Long, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger edits = new AtomicInteger();
    private int editsBefore;
    private long team;

    @Override
    public String promise() {
        return "indexEqualsDatabaseAfterEachKill";
    }

    @Override
    public void prepare(Crm admin) {
        if (!waiting.isEmpty()) {
            return;
        }
        team = number(admin.post("/teams", "{\"name\":\"" + WORD + "\"}"));
        for (int i = 0; i < CUSTOMERS; i++) {
            waiting.add(number(
                    admin.post("/customers", "{\"name\":\"Khách " + WORD + " " + i + "\",\"team\":" + team + "}")));
        }
        new LiveIndex(admin).settled();
    }

    private static long number(Answer made) {
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    @Override
    public int hands() {
        return WRITERS;
    }

    @Override
    public void work(Crm admin) {
        long id = waiting.remove();
        String notes = "changed " + edits.get();
        // until it is answered, the customer may have these notes or those before
        String before = answered.remove(id);
        try {
            if (admin.patch("/customers/" + id, "{\"notes\":\"" + notes + "\"}").status() == 200) {
                answered.put(id, notes);
                edits.incrementAndGet();
            } else if (before != null) {
                answered.put(id, before);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            waiting.add(id);
        }
    }

    @Override
    public boolean isMidway(Crm admin) {
        return edits.get() >= editsBefore + EDITS;
    }

    @Override
    public boolean wasMidway(CrmProcess dead) {
        editsBefore = edits.get();
        return true;
    }

    @Override
    public void check(Crm admin) {
        LiveIndex index = new LiveIndex(admin);
        assertThat(index.reconcile().getInt("found")).isZero();
        String own = "&filter=" + Crm.encode("team == " + team);
        Map<Long, String> stored = index.customers(own);
        assertThat(stored).hasSize(CUSTOMERS).containsAllEntriesOf(answered);
        assertThat(index.customers(own + Crm.encode(" && name.contains('" + WORD + "')")))
                .isEqualTo(stored);
        assertThat(index.found(WORD)).isPositive();
    }
}
