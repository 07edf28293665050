package org.quanhe.crm.automation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.UnderWay;

/**
 * Automations run, and metadata is published: every record gets its tasks, once, and what was published is there whole.
 */
public final class AutomationsUnderWay implements UnderWay {
    private static final String WORD = "ngatdien";
    private static final int HANDS = 3;
    private static final int CUSTOMERS = 30;
    private static final int FIELDS = 2;
    /** A customer and a while for others. */
    private static final long PAUSE_MILLIS = 50;
    /** The second that a time is cut to begins up to a second before it, and the kill takes a moment. */
    private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Set<Long> customers = ConcurrentHashMap.newKeySet();
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    /** Whoever has it publishes, the others create customers. */
    private final ReentrantLock publishes = new ReentrantLock();

    private long tasks;
    /** Due while the records are written. */
    private long during;
    /** Due while the server is down. */
    private long down;

    private long due;

    @Override
    public String promise() {
        return "everyAutomationGoesOnWhereItWasAndNothingIsDoneTwice";
    }

    @Override
    public void prepare(Crm admin) {
        tasks = automation(
                admin,
                "Hai việc",
                "{\"on\":\"created\"}",
                "[{\"do\":\"task\",\"subject\":\"Một\"},{\"do\":\"wait\",\"minutes\":0.02},"
                        + "{\"do\":\"task\",\"subject\":\"Hai\"}]");
        // one is there when the time comes, however slowly the others do
        create(admin, "first");
    }

    /** One for customers of this test; its number. */
    private static long automation(Crm admin, String name, String trigger, String actions) {
        Answer made = admin.post(
                "/automations",
                "{\"name\":\"" + name + "\",\"type\":\"customers\",\"condition\":\"name.contains('" + WORD
                        + "')\",\"trigger\":" + trigger + ",\"actions\":" + actions + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    @Override
    public int hands() {
        return HANDS;
    }

    @Override
    public void work(Crm admin) {
        if (publishes.tryLock()) {
            try {
                publish(admin, "f" + begun.incrementAndGet());
            } finally {
                publishes.unlock();
            }
        } else {
            create(admin, "a" + begun.incrementAndGet());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isMidway(Crm admin) {
        if (during == 0) {
            during = scheduled(admin, 5);
        }
        boolean runs = customers.size() > CUSTOMERS && fields.size() > FIELDS && hasBegun(admin, during);
        return runs && isYetToCome(admin);
    }

    private static boolean hasBegun(Crm admin, long automation) {
        JsonObject now = admin.get("/automations/" + automation).json();
        return now.getInt("done") + now.getInt("waiting") > 0;
    }

    /** Sets another time where the one for the dead server has come to a server that lives. */
    private boolean isYetToCome(Crm admin) {
        if (down != 0 && System.nanoTime() > due - MARGIN_NANOS) {
            admin.delete("/automations/" + down);
            down = 0;
        }
        if (down == 0) {
            down = scheduled(admin, 8);
        }
        return System.nanoTime() < due - MARGIN_NANOS;
    }

    /** The server must be down at that time: it is started no sooner. */
    @Override
    public boolean wasMidway(CrmProcess dead) {
        boolean diedBefore = System.nanoTime() < due - TimeUnit.SECONDS.toNanos(1);
        Patience.until("its time is over", () -> System.nanoTime() > due);
        return diedBefore;
    }

    @Override
    public void check(Crm admin) {
        Answer ended = admin.await(
                "/automations/" + tasks,
                answer -> answer.json().getInt("waiting") == 0 && answer.json().getInt("done") >= customers.size());
        assertThat(ended.json().getInt("waiting")).as("%s", ended).isZero();
        assertThat(ended.json().getInt("failed")).isZero();
        Map<Integer, List<String>> made = tasks(admin);
        for (Long customer : customers) {
            assertThat(made.get(customer.intValue()))
                    .as("tasks of %s", customer)
                    .containsExactlyInAnyOrder("Một", "Hai");
        }
        assertThat(made.values()).allSatisfy(subjects -> assertThat(subjects).hasSize(2));
        assertThat(runsOf(admin, down, customers.size())).containsOnlyOnceElementsOf(List.copyOf(customers));
        assertThat(runsOf(admin, during, 1)).isNotEmpty().doesNotHaveDuplicates();
        String metadata = admin.get("/metadata").text();
        fields.forEach(field -> assertThat(metadata).contains("\"" + field + "\""));
        // the newest version is whole: it can be shaped further
        publish(admin, "afterwards");
        assertThat(fields).contains("afterwards");
    }

    /**
     * An automation that is due in so many seconds, for all customers; in more, if the machine is too slow for that.
     */
    private long scheduled(Crm admin, int seconds) {
        due = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        LocalTime at = LocalTime.now(ZoneId.of("Asia/Ho_Chi_Minh"))
                .truncatedTo(ChronoUnit.SECONDS)
                .plusSeconds(seconds);
        long id = automation(
                admin,
                "Đến giờ " + seconds,
                "{\"on\":\"schedule\",\"every\":\"day\",\"at\":\"" + at + "\"}",
                "[{\"do\":\"set\",\"fields\":{\"notes\":\"đến giờ\"}}]");
        if (System.nanoTime() < due - MARGIN_NANOS) {
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
        List<Long> records = new ArrayList<>();
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
        List<JsonObject> all = new ArrayList<>();
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
