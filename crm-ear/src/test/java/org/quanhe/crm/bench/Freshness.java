package org.quanhe.crm.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/**
 * How soon somebody finds what others save: eight editors save at a steady rate, and two colleagues ask for some of it
 * from the moment at which its editor has the answer, until it is found.
 */
final class Freshness {
    private static final int WATCHERS = 2;
    private static final int SECONDS = 30;
    private static final int EVERY_SO_MANY_IS_WATCHED = 5;
    private static final double TARGET_MILLIS = 100;
    private static final int KNOWN = 200;

    /** Not found by then is told as that long. */
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final Server server;
    private final Report report;
    private final int rate;
    private final List<Long> customers = new ArrayList<>();
    private final LinkedBlockingQueue<Saved> saved = new LinkedBlockingQueue<>();
    private final Queue<Double> waits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger edits = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    /** A word that was put into a customer's notes, and when its editor was told so. */
    private record Saved(long customer, String word, long nanos) {}

    /** @param rate edits a second of all editors together */
    Freshness(Server server, Report report, int rate) {
        this.server = server;
        this.report = report;
        this.rate = rate;
    }

    void measure() {
        Bench.tell("others' saves, at %d edits/s for %d s", rate, SECONDS);
        Crm admin = server.administrator();
        admin.get("/customers?limit=" + KNOWN + "&fields=name").json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .forEach(item -> customers.add(item.getJsonNumber("id").longValue()));
        var colleague = colleague(admin);
        try (var watching = new Threads(Executors.newFixedThreadPool(WATCHERS))) {
            var watchers = new ArrayList<Future<?>>();
            for (int i = 0; i < WATCHERS; i++) {
                watchers.add(watching.threads().submit(() -> watch(colleague)));
            }
            edit();
            for (int i = 0; i < WATCHERS; i++) {
                saved.add(new Saved(0, "", 0));
            }
            for (var watcher : watchers) {
                join(watcher);
            }
        }
        report();
    }

    private record Threads(ExecutorService threads) implements AutoCloseable {
        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static Crm colleague(Crm admin) {
        var made = admin.post(
                "/users",
                Json.createObjectBuilder()
                        .add("username", "watcher")
                        .add("displayName", "Watcher")
                        .add("roles", Json.createArrayBuilder().add("administrator"))
                        .build());
        if (made.status() != 201) {
            throw new IllegalStateException("no colleague: " + made);
        }
        var password = Json.createObjectBuilder()
                .add("password", CrmProcess.ADMIN_PASSWORD)
                .build();
        admin.send("PUT", "/users/" + made.json().getInt("id") + "/password", "application/json", password.toString());
        return Crm.at(admin.root()).signIn("watcher", CrmProcess.ADMIN_PASSWORD);
    }

    /** Edits are due at fixed moments: a slow answer makes those behind it late, not fewer. */
    private void edit() {
        ScheduledExecutorService editors = Executors.newScheduledThreadPool(Load.CLIENTS);
        var seeds = new SplittableRandom(11);
        var period = TimeUnit.SECONDS.toNanos(1) * Load.CLIENTS / rate;
        for (int editor = 0; editor < Load.CLIENTS; editor++) {
            var crm = server.administrator();
            var random = seeds.split();
            int number = editor;
            var turn = new AtomicInteger();
            editors.scheduleAtFixedRate(
                    () -> edit(crm, number, turn.getAndIncrement(), random),
                    period * editor / Load.CLIENTS,
                    period,
                    TimeUnit.NANOSECONDS);
        }
        Server.pause(TimeUnit.SECONDS.toMillis(SECONDS));
        editors.shutdown();
        try {
            editors.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Each editor has customers of its own and takes one after the other: by the time it comes to one again, nobody
     * looks for the word that stood there.
     */
    private void edit(Crm crm, int editor, int turn, SplittableRandom random) {
        var mine = customers.size() / Load.CLIENTS;
        var customer = customers.get(editor * mine + turn % mine);
        var word = "n" + Long.toString(random.nextLong(Long.MAX_VALUE), 36);
        var answer = crm.patch("/customers/" + customer, "{\"notes\":\"" + word + "\"}");
        if (answer.status() != 200) {
            failures.incrementAndGet();
        } else if (edits.incrementAndGet() % EVERY_SO_MANY_IS_WATCHED == 0) {
            saved.add(new Saved(customer, word, System.nanoTime()));
        }
    }

    private Void watch(Crm colleague) throws InterruptedException {
        for (var next = saved.take(); next.customer() != 0; next = saved.take()) {
            // what waited for a watcher has been findable meanwhile, or is overwritten by now: no figure
            if (System.nanoTime() - next.nanos() > TimeUnit.MILLISECONDS.toNanos(5)) {
                continue;
            }
            var found = found(colleague, next);
            while (!found && System.nanoTime() - next.nanos() < LONGEST_WAIT) {
                found = found(colleague, next);
            }
            waits.add((System.nanoTime() - next.nanos()) / 1e6);
        }
        return null;
    }

    private static boolean found(Crm colleague, Saved wanted) {
        return colleague.get("/search?type=customers&limit=5&q=" + wanted.word()).json().getJsonArray("hits").stream()
                .anyMatch(hit -> ((JsonObject) hit).getJsonNumber("id").longValue() == wanted.customer());
    }

    private static void join(Future<?> watcher) {
        try {
            watcher.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void report() {
        if (failures.get() > 0) {
            throw new IllegalStateException(failures + " edits were refused: no figure");
        }
        var sorted = waits.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was watched: no figure");
        }
        Bench.tell(
                "%.1f edits/s; others' saves found after %.1f ms (p50), %.1f ms (p95)",
                edits.get() / (double) SECONDS, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
        report.add("edits/s", "edits that were made of " + rate + " a second", edits.get() / (double) SECONDS);
        report.add("ms", name("others' saves found, p50 of %d", sorted), sorted.get(sorted.size() / 2));
        report.atMost(
                TARGET_MILLIS,
                "ms",
                "others' saves found, p95 at " + rate + " edits/s",
                sorted.get(sorted.size() * 95 / 100));
        report.add("ms", name("others' saves found, p99 of %d", sorted), sorted.get(sorted.size() * 99 / 100));
    }

    private static String name(String format, List<Double> found) {
        return String.format(Locale.ROOT, format, found.size());
    }
}
