package org.quanhe.crm.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/**
 * The customers with fields that an administrator added: the same calls before and after, in one run. Twenty of the
 * fields have values in every customer, five are columns of the list.
 */
final class Shaped {
    private static final int FILLED = 20;
    private static final int LISTED = 5;
    private static final int RUNS = 10_000;

    private final Server server;
    private final Report report;
    private final Options options;
    private final Crm administrator;

    Shaped(Server server, Report report, Options options) {
        this.server = server;
        this.report = report;
        this.options = options;
        this.administrator = server.administrator();
    }

    /** Measures without, adds the fields, fills them and measures with. */
    void measure() {
        var plain = new Acts(server, options.customers());
        var without = plain.measured(plain.all(), options);
        publish();
        fill();
        var shaped = new Acts(server, options.customers() + RUNS);
        var acts = new ArrayList<>(shaped.all());
        acts.add(filtered("city", "a built-in field"));
        acts.add(filtered("f0", "a custom field"));
        var with = shaped.measured(acts, options);
        for (int i = 0; i < without.size(); i++) {
            report.atMost(
                    1.3,
                    "times",
                    without.get(i).name + ", with " + options.fields() + " custom fields against none",
                    with.get(i).cpuMillis() / without.get(i).cpuMillis());
        }
        int filters = without.size();
        report.add("CPU-ms", with.get(filters).name, with.get(filters).cpuMillis());
        report.add("CPU-ms", with.get(filters + 1).name, with.get(filters + 1).cpuMillis());
        report.atMost(
                2,
                "times",
                "REST: list filtered by a custom field against a built-in one",
                with.get(filters + 1).cpuMillis() / with.get(filters).cpuMillis());
        automations();
    }

    private Act filtered(String field, String told) {
        var clients = new ArrayList<Crm>();
        for (int client = 0; client < Load.CLIENTS; client++) {
            clients.add(server.administrator());
        }
        return new Act("REST: list filtered by " + told, 0, (client, random) -> clients.get(client)
                .get("/customers?limit=50&filter="
                        + Crm.encode(field + " == \"" + Words.VI_CITY[random.nextInt(Words.VI_CITY.length)] + "\"")));
    }

    /** While somebody works on; a request that fails ends the run. */
    private void publish() {
        Bench.tell("publishing %d custom fields", options.fields());
        JsonArrayBuilder changes = Json.createArrayBuilder();
        for (int i = 0; i < options.fields(); i++) {
            changes.add(Json.createObjectBuilder()
                    .add("op", "addField")
                    .add("type", "customers")
                    .add(
                            "field",
                            Json.createObjectBuilder()
                                    .add("name", "f" + i)
                                    .add("kind", i % 2 == 0 ? "text" : "number")
                                    .add("list", i < LISTED)
                                    .add("labels", Json.createObjectBuilder().add("en", "Field " + i))));
        }
        var draft = administrator.post(
                "/metadata/drafts",
                Json.createObjectBuilder().add("changes", changes).build());
        demand(draft, 201);
        var done = new AtomicBoolean();
        var calls = new AtomicLong();
        var client = new Thread(() -> {
            while (!done.get()) {
                demand(administrator.get("/customers?limit=50"), 200);
                calls.incrementAndGet();
            }
        });
        var failed = new ArrayList<Throwable>();
        client.setUncaughtExceptionHandler((thread, failure) -> failed.add(failure));
        client.start();
        var began = System.nanoTime();
        demand(administrator.post("/metadata/drafts/" + draft.json().getInt("id") + "/publish", "{}"), 200);
        var taken = System.nanoTime() - began;
        done.set(true);
        join(client);
        if (!failed.isEmpty()) {
            throw new IllegalStateException("a call failed while metadata was published", failed.get(0));
        }
        report.atMost(2, "s", "publish of " + options.fields() + " custom fields", taken / 1e9);
        report.add("calls", "answered meanwhile, none refused", calls.get());
    }

    /** Values in every customer that is there. */
    private void fill() {
        Bench.tell("filling %d fields of %d customers", FILLED, options.customers());
        var ids = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = administrator
                    .get("/customers?limit=200&fields=name" + (cursor.isEmpty() ? "" : "&cursor=" + Crm.encode(cursor)))
                    .json();
            page.getJsonArray("items")
                    .forEach(item ->
                            ids.add(item.asJsonObject().getJsonNumber("id").longValue()));
            cursor = page.isNull("next") ? "" : page.getString("next");
        } while (!cursor.isEmpty());
        var clients = new ArrayList<Crm>();
        for (int client = 0; client < Load.CLIENTS; client++) {
            clients.add(server.administrator());
        }
        var next = new AtomicLong();
        try (var load = new Load()) {
            load.run(ids.size(), (client, random) -> {
                int n = (int) next.getAndIncrement();
                JsonObjectBuilder values =
                        Json.createObjectBuilder().add("f0", Words.VI_CITY[random.nextInt(Words.VI_CITY.length)]);
                for (int i = 1; i < FILLED; i++) {
                    if (i % 2 == 0) {
                        values.add("f" + i, "value " + random.nextInt(1_000));
                    } else {
                        values.add("f" + i, random.nextInt(100_000));
                    }
                }
                return clients.get(client)
                        .patch("/customers/" + ids.get(n), values.build().toString());
            });
        }
        server.awaitRest();
    }

    /** An automation that every new customer sets off, and a file of customers. */
    private void automations() {
        Bench.tell("%,d runs of an automation", RUNS);
        var made = administrator.post(
                "/automations",
                "{\"name\":\"bench\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},"
                        + "\"condition\":\"has(name)\",\"actions\":[{\"do\":\"set\",\"fields\":{\"f1\":7}}]}");
        demand(made, 201);
        var address = "/automations/" + made.json().getInt("id");
        var content = MadeUpCustomers.table(10_000_000, 10_000_000 + RUNS).getBytes(StandardCharsets.UTF_8);
        var began = System.nanoTime();
        demand(administrator.upload("/imports", "runs.tsv", content, Map.of("type", "customers")), 202);
        var done = 0;
        while (done < RUNS) {
            Server.pause(250);
            var state = administrator.get(address).json();
            done = state.getInt("done");
            if (state.getInt("failed") > 0
                    || System.nanoTime() - began > Duration.ofMinutes(20).toNanos()) {
                throw new IllegalStateException("runs were lost: " + state);
            }
        }
        report.atLeast(
                10_000,
                "runs/min",
                "automation: runs, with the import that sets them off",
                RUNS * 60e9 / (System.nanoTime() - began));
        demand(administrator.delete(address), 204);
    }

    private static void demand(Answer answer, int status) {
        if (answer.status() != status) {
            throw new IllegalStateException("no figure, the answer was " + answer);
        }
    }

    private static void join(Thread client) {
        try {
            client.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
