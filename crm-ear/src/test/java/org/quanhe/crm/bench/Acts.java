package org.quanhe.crm.bench;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;

/** What the eight clients do: over REST with a token each, on pages with a session each. */
final class Acts {
    private static final int ROUNDS = 4;
    private static final int WARM_UP_TURNS = 3;

    private final Server server;
    private final List<Crm> rest = new ArrayList<>();
    private final List<Crm> pages = new ArrayList<>();
    private final Walk[] walks = new Walk[Load.CLIENTS];
    private final AtomicLong next;
    private final Queries queries;
    private final KnownList known;

    Acts(Server server, long customers) {
        this.server = server;
        for (int client = 0; client < Load.CLIENTS; client++) {
            rest.add(server.administrator());
            pages.add(server.atForm());
            walks[client] = new Walk();
        }
        next = new AtomicLong(customers);
        queries = new Queries(customers);
        known = KnownList.walk(rest.get(0));
    }

    Act list() {
        return new Act("REST: list of 50", 5, (client, random) -> walks[client].step(rest.get(client), random));
    }

    List<Act> all() {
        return List.of(
                list(),
                new Act("REST: open a record", 5, (client, random) -> rest.get(client)
                        .get("/customers/" + known.anyId(random))),
                new Act("REST: create", 8, (client, random) -> rest.get(client)
                        .post(
                                "/customers",
                                MadeUpCustomers.number(next.getAndIncrement()).json())),
                new Act("REST: search", 5, (client, random) -> rest.get(client)
                        .get("/search?q=" + Crm.encode(queries.next(random)))),
                new Act("page: list", 25, (client, random) -> pages.get(client).get("/crm/list.xhtml?type=customers")),
                new Act("page: record", 25, (client, random) -> pages.get(client)
                        .get("/crm/record.xhtml?type=customers&id=" + known.anyId(random))));
    }

    /**
     * Warms up in turns, so that no kind is compiled for itself alone and again when the next comes; then measures in
     * rounds, one after the other: a neighbour's load meets them all alike.
     */
    List<Act> measured(List<Act> acts, Options options) {
        try (var load = new Load()) {
            for (int turn = 1; turn <= WARM_UP_TURNS; turn++) {
                for (var act : acts) {
                    Bench.tell("warming up, " + turn + " of " + WARM_UP_TURNS + ": " + act.name);
                    act.warmUp(load, Math.max(1, options.warmUp() / WARM_UP_TURNS));
                }
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (var act : acts) {
                    Bench.tell("round " + round + " of " + ROUNDS + ": " + act.name);
                    act.measure(load, server, Math.max(1, options.calls() / ROUNDS));
                }
            }
        }
        return acts;
    }

    /** Somebody goes through the list page by page, and begins elsewhere at the end or after twenty. */
    private final class Walk {
        private static final int PAGES = 20;
        private String cursor = "";
        private int left;

        Answer step(Crm crm, SplittableRandom random) {
            if (left-- <= 0 || cursor.isEmpty()) {
                cursor = known.anyCursor(random);
                left = PAGES;
            }
            var answer = crm.get("/customers?limit=50" + (cursor.isEmpty() ? "" : "&cursor=" + Crm.encode(cursor)));
            cursor = answer.status() == 200 ? KnownList.next(answer.json()) : "";
            return answer;
        }
    }

    /** The list as it was before the load: ids to open, cursors to go on from. */
    private record KnownList(List<Long> ids, List<String> cursors) {

        static KnownList walk(Crm crm) {
            var known = new KnownList(new ArrayList<>(), new ArrayList<>());
            var cursor = "";
            do {
                known.cursors.add(cursor);
                var page = crm.get("/customers?limit=200&fields=name"
                                + (cursor.isEmpty() ? "" : "&cursor=" + Crm.encode(cursor)))
                        .json();
                page.getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .forEach(item -> known.ids.add(item.getJsonNumber("id").longValue()));
                cursor = next(page);
            } while (!cursor.isEmpty());
            return known;
        }

        static String next(JsonObject page) {
            return page.isNull("next") ? "" : page.getString("next");
        }

        long anyId(SplittableRandom random) {
            return ids.get(random.nextInt(ids.size()));
        }

        String anyCursor(SplittableRandom random) {
            return cursors.get(random.nextInt(cursors.size()));
        }
    }
}
