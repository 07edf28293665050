package org.quanhe.crm.bench;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** What marketing and sales do: leads that are scored, opportunities that are moved, the board and the funnel. */
final class Sales {
    private static final int LEADS_OF_A_DEAL = 5;
    private static final String[] SOURCES = {"web", "fair", "referral", "call", "webinar"};

    private final Server server;
    private final Report report;
    private final Options options;
    private final Crm administrator;
    private final SplittableRandom random = new SplittableRandom(11);

    Sales(Server server, Report report, Options options) {
        this.server = server;
        this.report = report;
        this.options = options;
        this.administrator = server.administrator();
    }

    void measure() {
        var deals = options.leads() / LEADS_OF_A_DEAL;
        Bench.tell("importing %,d leads and %,d opportunities", options.leads(), deals);
        Imports.bring(administrator, "leads", leads(), options.leads());
        Imports.bring(administrator, "opportunities", deals(deals, customers()), deals);
        var pipeline =
                administrator.get("/pipelines").json().getJsonArray("items").getJsonObject(0);
        var address = "/pipelines/" + pipeline.getString("code");
        var stages = pipeline.getJsonArray("stages").getValuesAs(JsonObject.class).stream()
                .filter(stage -> !stage.containsKey("end"))
                .map(stage -> stage.getString("code"))
                .toList();
        var ids = ids();
        var clients = new ArrayList<Crm>();
        var pages = new ArrayList<Crm>();
        for (int client = 0; client < Load.CLIENTS; client++) {
            clients.add(server.administrator());
            pages.add(server.atForm());
        }
        spread(clients, ids, stages);
        var period = "?from=" + LocalDate.now().minusDays(365) + "&to="
                + LocalDate.now().plusDays(1);
        var acts = new ArrayList<>(List.of(
                new Act("REST: board", 60, (client, any) -> clients.get(client).get(address + "/board")),
                new Act("page: board", 60, (client, any) -> pages.get(client).get("/crm/board.xhtml")),
                new Act("REST: funnel of a year", 30, (client, any) -> clients.get(client)
                        .get(address + "/funnel" + period)),
                new Act(
                        "REST: move an opportunity",
                        8,
                        (client, any) -> move(
                                clients.get(client),
                                ids.get(any.nextInt(ids.size())),
                                stages.get(any.nextInt(stages.size()))))));
        acts.add(new Visitors(server).act());
        var measured = measured(acts);
        for (var act : measured) {
            report.atMost(act.target, "CPU-ms", act.name, act.cpuMillis());
        }
        rescoring();
    }

    /** Fewer calls than of customers: a board is dear, and each call does the same. */
    private List<Act> measured(List<Act> acts) {
        var fewer = new Options(
                options.customers(),
                options.starts(),
                Math.max(1, options.warmUp() / 10),
                Math.max(1, options.calls() / 4),
                0,
                options.edits(),
                options.leads());
        return new Acts(server, options.customers()).measured(acts, fewer);
    }

    private static Answer move(Crm crm, long id, String stage) {
        return crm.post(
                "/opportunities/" + id + "/move",
                Json.createObjectBuilder().add("stage", stage).build());
    }

    /** Opportunities stand in all stages, not in the first alone. */
    private void spread(List<Crm> clients, List<Long> ids, List<String> stages) {
        Bench.tell("moving %,d opportunities", ids.size());
        var next = new AtomicLong();
        try (var load = new Load()) {
            load.run(
                    ids.size(),
                    (client, any) -> move(
                            clients.get(client),
                            ids.get((int) next.getAndIncrement()),
                            stages.get(any.nextInt(stages.size()))));
        }
        server.awaitRest();
    }

