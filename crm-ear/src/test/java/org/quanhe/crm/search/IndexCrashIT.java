package org.quanhe.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/**
 * {@code kill -9} under fifty edits a second, once in the middle of a rebuild: after each start index and database say
 * the same. {@code KilledIndexTest} of crm-search kills the index alone, twenty times.
 */
@Tag("crash")
class IndexCrashIT {
    private static final int WRITERS = 5;
    private static final long PAUSE_MILLIS = 1_000 / 50 * WRITERS;
    private static final int CUSTOMERS = 3_000;
    private static final String WORD = "matdien";
    private static final int REBUILDS = 8;
    /** So often it is looked at the disk for each time that the server is asked. */
    private static final int LOOKS = 50;

    private final CrmProcess server = CrmProcess.fresh("index-crash");
    private final Map<Long, String> answered = new ConcurrentHashMap<>();
    private final AtomicInteger edits = new AtomicInteger();

    @Test
    void indexEqualsDatabaseAfterEachKill() throws Exception {
        LiveIndex index = startedIndex();
        importCustomers();
        index.settled();
        for (int kill = 0; kill < 2; kill++) {
            editAndKill(150, () -> {});
            index = startedIndex();
            isEqual(index);
        }
        killInTheMiddleOfARebuild(index);
        index = startedIndex();
        assertThat(index.report("rebuild", "interruption").getBoolean("done")).isTrue();
        isEqual(index);
        server.stop();
    }

    /** Once more where the rebuild was faster than the kill: what is on the disk behind it tells. */
    private void killInTheMiddleOfARebuild(LiveIndex started) throws Exception {
        LiveIndex index = started;
        for (int tries = 0; tries < REBUILDS; tries++) {
            LiveIndex beingRebuilt = index;
            editAndKill(50, () -> {
                JsonObject work = beingRebuilt.rebuild();
                assertThat(work.getString("kind")).isEqualTo("rebuild");
                assertThat(work.getString("by")).isNotEmpty();
                awaitIndexBesideTheOther(beingRebuilt);
            });
            if (isUnfinished()) {
                return;
            }
            index = startedIndex();
        }
        throw new AssertionError("each of " + REBUILDS + " rebuilds was over before the kill");
    }

    /** Until the new index is begun, or was made so fast that nobody saw it. */
    private void awaitIndexBesideTheOther(LiveIndex index) {
        AtomicInteger looks = new AtomicInteger();
        Patience.until(
                "the rebuild has begun",
                () -> isUnfinished()
                        || looks.incrementAndGet() % LOOKS == 0 && index.state().isNull("work"));
    }

    /** True if an index was begun after the one that serves. */
    private boolean isUnfinished() {
        Path folder = server.home().resolve("index");
        try {
            int serving = number(Files.readString(folder.resolve("serving")).strip());
            String[] indexes = folder.toFile().list((parent, name) -> name.startsWith("index-"));
            return indexes != null && Arrays.stream(indexes).anyMatch(name -> number(name) > serving);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(String index) {
        return Integer.parseInt(index.substring(index.indexOf('-') + 1));
    }

    private LiveIndex startedIndex() {
        server.start();
        return new LiveIndex(admin());
    }

    private Crm admin() {
        return server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    private void importCustomers() {
        StringBuilder table = new StringBuilder("name\n");
        for (int i = 0; i < CUSTOMERS; i++) {
            table.append("Khách ").append(WORD).append(' ').append(i).append('\n');
        }
        Crm admin = admin();
        Answer begun = admin.upload(
                "/imports",
                "khach.csv",
                table.toString().getBytes(StandardCharsets.UTF_8),
                Map.of("type", "customers"));
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        String location = begun.header("Location");
        String address = location.substring(location.indexOf("/imports/"));
        Answer now =
                admin.await(address, later -> !later.json().getString("state").equals("running"));
        assertThat(now.json().getInt("written")).as("%s", now).isEqualTo(CUSTOMERS);
    }

    /** People edit; when so many edits have been answered, something is done, and the server is gone. */
    private void editAndKill(int answers, Runnable last) throws Exception {
        Crm admin = admin();
        List<Long> some = admin
                .get("/customers?limit=50&sort=name&fields=name")
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getJsonNumber("id").longValue())
                .toList();
        int before = edits.get();
        ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.scheduleAtFixedRate(
                    () -> edit(admin, some, number), number * 20L, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
        Patience.until("so many edits are answered", () -> edits.get() >= before + answers);
        last.run();
        server.kill9();
        writers.shutdownNow();
        Patience.until("the last call has ended", writers::isTerminated);
    }

    /** Each writer has customers of its own: what was answered last is what must be there. */
    private void edit(Crm admin, List<Long> customers, int writer) {
        int number = edits.get();
        long id = customers.get(number * WRITERS % customers.size() / WRITERS * WRITERS + writer);
        String notes = "changed " + number;
        try {
            if (admin.patch("/customers/" + id, "{\"notes\":\"" + notes + "\"}").status() == 200) {
                answered.put(id, notes);
                edits.incrementAndGet();
            }
        } catch (RuntimeException | AssertionError killed) {
            // no answer, no promise: the customer may have these notes or those before
            answered.remove(id);
        }
    }

    private void isEqual(LiveIndex index) {
        assertThat(index.reconcile().getInt("found")).isZero();
        Map<Long, String> stored = index.customers("");
        assertThat(stored).hasSize(CUSTOMERS).containsAllEntriesOf(answered);
        assertThat(index.customers("&filter=" + Crm.encode("name.contains('" + WORD + "')")))
                .isEqualTo(stored);
        assertThat(index.found(WORD)).isPositive();
    }
}
