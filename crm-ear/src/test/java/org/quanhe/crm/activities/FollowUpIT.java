package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Walk;

/** How far customers and leads are followed up. */
class FollowUpIT {
    private final Crm admin = Crm.admin();
    private final String mark = Agenda.mark();
    private final Colleague seller = Colleague.with(List.of("sales"), List.of());
    private final Agenda agenda = new Agenda(seller.crm());
    private final List<Long> cadences = new ArrayList<>();

    @AfterEach
    void removeThem() {
        cadences.forEach(id -> admin.delete("/cadences/" + id));
    }

    private static JsonObjectBuilder cadence(String name, String type, String condition) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("type", type)
                .add("condition", condition)
                .add("by", "call");
    }

    private long made(JsonObjectBuilder document) {
        Answer answer = admin.post("/cadences", document.build());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        cadences.add(answer.json().getJsonNumber("id").longValue());
        return cadences.get(cadences.size() - 1);
    }

    private long customer(String name, String tag) {
        return Agenda.id(seller.crm().post("/customers", "{\"name\":\"" + name + "\",\"tags\":[\"" + tag + "\"]}"));
    }

    private void touched(long customer, int daysAgo) {
        touched(seller.crm(), customer, Instant.now().minus(daysAgo, ChronoUnit.DAYS));
    }

    private static void touched(Crm by, long customer, Instant at) {
        Agenda.id(by.post(
                "/activities",
                "{\"kind\":\"call\",\"subject\":\"Gọi\",\"done\":true,\"customer\":" + customer + ",\"startsAt\":\""
                        + at + "\"}"));
    }

    private static List<Long> records(List<JsonObject> items) {
        return items.stream()
                .map(item -> item.getJsonObject("record").getJsonNumber("id").longValue())
                .toList();
    }

    @Test
    @Tag("R015")
    @Tag("R191")
    void keyCustomersPastTheirDayAreListedNoneMissedAndGetOneTaskEach() {
        String key = "key" + mark;
        List<Long> past = new ArrayList<>();
        // more than a portion of tasks, and more than a page of records
        for (int i = 0; i < 60; i++) {
            long id = customer("Khách " + i, key);
            touched(id, 31 + i);
            past.add(0, id);
        }
        long today = customer("Hôm nay đến hạn", key);
        touched(today, 30);
        past.add(today);
        long fresh = customer("Vừa gọi", key);
        touched(fresh, 40);
        touched(fresh, 29);
        long other = customer("Không phải khách chính", "thường" + mark);
        touched(other, 300);
        long planned = customer("Có hẹn nhưng chưa gọi", key);
        touched(planned, 90);
        agenda.plan("call", "Hẹn", Instant.now().plus(1, ChronoUnit.DAYS), ",'customer':" + planned);
        past.add(past.indexOf(past.get(0)) + 1, planned);
        long cadence = made(cadence("Khách chính " + mark, "customers", "\"" + key + "\" in tags")
                .add("everyDays", 30)
                .add("goal", 7)
                .add("task", true));
        String mine = "/followup/due?owner=" + seller.id() + "&limit=200";
        List<JsonObject> due = agenda.items(mine);
        assertThat(records(due)).containsExactlyInAnyOrderElementsOf(past);
        assertThat(due.get(0).getInt("days")).isEqualTo(60);
        assertThat(due).extracting(one -> one.getInt("days")).isSortedAccordingTo((a, b) -> b - a);
        // a task for each, once
        String results = "/cadences/" + cadence + "/results?limit=200";
        Answer all = admin.await(results, answer -> items(answer).size() >= past.size());
        assertThat(items(all))
                .extracting(one -> one.getJsonObject("task")
                        .getJsonObject("customer")
                        .getJsonNumber("id")
                        .longValue())
                .containsExactlyInAnyOrderElementsOf(past);
        assertThat(items(all)).allSatisfy(one -> {
            JsonObject task = one.getJsonObject("task");
            assertThat(task.getJsonObject("owner").getJsonNumber("id").longValue())
                    .isEqualTo(seller.id());
            assertThat(task.getString("kind")).isEqualTo("call");
            assertThat(task.getString("subject")).startsWith("Khách chính " + mark);
        });
        // changed and so looked at again: nothing is made twice
        Answer shown = admin.get("/cadences/" + cadence);
        JsonObjectBuilder again = cadence("Khách chính 2 " + mark, "customers", "\"" + key + "\" in tags")
                .add("everyDays", 30)
                .add("task", true);
        assertThat(admin.with("If-Match", shown.header("ETag"))
                        .send(
                                "PUT",
                                "/cadences/" + cadence,
                                "application/json",
                                again.build().toString())
                        .status())
                .isEqualTo(200);
        assertThat(admin.with("If-Match", shown.header("ETag"))
                        .send(
                                "PUT",
                                "/cadences/" + cadence,
                                "application/json",
                                again.build().toString())
                        .status())
                .isEqualTo(412);
        // the result of one is stored with it, and the customer is not due any more
        long first = items(all).get(0).getJsonObject("task").getJsonNumber("id").longValue();
        long called = items(all)
                .get(0)
                .getJsonObject("task")
                .getJsonObject("customer")
                .getJsonNumber("id")
                .longValue();
        agenda.change(first, "{'done':true,'outcome':'interested'}");
        assertThat(records(agenda.items(mine))).hasSize(past.size() - 1).doesNotContain(called);
        JsonObject after = admin.get("/cadences/" + cadence).json();
        assertThat(after.getInt("made")).isEqualTo(past.size());
        assertThat(after.getInt("done")).isEqualTo(1);
        assertThat(items(admin.get(results)))
                .anySatisfy(one -> assertThat(one.getJsonObject("task").getString("outcome", ""))
                        .isEqualTo("interested"));
        // who may not see the customers sees none of it
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        assertThat(new Agenda(stranger.crm()).items("/followup/due?owner=" + seller.id()))
                .isEmpty();
        assertThat(stranger.crm().get("/cadences").status()).isEqualTo(403);
    }

    private static List<JsonObject> items(Answer answer) {
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    @Test
    @Tag("R183")
    void theBoardShowsContactsAgainstTheGoalAndForgetsNobody() {
        long forgotten = lead("Bị quên");
        long worked = lead("Đang theo");
        long planned = lead("Có hẹn");
        for (int i = 0; i < 3; i++) {
            Agenda.id(seller.crm()
                    .post(
                            "/activities",
                            "{\"kind\":\"" + List.of("call", "visit", "gift").get(i)
                                    + "\",\"subject\":\"x\",\"done\":true,\"lead\":" + worked + ",\"startsAt\":\""
                                    + Instant.now().minus(3 + i, ChronoUnit.DAYS) + "\"}"));
        }
        agenda.plan("call", "Gọi", Instant.now().plus(1, ChronoUnit.DAYS), ",'lead':" + planned);
        // what is no contact does not count
        Agenda.id(seller.crm().post("/activities", "{\"kind\":\"note\",\"subject\":\"x\",\"lead\":" + forgotten + "}"));
        JsonObject board =
                seller.crm().get("/followup?type=leads&owner=" + seller.id()).json();
        assertThat(board.getInt("total")).isEqualTo(3);
        assertThat(board.getInt("withoutNextStep")).isEqualTo(2);
        List<JsonObject> rows = board.getJsonArray("items").getValuesAs(JsonObject.class);
        assertThat(records(rows)).containsExactly(worked, forgotten, planned);
        assertThat(rows).extracting(row -> row.getInt("touches")).containsExactly(3, 0, 0);
        assertThat(rows).extracting(row -> row.getInt("goal")).containsOnly(5);
        assertThat(rows.get(0).getInt("days")).isEqualTo(3);
        assertThat(rows.get(2).getJsonObject("next").getString("subject")).isEqualTo("Gọi");
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        // sales see each other's leads, but not what was done with them
        assertThat(new Agenda(stranger.crm()).items("/followup?type=leads&owner=" + seller.id()))
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.getInt("touches")).isZero())
                .allSatisfy(row -> assertThat(row).doesNotContainKeys("last", "next"));
        assertThat(admin.get("/followup?type=products").status()).isEqualTo(400);
    }

    @Test
    void whatOthersPlannedIsNoNextStepHoweverManyLeadsThereAre() {
        StringBuilder rows = new StringBuilder("name\n");
        int many = 1_001;
        for (int i = 0; i < many; i++) {
            rows.append("Đầu mối ").append(mark).append(' ').append(i).append('\n');
        }
        Answer started = seller.crm()
                .upload(
                        "/imports",
                        "leads.csv",
                        rows.toString().getBytes(StandardCharsets.UTF_8),
                        Map.of("type", "leads"));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        seller.crm().await(started.header("Location"), now -> now.json()
                .getString("state")
                .equals("done"));
        Colleague other = Colleague.with(List.of("sales"), List.of());
        long theirs = Agenda.id(other.crm().post("/leads", "{\"name\":\"Của người khác " + mark + "\"}"));
        new Agenda(other.crm()).plan("call", "Hẹn", Instant.now().plus(1, ChronoUnit.DAYS), ",'lead':" + theirs);
        String hers = "/followup?type=leads&limit=1&owner=" + seller.id();
        JsonObject board = admin.get(hers).json();
        assertThat(board.getInt("total")).isEqualTo(many);
        assertThat(board.getInt("withoutNextStep")).isEqualTo(many);
        long first = records(board.getJsonArray("items").getValuesAs(JsonObject.class))
                .get(0);
        agenda.plan("call", "Hẹn", Instant.now().plus(1, ChronoUnit.DAYS), ",'lead':" + first);
        assertThat(admin.get(hers).json().getInt("withoutNextStep")).isEqualTo(many - 1);
    }

    /** Somebody, as the test has made them. */
    private record One(long id, Instant since, boolean planned, int health) {}

    /** Those who wait longest first, by number where they have waited as long. */
    private static final Comparator<One> LONGEST =
            Comparator.comparing(One::since).thenComparing(One::id);

    private static List<Long> ids(List<One> all, Comparator<One> order) {
        return all.stream().sorted(order).map(One::id).toList();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().truncatedTo(ChronoUnit.DAYS).minus(days, ChronoUnit.DAYS);
    }

    /** Few days for many: several have waited as long as each other. */
    private One contacted(Agenda of, Random chance, String field, long id) {
        boolean touched = chance.nextInt(4) > 0;
        Instant at = daysAgo(chance.nextInt(4) * 40 + 1);
        if (touched) {
            Agenda.id(of.crm()
                    .post(
                            "/activities",
                            "{\"kind\":\"call\",\"subject\":\"x\",\"done\":true,\"" + field + "\":" + id
                                    + ",\"startsAt\":\"" + at + "\"}"));
        }
        boolean planned = chance.nextInt(3) == 0;
        boolean broken = planned && chance.nextBoolean();
        if (planned) {
            of.plan(
                    broken && field.equals("customer") ? "promise" : "call",
                    "Hẹn",
                    Instant.now().plus(broken ? -1 : 1, ChronoUnit.DAYS),
                    ",'" + field + "':" + id);
        }
        long days = touched ? ChronoUnit.DAYS.between(at, Instant.now()) : 0;
        int health = broken || days > 90 ? 0 : !touched || !planned || days > 45 ? 1 : 2;
        return new One(id, touched ? at : Instant.now(), planned, health);
    }

    @Test
    void everyListIsWalkedThroughInPortionsNobodyTwiceAndNobodyMissing() {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        Colleague other = Colleague.with(List.of("sales"), List.of());
        for (Colleague who : List.of(seller, other)) {
            Agenda her = new Agenda(who.crm());
            int many = who == seller ? 29 : 8;
            List<One> leads = new ArrayList<>();
            List<One> customers = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                leads.add(contacted(
                        her,
                        chance,
                        "lead",
                        Agenda.id(who.crm().post("/leads", "{\"name\":\"Đầu mối " + i + " " + mark + "\"}"))));
                customers.add(contacted(her, chance, "customer", her.customer("Khách " + i + " " + mark)));
            }
            Comparator<One> board = Comparator.comparing(One::planned).thenComparing(LONGEST);
            assertThat(records(Walk.through(who.crm(), "/followup?type=leads&owner=" + who.id())))
                    .as("leads of %s", seed)
                    .containsExactlyElementsOf(ids(leads, board));
            assertThat(records(Walk.through(who.crm(), "/followup?type=customers")))
                    .as("customers of %s", seed)
                    .containsExactlyElementsOf(ids(customers, board));
            assertThat(records(Walk.through(who.crm(), "/followup/accounts")))
                    .as("accounts of %s", seed)
                    .containsExactlyElementsOf(
                            ids(customers, Comparator.comparing(One::health).thenComparing(LONGEST)));
        }
        assertThat(Walk.through(other.crm(), "/followup/accounts?owner=" + seller.id()))
                .isEmpty();
        String accounts = Walk.next(seller.crm(), "/followup/accounts");
        Walk.refusesOtherPlaces(seller.crm(), "/followup?type=customers", accounts);
        Walk.refusesOtherPlaces(
                seller.crm(), "/followup/accounts", Walk.next(seller.crm(), "/followup?type=customers"));
        Walk.refusesOtherPlaces(seller.crm(), "/followup/due", accounts);
        // "due|x|y": the shape of a place of that list, and no day in it
        Walk.refusesOtherPlaces(seller.crm(), "/followup/due", "ZHVlfHh8eQ");
    }

    @Test
    void whoGoesMeanwhileTakesNobodyElseOutOfTheList() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            all.add(lead("Đầu mối " + i));
        }
        String board = "/followup?type=leads&owner=" + seller.id();
        List<JsonObject> walked =
                Walk.through(seller.crm(), board, () -> all.stream().limit(3).forEach(id -> seller.crm()
                        .delete("/leads/" + id)));
        assertThat(records(walked)).containsExactlyElementsOf(all);
        assertThat(seller.crm().get(board).json().getInt("total")).isEqualTo(all.size() - 3);
    }

    @Test
    void whoIsDueIsWalkedThroughAndSoIsWhatCameOfTheTasks() {
        String key = "due" + mark;
        List<One> due = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            long id = customer("Khách " + i, key);
            int days = 30 + i % 5;
            touched(seller.crm(), id, daysAgo(days));
            due.add(new One(id, daysAgo(days), false, 0));
        }
        Colleague other = Colleague.with(List.of("sales"), List.of());
        long theirs = Agenda.id(other.crm().post("/customers", "{\"name\":\"Khách khác\",\"tags\":[\"" + key + "\"]}"));
        touched(other.crm(), theirs, daysAgo(77));
        long cadence = made(cadence("Nhịp " + mark, "customers", "\"" + key + "\" in tags")
                .add("everyDays", 30)
                .add("task", true));
        assertThat(records(Walk.through(seller.crm(), "/followup/due"))).containsExactlyElementsOf(ids(due, LONGEST));
        assertThat(records(Walk.through(other.crm(), "/followup/due"))).containsExactly(theirs);
        String results = "/cadences/" + cadence + "/results";
        admin.await(results + "?limit=200", answer -> items(answer).size() > due.size());
        List<Long> asked = new ArrayList<>(ids(due, LONGEST));
        asked.add(theirs);
        List<JsonObject> made = Walk.through(admin, results);
        assertThat(made)
                .extracting(one -> one.getJsonObject("task")
                        .getJsonObject("customer")
                        .getJsonNumber("id")
                        .longValue())
                .containsExactlyInAnyOrderElementsOf(asked);
        assertThat(made).isEqualTo(items(admin.get(results + "?limit=200")));
        Walk.refusesOtherPlaces(admin, results);
    }

    private long lead(String name) {
        return Agenda.id(seller.crm().post("/leads", "{\"name\":\"" + name + " " + mark + "\"}"));
    }

    @Test
    @Tag("R016")
    void eachAccountHasItsHealthAndTheReasons() {
        long well = customer("Khoẻ", mark);
        touched(well, 2);
        agenda.plan("visit", "Thăm", Instant.now().plus(3, ChronoUnit.DAYS), ",'customer':" + well);
        long quiet = customer("Lặng", mark);
        touched(quiet, 50);
        long danger = customer("Nguy", mark);
        touched(danger, 1);
        agenda.plan("promise", "Gửi mẫu", Instant.now().minus(1, ChronoUnit.DAYS), ",'customer':" + danger);
        agenda.plan("promise", "Báo giá", Instant.now().plus(1, ChronoUnit.DAYS), ",'customer':" + danger);
        List<JsonObject> accounts =
                new Agenda(seller.crm().with("Accept-Language", "vi")).items("/followup/accounts?owner=" + seller.id());
        assertThat(records(accounts)).containsExactly(danger, quiet, well);
        assertThat(accounts).extracting(one -> one.getString("health")).containsExactly("bad", "fair", "good");
        assertThat(accounts.get(0).getInt("promises")).isEqualTo(2);
        assertThat(accounts.get(0).getInt("overduePromises")).isEqualTo(1);
        assertThat(accounts.get(0).getJsonArray("reasons").toString()).contains("1 lời hứa quá hạn");
        assertThat(accounts.get(1).getJsonArray("reasons").toString())
                .contains("50 ngày chưa liên hệ", "Chưa có bước tiếp theo");
    }

    @Test
    void whatIsNoCadenceIsRefusedAtItsPlace() {
        Answer wrong = admin.post(
                "/cadences",
                "{\"name\":\"\",\"type\":\"users\",\"condition\":\"\",\"everyDays\":30,\"by\":\"pigeon\"}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("\"name\"", "\"type\"", "\"by\"");
        Answer condition = admin.post(
                "/cadences",
                cadence("x", "customers", "colour == \"red\"")
                        .add("everyDays", 30)
                        .build());
        assertThat(condition.status()).isEqualTo(400);
        assertThat(condition.text()).contains("\"condition\"");
        assertThat(admin.post(
                                "/cadences",
                                cadence("x", "customers", "")
                                        .add("everyDays", 0)
                                        .build())
                        .status())
                .isEqualTo(400);
        assertThat(admin.get("/cadences/999999999").status()).isEqualTo(404);
    }
}
