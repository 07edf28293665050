package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Activities with a time, and when people work. */
class CalendarIT {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Crm admin = Crm.admin();
    private final String mark = Agenda.mark();

    private static Instant nextMonday(int hour) {
        return LocalDate.now(HANOI)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(hour, 0)
                .atZone(HANOI)
                .toInstant();
    }

    @Test
    void whatIsOverdueIsWalkedThroughTheOldestFirst() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Colleague other = Colleague.with(List.of("sales"), List.of());
        Agenda agenda = new Agenda(seller.crm());
        long theirs = new Agenda(other.crm())
                .plan("call", "Của người khác", Instant.now().minusSeconds(3_600), "");
        Map<Long, Instant> all = new LinkedHashMap<>();
        Random chance = new Random(System.nanoTime());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 24; i++) {
            // few moments for many
            Instant at = now.minus(chance.nextInt(4) + 1, ChronoUnit.HOURS);
            all.put(agenda.plan("call", "Gọi " + i + " " + mark, at, ""), at);
        }
        agenda.plan("call", "Chưa đến giờ", now.plus(1, ChronoUnit.DAYS), "");
        List<Long> oldest = all.keySet().stream()
                .sorted(Comparator.<Long, Instant>comparing(all::get).thenComparing(Comparator.naturalOrder()))
                .toList();
        assertThat(ids(Walk.through(seller.crm(), "/calendar/overdue"))).containsExactlyElementsOf(oldest);
        assertThat(ids(Walk.through(other.crm(), "/calendar/overdue"))).containsExactly(theirs);
        assertThat(Walk.through(other.crm(), "/calendar/overdue?person=" + seller.id()))
                .isEmpty();
        assertThat(ids(Walk.through(
                        seller.crm(), "/calendar/overdue", () -> agenda.change(oldest.get(0), "{'done':true}"))))
                .containsExactlyElementsOf(oldest);
        Walk.refusesOtherPlaces(seller.crm(), "/calendar/overdue");
    }

    private static List<Long> ids(List<JsonObject> items) {
        return items.stream()
                .map(item -> item.getJsonObject("activity").getJsonNumber("id").longValue())
                .toList();
    }

    @Test
    @Tag("R012")
    void aCallAVisitAndAGiftStandOnCalendarAndTimelineWithOwnerAndTime() {
        Colleague seller = Colleague.with(List.of("sales"), List.of());
        Agenda agenda = new Agenda(seller.crm());
        long customer = agenda.customer("Chị Lan " + mark);
        String about = ",'customer':" + customer + ",'minutes':30";
        Instant call = nextMonday(9);
        Instant visit = nextMonday(10).plusSeconds(86_400);
        Instant gift = nextMonday(14).plusSeconds(2 * 86_400);
        agenda.plan("call", "Gọi hỏi thăm", call, about);
        agenda.plan("visit", "Đến xưởng", visit, about);
        agenda.plan("gift", "Tặng lịch Tết", gift, about);
        List<JsonObject> items = agenda.between(nextMonday(0), nextMonday(0).plusSeconds(7 * 86_400), "");
        assertThat(items)
                .extracting(item -> item.getString("at"))
                .containsExactly(call.toString(), visit.toString(), gift.toString());
        assertThat(items).allSatisfy(item -> {
            JsonObject activity = item.getJsonObject("activity");
            assertThat(activity.getJsonObject("owner").getJsonNumber("id").longValue())
                    .isEqualTo(seller.id());
            assertThat(activity.getBoolean("done")).isFalse();
            assertThat(item.getInt("minutes")).isEqualTo(30);
        });
        assertThat(items)
                .extracting(item -> item.getJsonObject("activity").getString("kind"))
                .containsExactly("call", "visit", "gift");
        String timeline =
                seller.crm().get("/customers/" + customer + "/timeline").text();
        assertThat(timeline).contains("Gọi hỏi thăm", "Đến xưởng", "Tặng lịch Tết");
    }

    @Test
    void nobodySeesOrCountsWhatAColleagueKeepsToThemselves() {
        long team = Colleague.team("Đội " + mark);
        Colleague seller = Colleague.with(List.of("sales"), List.of(team));
        Colleague mate = Colleague.with(List.of("sales"), List.of(team));
        Colleague stranger = Colleague.with(List.of("sales"), List.of());
        Instant at = nextMonday(11);
        new Agenda(seller.crm()).plan("call", "Riêng " + mark, at, "");
        String whose = "&person=" + seller.id();
        assertThat(new Agenda(mate.crm()).between(at, at.plusSeconds(60), whose))
                .hasSize(1);
        assertThat(new Agenda(stranger.crm()).between(at, at.plusSeconds(60), whose))
                .isEmpty();
        assertThat(new Agenda(mate.crm()).items("/calendar/people"))
                .extracting(one -> one.getJsonNumber("id").longValue())
                .contains(seller.id());
        assertThat(new Agenda(stranger.crm()).items("/calendar/people"))
                .extracting(one -> one.getJsonNumber("id").longValue())
                .containsExactly(stranger.id());
    }

    @Test
    @Tag("R012")
    void ofTwoWhoMoveAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        Agenda agenda = new Agenda(admin);
        long id = agenda.plan("meeting", "Họp " + mark, nextMonday(9), ",'minutes':60");
        String etag = admin.get("/activities/" + id).header("ETag");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> moves =
                    List.of(() -> move(id, etag, nextMonday(15)), () -> move(id, etag, nextMonday(16)));
            List<Integer> statuses = both.invokeAll(moves).stream()
                    .map(CalendarIT::answer)
                    .map(Answer::status)
                    .sorted()
                    .toList();
            assertThat(statuses).containsExactly(200, 412);
        } finally {
            both.shutdown();
        }
        JsonObject moved = agenda.activity(id);
        assertThat(moved.getString("startsAt"))
                .isIn(nextMonday(15).toString(), nextMonday(16).toString());
        assertThat(moved.getInt("minutes")).isEqualTo(60);
    }

    private static Answer answer(Future<Answer> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private Answer move(long id, String etag, Instant at) {
        return admin.with("If-Match", etag).post("/activities/" + id + "/move", "{\"startsAt\":\"" + at + "\"}");
    }

    @Test
    void onTheLunarNewYearOfBothCountriesTheNextWorkingMomentIsProposed() {
        try (WorkingHours hours = WorkingHours.kept(admin)) {
            // Vietnam keeps 5 to 9 February 2027 free, China 6 to 12; the 14th is worked instead
            String days = "{\"date\":\"2027-02-05\",\"name\":\"Tết Nguyên Đán\"},"
                    + "{\"date\":\"2027-02-08\",\"name\":\"Tết Nguyên Đán\"},"
                    + "{\"date\":\"2027-02-09\",\"name\":\"Tết · 春节\"},"
                    + "{\"date\":\"2027-02-10\",\"name\":\"春节\"},{\"date\":\"2027-02-11\",\"name\":\"春节\"},"
                    + "{\"date\":\"2027-02-12\",\"name\":\"春节\"},"
                    + "{\"date\":\"2027-02-14\",\"name\":\"调休\",\"worksLike\":\"monday\"}";
            String office = "{\"week\":{\"monday\":[\"08:00-12:00\",\"13:00-17:00\"],\"tuesday\":[\"08:00-17:00\"],"
                    + "\"wednesday\":[\"08:00-17:00\"],\"thursday\":[\"08:00-17:00\"],\"friday\":[\"08:00-17:00\"]},"
                    + "\"days\":[" + days + "]}";
            assertThat(hours.set(office).status()).isEqualTo(200);
            assertProposal("2027-02-05T09:30", "2027-02-14T08:00", "Tết Nguyên Đán");
            assertProposal("2027-02-10T09:30", "2027-02-14T08:00", "春节");
            assertProposal("2027-02-14T12:30", "2027-02-14T13:00", "");
            assertProposal("2027-02-14T17:00", "2027-02-15T08:00", "");
            assertProposal("2027-02-04T16:59", "2027-02-04T16:59", "");
        }
    }

    private void assertProposal(String wanted, String proposed, String holiday) {
        JsonObject answer = admin.get("/calendar/proposal?at=" + Crm.encode(wanted + ":00+07:00"))
                .json();
        assertThat(answer.getString("at"))
                .as(wanted)
                .isEqualTo(
                        ZonedDateTime.parse(proposed + ":00+07:00").toInstant().toString());
        assertThat(answer.getString("holiday")).isEqualTo(holiday);
        assertThat(answer.getBoolean("works")).isEqualTo(wanted.equals(proposed));
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        assertThat(admin.get("/calendar?from=yesterday&to=2027-01-01T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(admin.get("/calendar?from=2027-01-01T00:00:00Z&to=2028-01-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
        long id = new Agenda(admin).plan("call", "Gọi " + mark, nextMonday(9), "");
        assertThat(admin.post("/activities/" + id + "/move", "{}").status()).isEqualTo(400);
        assertThat(admin.post("/activities/" + id + "/snooze", "{\"minutes\":0}")
                        .status())
                .isEqualTo(400);
        assertThat(admin.post("/activities/" + id + "/settle", "{\"kept\":true}")
                        .status())
                .isEqualTo(400);
        Answer vague = admin.post("/activities", "{\"kind\":\"promise\",\"subject\":\"x\"}");
        assertThat(vague.status()).isEqualTo(400);
        assertThat(vague.text()).contains("startsAt");
        assertThat(admin.get("/openapi.json").text()).contains("/calendar/proposal", "/cadences/{id}", "/followup/due");
    }
}