    private List<Long> ids() {
        var ids = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = administrator
                    .get("/opportunities?limit=200&fields=name"
                            + (cursor.isEmpty() ? "" : "&cursor=" + Crm.encode(cursor)))
                    .json();
            page.getJsonArray("items")
                    .getValuesAs(JsonObject.class)
                    .forEach(item -> ids.add(item.getJsonNumber("id").longValue()));
            cursor = page.isNull("next") ? "" : page.getString("next");
        } while (!cursor.isEmpty());
        return ids;
    }

    private String leads() {
        var table = new StringBuilder("name\tcompany\tphone\temail\tsource\tneed\tbudget\temployees\n");
        for (int n = 0; n < options.leads(); n++) {
            var person = MadeUpCustomers.number(20_000_000L + n);
            table.append(String.join(
                            "\t",
                            person.name(),
                            person.company(),
                            person.phone(),
                            person.email(),
                            SOURCES[random.nextInt(SOURCES.length)],
                            random.nextInt(3) == 0 ? "" : person.notes(),
                            random.nextInt(2) == 0 ? "" : random.nextInt(1, 900) + "000000 VND",
                            random.nextInt(3) == 0 ? "" : Integer.toString(random.nextInt(1, 500))))
                    .append('\n');
        }
        return table.toString();
    }

    /** Numbers of customers that deals are with. */
    private List<Integer> customers() {
        return administrator.get("/customers?limit=200&fields=name").json().getJsonArray("items").stream()
                .map(customer -> customer.asJsonObject().getInt("id"))
                .toList();
    }

    private String deals(int count, List<Integer> customers) {
        var table = new StringBuilder("name\tcustomer\tamount\texpectedClose\n");
        for (int n = 0; n < count; n++) {
            table.append(String.format(
                    Locale.ROOT,
                    "Deal %d %s\t%d\t%d000000 VND\t%s%n",
                    n,
                    MadeUpCustomers.number(30_000_000L + n).company(),
                    customers.get(random.nextInt(customers.size())),
                    random.nextInt(1, 2_000),
                    LocalDate.now().plusDays(random.nextInt(1, 200))));
        }
        return table.toString();
    }

    /** Both sides agree to a model in which a criterion counts more: until every lead is scored anew. */
    private void rescoring() {
        Bench.tell("scoring %,d leads anew", options.leads());
        var shown = administrator.get("/score-model");
        var draft = shown.json().getJsonObject("draft");
        var criteria = Json.createArrayBuilder();
        draft.getJsonArray("criteria")
                .getValuesAs(JsonObject.class)
                .forEach(one -> criteria.add(
                        one.containsKey("points") && one.get("points") instanceof JsonNumber points
                                ? Json.createObjectBuilder(one)
                                        .add("points", points.intValue() + 1)
                                        .build()
                                : one));
        var saved = administrator
                .with("If-Match", shown.header("ETag"))
                .send(
                        "PUT",
                        "/score-model/draft",
                        "application/json",
                        Json.createObjectBuilder(draft)
                                .add("criteria", criteria)
                                .build()
                                .toString());
        var cpu = server.cpu();
        var began = System.nanoTime();
        var agreed = agree(agree(saved, "marketing"), "sales");
        var number = agreed.json().getInt("number");
        JsonObject progress;
        do {
            Server.pause(500);
            progress = administrator.get("/score-model").json().getJsonObject("rescoring");
            if (System.nanoTime() - began > Duration.ofMinutes(30).toNanos()) {
                throw new IllegalStateException("scoring does not end: " + progress);
            }
        } while (progress.getInt("number") < number
                || progress.getString("endedAt").isEmpty());
        report.atMost(180, "s", "all leads scored anew by another model", (System.nanoTime() - began) / 1e9);
        report.add("CPU-ms", "of it, a lead", server.cpu().minus(cpu).toNanos() / 1e6 / options.leads());
    }

    private Answer agree(Answer seen, String side) {
        var agreed = administrator
                .with("If-Match", seen.header("ETag"))
                .post("/score-model/agreements", "{\"side\":\"" + side + "\"}");
        if (agreed.status() != 200) {
            throw new IllegalStateException("no figure, the answer was " + agreed);
        }
        return agreed;
    }
}
