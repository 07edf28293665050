package org.quanhe.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;

/**
 * Whatever rights the roles have: list, REST, search, counts, facets and export show each reader exactly the records
 * that a plain loop over all of them would.
 */
class RightsIT {
    private static final List<String> ROLES = List.of("sales", "marketing", "service", "finance");
    private static final String WORD = "quyenhan" + System.nanoTime();

    private static List<Colleague> colleagues;
    private static List<Set<Long>> teamsOf;
    private static List<Made> records;

    private record Made(long id, long owner, long team) {}

    @BeforeContainer
    static void people() {
        long north = Colleague.team("North");
        long south = Colleague.team("South");
        teamsOf = List.of(Set.of(north), Set.of(south), Set.of(north, south), Set.of());
        colleagues = new ArrayList<>();
        for (int i = 0; i < ROLES.size(); i++) {
            colleagues.add(Colleague.with(List.of(ROLES.get(i)), List.copyOf(teamsOf.get(i))));
        }
        records = new ArrayList<>();
        Crm admin = Crm.admin();
        // each owner with each team and with none
        for (int i = 0; i < 12; i++) {
            Colleague owner = colleagues.get(i % 4);
            long team = i % 3 == 0 ? north : i % 3 == 1 ? south : 0;
            var body = Json.createObjectBuilder()
                    .add("name", "Người " + WORD + " " + i)
                    .add("owner", owner.id())
                    .add("tags", Json.createArrayBuilder().add(i % 2 == 0 ? "chan" : "le"));
            if (team != 0) {
                body.add("team", team);
            }
            Answer made = admin.post("/customers", body.build());
            assertThat(made.status()).as("%s", made).isEqualTo(201);
            records.add(new Made(made.json().getJsonNumber("id").longValue(), owner.id(), team));
        }
        // what others save is found a moment later
        colleagues.get(1).crm().await("/search?type=customers&q=" + WORD, answer -> {
            JsonObject total = answer.json().getJsonObject("total");
            return total.getInt("value") == records.size();
        });
    }

    @AfterContainer
    static void presets() {
        set("sales", "team");
        set("marketing", "all");
        set("service", "all");
        set("finance", "all");
    }

    private static void set(String role, String read) {
        Answer answer = Crm.admin()
                .send(
                        "PUT",
                        "/rights",
                        "application/json",
                        Json.createObjectBuilder()
                                .add("role", role)
                                .add("type", "customers")
                                .add("read", read)
                                .add("write", "none")
                                .add("delete", "none")
                                .build()
                                .toString());
        assertThat(answer.status()).as("%s", answer).isEqualTo(204);
    }

    @Provide
    Arbitrary<List<String>> scopes() {
        return Arbitraries.of("none", "own", "team", "all").list().ofSize(ROLES.size());
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void everyWayToRecordsShowsWhatAPlainLoopWould(@ForAll("scopes") List<String> scopes) {
        for (int i = 0; i < ROLES.size(); i++) {
            set(ROLES.get(i), scopes.get(i));
        }
        for (int i = 0; i < ROLES.size(); i++) {
            Set<Long> visible = visible(i, scopes.get(i));
            Crm reader = colleagues.get(i).crm();
            if (scopes.get(i).equals("none")) {
                assertThat(reader.get("/customers").status()).isEqualTo(404);
                assertThat(reader.get("/customers/export?format=csv").status()).isEqualTo(404);
                assertThat(search(reader, "").getJsonArray("hits")).isEmpty();
            } else {
                assertThat(listed(reader, "&sort=name")).isEqualTo(visible);
                assertThat(listed(reader, "&sort=-createdAt")).isEqualTo(visible);
                assertThat(exported(reader)).isEqualTo(visible.size());
                countsAndFacets(reader, visible);
            }
            opened(reader, visible);
        }
    }

    private static Set<Long> visible(int reader, String scope) {
        return records.stream()
                .filter(record -> switch (scope) {
                    case "all" -> true;
                    case "team" ->
                        record.owner() == colleagues.get(reader).id()
                                || teamsOf.get(reader).contains(record.team());
                    case "own" -> record.owner() == colleagues.get(reader).id();
                    default -> false;
                })
                .map(Made::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All pages of the list, five records each. */
    private static Set<Long> listed(Crm reader, String more) {
        Set<Long> ids = new TreeSet<>();
        String filter = Crm.encode("name.contains(\"" + WORD + "\")");
        String cursor = "";
        do {
            JsonObject page = reader.get("/customers?limit=5&filter=" + filter + more + cursor)
                    .json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> assertThat(
                            ids.add(item.getJsonNumber("id").longValue()))
                    .as("twice in the list")
                    .isTrue());
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return ids;
    }

    private static JsonObject search(Crm reader, String more) {
        Answer answer = reader.get("/search?limit=100&q=" + WORD + more);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    private static void countsAndFacets(Crm reader, Set<Long> visible) {
        JsonObject found = search(reader, "&type=customers&facets=tags");
        Set<Long> hits = new TreeSet<>();
        found.getJsonArray("hits")
                .getValuesAs(JsonObject.class)
                .forEach(hit -> hits.add(hit.getJsonNumber("id").longValue()));
        assertThat(hits).isEqualTo(visible);
        assertThat(found.getJsonObject("total").getInt("value")).isEqualTo(visible.size());
        int counted = 0;
        JsonArray tags = found.getJsonObject("facets").getJsonArray("tags");
        for (JsonObject tag : tags.getValuesAs(JsonObject.class)) {
            if (Set.of("chan", "le").contains(tag.getString("value"))) {
                counted += tag.getInt("count");
            }
        }
        assertThat(counted).isEqualTo(visible.size());
    }

    private static long exported(Crm reader) {
        Answer csv = reader.get(
                "/customers/export?format=csv&columns=name&filter=" + Crm.encode("name.contains(\"" + WORD + "\")"));
        assertThat(csv.status()).as("%s", csv).isEqualTo(200);
        return csv.text().lines().filter(line -> line.contains(WORD)).count();
    }

    private static void opened(Crm reader, Set<Long> visible) {
        for (Made record : records) {
            Map<Boolean, Integer> expected = Map.of(true, 200, false, 404);
            assertThat(reader.get("/customers/" + record.id()).status())
                    .isEqualTo(expected.get(visible.contains(record.id())));
        }
    }
}
