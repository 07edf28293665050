package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/**
 * The index is built anew and held against the database, again and again, while people search and save: no answer lacks
 * anything, and nothing differs.
 */
class RebuildUnderLoadIT {
    private static final int REBUILDS = 3;
    private static final int SEARCHERS = 3;
    private static final int CUSTOMERS = 60;

    private final Crm admin = Crm.admin();
    private final LiveIndex index = new LiveIndex(admin);
    private final String word = "dunglai" + Long.toString(System.nanoTime(), 36);
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void noAnswerIsEmptyOwnSavesAreFoundAndNothingDiffers() throws Exception {
        for (int i = 0; i < CUSTOMERS; i++) {
            save(word + " " + i);
        }
        index.rest();
        ExecutorService people = Executors.newFixedThreadPool(SEARCHERS + 1);
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < SEARCHERS; i++) {
            done.add(people.submit(this::search));
        }
        done.add(people.submit(this::saveAndFind));
        try {
            for (int i = 0; i < REBUILDS; i++) {
                JsonObject work = index.rebuild();
                assertThat(work.getInt("percent")).isBetween(0, 99);
                index.rest();
                JsonObject report = index.state().getJsonArray("reports").getJsonObject(0);
                assertThat(report.getString("kind")).isEqualTo("rebuild");
                assertThat(report.getBoolean("done")).isTrue();
                // what somebody saves in this moment is no difference
                assertThat(index.reconcile().getInt("found")).isZero();
            }
        } finally {
            over.set(true);
            people.shutdown();
        }
        for (Future<Integer> one : done) {
            assertThat(one.get()).as("calls while rebuilds went on").isPositive();
        }
        assertThat(index.reconcile().getInt("found")).isZero();
    }

    private int search() {
        int calls = 0;
        while (!over.get()) {
            assertThat(index.found(word)).isEqualTo(CUSTOMERS);
            calls++;
        }
        return calls;
    }

    private int saveAndFind() {
        int calls = 0;
        while (!over.get()) {
            String own = "rieng" + Long.toString(System.nanoTime(), 36);
            save(own);
            assertThat(index.found(own)).isEqualTo(1);
            calls++;
        }
        return calls;
    }

    private void save(String name) {
        Answer made = admin.post("/customers", "{\"name\":\"" + name + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
    }
}
