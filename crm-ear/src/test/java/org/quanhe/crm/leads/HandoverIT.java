package org.quanhe.crm.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Walk;
import org.quanhe.crm.harness.WorkingHours;

/** Sales are asked, accept or return, and are asked again by others when they do not answer. */
class HandoverIT {
    private static final String GOOD =
            ",\"budget\":\"1 VND\",\"need\":\"Sơn\",\"employees\":60,\"jobTitle\":\"director\"";

    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);

    private long lead(Crm who, String values) {
        Answer made = who.post("/leads", "{\"name\":\"Trần Quốc Bảo " + mark + "\"" + values + "}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private JsonObject record(long lead) {
        return admin.get("/leads/" + lead).json();
    }

    private static Answer post(Crm who, long lead, String verb, String body) {
        return who.post("/leads/" + lead + "/handover" + verb, body);
    }

    private static long owner(JsonObject record) {
        return record.getJsonObject("owner").getJsonNumber("id").longValue();
    }

    private List<String> statuses(long lead) {
        return admin.get("/leads/" + lead + "/handover/trail").json().getJsonArray("items").stream()
                .map(stay -> stay.asJsonObject().getString("status"))
                .toList();
    }

    private boolean told(Colleague colleague, String text) {
        return colleague.crm().get("/notices").text().contains(text);
    }

    @Test
    @Tag("R158")
    @Tag("R133")
    void theThresholdAsksSalesWhoAcceptAndOwnIt() {
        Colleague marketing = Colleague.with(List.of("marketing"), List.of());
        try (SalesTeam sales = SalesTeam.with(mark, 2, 240)) {
            long lead = lead(marketing.crm(), GOOD);
            assertThat(record(lead).getString("status")).isEqualTo("new");
            assertThat(record(lead).getInt("score")).isEqualTo(45);
            Answer signal = marketing
                    .crm()
                    .post("/leads/" + lead + "/score/signals", "{\"kind\":\"form\",\"about\":\"máy sơn\"}");
            assertThat(signal.json().getInt("total")).isEqualTo(60);
            admin.await(
                    "/leads/" + lead,
                    answer -> answer.json().getString("status").equals("awaiting"));
            Colleague seller = sales.seller(0);
            assertThat(owner(record(lead)))
                    .as("marketing keep it until somebody accepts")
                    .isEqualTo(marketing.id());
            JsonObject waiting =
                    seller.crm().get("/handovers").json().getJsonArray("items").getJsonObject(0);
            assertThat(waiting.getJsonNumber("lead").longValue()).isEqualTo(lead);
            assertThat(waiting.getInt("limitMinutes")).isEqualTo(240);
            assertThat(waiting.getBoolean("mayAnswer")).isTrue();
            assertThat(told(seller, "Trần Quốc Bảo " + mark)).isTrue();
            assertThat(sales.seller(1).crm().get("/handovers").json().getJsonArray("items"))
                    .as("it was the first one's turn")
                    .isEmpty();

            Answer accepted = post(seller.crm(), lead, "/accept", "{\"call\":true}");
            assertThat(accepted.status()).as("%s", accepted).isEqualTo(204);
            assertThat(record(lead).getString("status")).isEqualTo("accepted");
            assertThat(owner(record(lead))).isEqualTo(seller.id());
            assertThat(statuses(lead)).containsExactly("new", "awaiting", "accepted");
            assertThat(admin.get("/leads/" + lead + "/audit").text())
                    .as("nothing of what marketing did is lost")
                    .contains(marketing.username());
            assertThat(admin.get("/leads/" + lead + "/score").json().getInt("total"))
                    .isEqualTo(60);
        }
    }

    @Test
    @Tag("R055")
    @Tag("R056")
    void theFirstCallStandsOnTheCalendarWithinWorkingTimeWithWhatTheLeadNeeds() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240)) {
            long lead = lead(admin, GOOD);
            assertThat(post(admin, lead, "", "{}").status()).isEqualTo(200);
            Colleague seller = sales.seller(0);
            assertThat(post(seller.crm(), lead, "/accept", "{\"call\":true}").status())
                    .isEqualTo(204);
            JsonObject call = seller.crm()
                    .get("/activities?filter=" + Crm.encode("lead == " + lead))
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertThat(call.getString("kind")).isEqualTo("call");
            assertThat(call.getString("body")).isEqualTo("Sơn");
            assertThat(call.getBoolean("done")).isFalse();
            assertThat(owner(call)).isEqualTo(seller.id());
            Instant starts = Instant.parse(call.getString("startsAt"));
            var hours = admin.get("/working-time").json();
            var local = starts.atZone(java.time.ZoneId.of(hours.getString("timeZone")));
            int minute = local.getHour() * 60 + local.getMinute();
            String weekday = local.getDayOfWeek().name().toLowerCase(java.util.Locale.ROOT);
            assertThat(hours.getJsonObject("week").getJsonArray(weekday).stream()
                            .map(JsonValue::toString)
                            .anyMatch(shift -> within(shift.replace("\"", ""), minute)))
                    .as("%s in %s", local, hours)
                    .isTrue();
        }
    }

    private static boolean within(String shift, int minute) {
        String[] parts = shift.split("[-:]");
        int from = Integer.parseInt(parts[0]) * 60 + Integer.parseInt(parts[1]);
        int to = Integer.parseInt(parts[2]) * 60 + Integer.parseInt(parts[3]);
        return minute >= from && minute <= to;
    }

    @Test
    @Tag("R127")
    void whoReturnsItSaysWhyAndMarketingHaveItBack() {
        Colleague marketing = Colleague.with(List.of("marketing"), List.of());
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240)) {
            long lead = lead(marketing.crm(), GOOD);
            Answer asked = post(marketing.crm(), lead, "", "{\"note\":\"Cần báo giá trước thứ Sáu\"}");
            assertThat(asked.status()).as("%s", asked).isEqualTo(200);
            assertThat(asked.json().getString("note")).isEqualTo("Cần báo giá trước thứ Sáu");
            Colleague seller = sales.seller(0);
            assertThat(post(seller.crm(), lead, "/return", "{\"why\":\" \"}").status())
                    .isEqualTo(400);
            assertThat(post(seller.crm(), lead, "/return", "{\"why\":\"Chưa có ngân sách\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(record(lead).getString("status")).isEqualTo("nurturing");
            assertThat(owner(record(lead))).isEqualTo(marketing.id());
            assertThat(told(marketing, "Chưa có ngân sách")).isTrue();
            assertThat(seller.crm().get("/handovers").json().getJsonArray("items"))
                    .isEmpty();
            Answer late = post(seller.crm(), lead, "/accept", "{}");
            assertThat(late.status()).isEqualTo(409);
        }
    }

    @Test
    @Tag("R158")
    void nobodyAnswersAndASuperiorIsAsked() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240);
                WorkingHours hours = WorkingHours.kept(admin)) {
            assertThat(hours.set(WorkingHours.daily("\"00:00-24:00\"", "")).status())
                    .isEqualTo(200);
            sales.limit(0, "turn");
            long lead = lead(admin, GOOD);
            assertThat(post(admin, lead, "", "{}").status()).isEqualTo(200);
            admin.await("/leads/" + lead + "/handover", answer -> answer.json().containsKey("escalatedAt"));
            JsonObject open = admin.get("/leads/" + lead + "/handover").json();
            assertThat(open.getString("to")).isEqualTo(sales.manager().username());
            assertThat(told(sales.manager(), "Trần Quốc Bảo " + mark)).isTrue();
            assertThat(told(sales.seller(0), sales.manager().username())).isTrue();
            assertThat(post(
                                    sales.manager().crm(),
                                    lead,
                                    "/pass",
                                    "{\"to\":" + sales.seller(0).id() + "}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoWasNotAskedMayNotAnswer() {
        try (SalesTeam sales = SalesTeam.with(mark, 1, 240)) {
            long lead = lead(admin, GOOD);
            assertThat(post(admin, lead, "", "{}").status()).isEqualTo(200);
            Colleague stranger = Colleague.with(List.of("sales"), List.of(Colleague.team("Khác " + mark)));
            assertThat(post(stranger.crm(), lead, "/accept", "{}").status()).isEqualTo(403);
            assertThat(post(stranger.crm(), lead, "", "{}").status()).isEqualTo(403);
            assertThat(post(admin, lead, "", "{}").status()).as("asked already").isEqualTo(409);
            assertThat(post(sales.seller(0).crm(), lead, "/accept", "{}").status())
                    .isEqualTo(204);
        }
    }

    @Test
    @Tag("R054")
    void rulesFindWhoIsAsked() {
        try (SalesTeam sales = SalesTeam.with(mark, 3, 240)) {
            List<String> turns = List.of(asked(), asked(), asked(), asked());
            assertThat(turns)
                    .containsExactly(
                            sales.seller(0).username(),
                            sales.seller(1).username(),
                            sales.seller(2).username(),
                            sales.seller(0).username());
            sales.limit(240, "load");
            assertThat(asked())
                    .as("the first one was asked twice")
                    .isEqualTo(sales.seller(1).username());
            sales.limit(240, "team");
            assertThat(asked()).isEmpty();
            Answer wrong = admin.send(
                    "PUT",
                    "/handovers/settings",
                    "application/json",
                    "{\"limitMinutes\":-1,\"rules\":[{\"when\":\"nofield == 1\",\"team\":1,\"how\":\"magic\"}]}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.text()).contains("limitMinutes", "rules[0].when", "rules[0].team", "rules[0].how");
        }
    }

    @Test
    void theQueueIsWalkedThroughTheMostUrgentFirst() {
        try (SalesTeam sales = SalesTeam.with(mark, 2, 240);
                WorkingHours hours = WorkingHours.kept(admin)) {
            assertThat(hours.set(WorkingHours.daily("\"00:00-24:00\"", "")).status())
                    .isEqualTo(200);
            List<Long> leads = new ArrayList<>();
            // those whose time is over have no time any more
            for (int limit : List.of(0, 0, 0, 300, 60, 60, 300, 60, 180, 60, 60, 300, 60, 180, 60, 60, 300, 60, 60)) {
                sales.limit(limit, "turn");
                long lead = lead(admin, GOOD);
                assertThat(post(admin, lead, "", "{}").status()).isEqualTo(200);
                leads.add(lead);
                if (limit == 0) {
                    admin.await("/leads/" + lead + "/handover", answer -> answer.json()
                            .containsKey("escalatedAt"));
                }
            }
            Map<Long, JsonObject> open = new HashMap<>();
            leads.forEach(lead ->
                    open.put(lead, admin.get("/leads/" + lead + "/handover").json()));
            // asked one after the other: of two that are due at once the first one comes first
            List<Long> urgent = leads.stream()
                    .sorted(Comparator.comparing(lead -> open.get(lead).getString("dueAt", "")))
                    .toList();
            assertThat(ids(Walk.through(admin, "/handovers?all=true")).stream().filter(leads::contains))
                    .containsExactlyElementsOf(urgent);
            for (Colleague who : List.of(sales.seller(0), sales.seller(1), sales.manager())) {
                assertThat(ids(Walk.through(who.crm(), "/handovers")))
                        .as(who.username())
                        .isNotEmpty()
                        .containsExactlyElementsOf(urgent.stream()
                                .filter(lead -> open.get(lead).getString("to").equals(who.username()))
                                .toList());
            }
            Walk.refusesOtherPlaces(admin, "/handovers?all=true");
        }
    }

    private static List<Long> ids(List<JsonObject> waiting) {
        return waiting.stream()
                .map(one -> one.getJsonNumber("lead").longValue())
                .toList();
    }

    private String asked() {
        return post(admin, lead(admin, GOOD), "", "{}").json().getString("to");
    }

    @Test
    void ofTwoWhoAcceptAtOnceOneHasItAndTheOtherIsTold() throws Exception {
        try (SalesTeam sales = SalesTeam.with(mark, 4, 240)) {
            sales.limit(240, "team");
            long lead = lead(admin, GOOD);
            assertThat(post(admin, lead, "", "{}").status()).isEqualTo(200);
            List<Crm> sellers = List.of(
                    sales.seller(0).crm(),
                    sales.seller(1).crm(),
                    sales.seller(2).crm(),
                    sales.seller(3).crm());
            ExecutorService together = Executors.newFixedThreadPool(sellers.size());
            try {
                List<Callable<Answer>> calls = sellers.stream()
                        .map(crm -> (Callable<Answer>) () -> post(crm, lead, "/accept", "{}"))
                        .toList();
                List<Integer> answers = together.invokeAll(calls).stream()
                        .map(HandoverIT::status)
                        .sorted()
                        .toList();
                assertThat(answers).containsExactly(204, 409, 409, 409);
            } finally {
                together.shutdown();
            }
            assertThat(statuses(lead)).containsExactly("new", "awaiting", "accepted");
        }
    }

    private static int status(Future<Answer> answer) {
        try {
            return answer.get().status();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
