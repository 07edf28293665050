package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;

/**
 * {@code kill -9} while automations run and metadata is published: every record gets its tasks, once, and what was
 * published is there whole.
 */
@Tag("crash")
class AutomationCrashIT {
    private static final String WORD = "ngatdien";

    private final Set<Long> customers = ConcurrentHashMap.newKeySet();
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private volatile long due;

    @Test
    void everyRunGoesOnWhereItWasAndNothingIsDoneTwice() throws Exception {
        CrmProcess server = CrmProcess.fresh("automation").start();
        Crm admin = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Hai việc\",\"type\":\"customers\",\"trigger\":{\"on\":\"created\"},"
                        + "\"actions\":[{\"do\":\"task\",\"subject\":\"Một\"},{\"do\":\"wait\",\"minutes\":0.02},"
                        + "{\"do\":\"task\",\"subject\":\"Hai\"}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long automation = made.json().getJsonNumber("id").longValue();

        // due while the records are written; one is there, however slowly the others come
        create(admin, "first");
        long during = scheduled(admin, 5);
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        writers.submit(() -> until(stopped, i -> create(admin, "a" + i)));
        writers.submit(() -> until(stopped, i -> create(admin, "b" + i)));
        writers.submit(() -> until(stopped, i -> publish(admin, "f" + i)));
        Patience.until("much is saved and published", () -> customers.size() > 30 && fields.size() > 2);
        admin.await(
                "/automations/" + during,
                answer -> answer.json().getInt("done") + answer.json().getInt("waiting") > 0);
        // due while the server is down
        long down = scheduled(admin, 8);
        server.kill9();
        stopped.set(true);
        writers.shutdown();
        Patience.until("the last call has ended", writers::isTerminated);
        Patience.until("its time is over", () -> System.nanoTime() > due);

        server.start();
        Crm again = server.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
        Answer ended = again.await(
                "/automations/" + automation,
                answer -> answer.json().getInt("waiting") == 0 && answer.json().getInt("done") >= customers.size());
        assertThat(ended.json().getInt("waiting")).as("%s", ended).isZero();
        assertThat(ended.json().getInt("failed")).isZero();
        Map<Integer, List<String>> tasks = tasks(again);
        for (Long customer : customers) {
            assertThat(tasks.get(customer.intValue()))
                    .as("tasks of %s", customer)
                    .containsExactlyInAnyOrder("Một", "Hai");
        }
        assertThat(tasks.values()).allSatisfy(subjects -> assertThat(subjects).hasSize(2));
        assertThat(runsOf(again, down, customers.size())).containsOnlyOnceElementsOf(List.copyOf(customers));
        assertThat(runsOf(again, during, 1)).isNotEmpty().doesNotHaveDuplicates();
        String metadata = again.get("/metadata").text();
        fields.forEach(field -> assertThat(metadata).contains("\"" + field + "\""));
        // the newest version is whole: it can be shaped further
        publish(again, "afterwards");
        assertThat(fields).contains("afterwards");
        server.stop();
    }

    /**
     * An automation that is due in so many seconds, for all customers; in more, if the machine is too slow for that.
     */
    private long scheduled(Crm admin, int seconds) {
        due = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        LocalTime at = LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(seconds);
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"Đến giờ " + seconds + "\",\"type\":\"customers\",\"trigger\":{\"on\":\"schedule\","
                        + "\"every\":\"day\",\"at\":\"" + at + "\"},"
                        + "\"actions\":[{\"do\":\"set\",\"fields\":{\"notes\":\"đến giờ\"}}]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        long id = made.json().getJsonNumber("id").longValue();
        // the second that the time was cut to begins up to a second before
        if (System.nanoTime() < due - TimeUnit.SECONDS.toNanos(2)) {
            return id;
        }
        admin.delete("/automations/" + id);
        return scheduled(admin, 2 * seconds);
    }

    /** Numbers of the records that an automation has run for, once they have all run, and that many at least. */
    private static List<Long> runsOf(Crm crm, long automation, int least) {
        crm.await(
                "/automations/" + automation,
                answer -> answer.json().getInt("waiting") == 0 && answer.json().getInt("done") >= least);
        List<Long> records = new java.util.ArrayList<>();
        String cursor = "";
        List<JsonObject> page;
        do {
            page = crm.get("/automations/" + automation + "/runs?limit=200" + cursor)
                    .json()
                    .getJsonArray("items")
                    .getValuesAs(JsonObject.class);
            page.forEach(run -> records.add(run.getJsonNumber("recordId").longValue()));
            cursor =
                    page.isEmpty() ? "" : "&cursor=" + page.get(page.size() - 1).getInt("id");
        } while (!page.isEmpty());
        return records;
    }

    /** What is repeated. */
    private interface Work {
        void once(int i);
    }

    private static void until(AtomicBoolean stopped, Work work) {
        for (int i = 0; !stopped.get(); i++) {
            try {
                work.once(i);
            } catch (RuntimeException | AssertionError killed) {
                // no answer, no promise
                Thread.onSpinWait();
            }
        }
    }

    private void create(Crm admin, String mark) {
        Answer answer = admin.post("/customers", "{\"name\":\"" + WORD + " " + mark + "\"}");
        if (answer.status() == 201) {
            customers.add(answer.json().getJsonNumber("id").longValue());
        }
    }

    private void publish(Crm admin, String name) {
        Answer draft = admin.post(
                "/metadata/drafts",
                "{\"changes\":[{\"op\":\"addField\",\"type\":\"teams\",\"field\":{\"name\":\"" + name
                        + "\",\"labels\":{\"en\":\"x\"}}}]}");
        if (draft.status() == 201
                && admin.post("/metadata/drafts/" + draft.json().getInt("id") + "/publish", "{}")
                                .status()
                        == 200) {
            fields.add(name);
        }
    }

    private static Map<Integer, List<String>> tasks(Crm crm) {
        java.util.List<JsonObject> all = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = crm.get(
                            "/activities?limit=200&sort=-startsAt&filter=" + Crm.encode("kind == 'task'") + cursor)
                    .json();
            all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
            cursor = page.isNull("next") ? "" : "&cursor=" + Crm.encode(page.getString("next"));
        } while (!cursor.isEmpty());
        return all.stream()
                .collect(Collectors.groupingBy(
                        task -> task.getJsonObject("customer").getInt("id"),
                        Collectors.mapping(task -> task.getString("subject"), Collectors.toList())));
    }
}
