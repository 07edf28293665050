package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.TimedCrm;
import org.quanhe.crm.platform.settings.CrmSettings;

/** What time alone does: a form that was opened long ago, and interest that fades. */
@Tag("crash")
class TimePassesIT {
    private static final Duration FORM_IS_GOOD_FOR = Duration.ofHours(12);

    /**
     * What somebody did: what it counts in the model that comes with the application, and how long it takes to fade.
     */
    private record Done(String kind, int points, int fadesDays) {}

    private static final List<Done> DONE = List.of(
            new Done("mail-answered", 12, 45),
            new Done("download", 8, 45),
            new Done("download", 8, 45),
            new Done("form", 15, 60),
            new Done("visit", 5, 30));

    /** So many finished leads of one source are counted by themselves. */
    private static final int FEWEST_COUNTED = 20;

    private static final Duration PAGES_ARE_KEPT =
            Duration.ofDays(Integer.parseInt(CrmSettings.VISITS_DAYS.defaultValue()));

    private static final String SITE = "https://maylanh.example/price/";

    private static final Duration NOTHING_HEARD = Duration.ofDays(180);

    @RegisterExtension
    static final TimedCrm TIME = new TimedCrm();

    private final String mark = "thoigian" + Long.toString(System.nanoTime(), 36);

    private Visitor filled(MadeForm form, String language, String name) {
        return Visitor.opens(form.code(), "?lang=" + language)
                .says("name", name + " " + mark)
                .says("email", name + mark + "@example.vn");
    }

    @ParameterizedTest
    @CsvSource({"vi, mở đã lâu", "zh-CN, 打开已久"})
    @Tag("R051")
    void aFormThatWasOpenedLongAgoKeepsWhatWasTypedAndIsSentWithOneMorePress(String language, String told) {
        MadeForm form = MadeForm.published();
        Visitor early = filled(form, language, "som");
        Visitor late = filled(form, language, "muon");
        TIME.passes(FORM_IS_GOOD_FOR.minusMinutes(2));
        assertThat(early.sends().status()).isEqualTo(200);
        TIME.passes(Duration.ofMinutes(3));
        Answer refused = late.sends();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(told, "muon " + mark, "muon" + mark + "@example.vn");
        assertThat(late.again(refused).sends().status()).isEqualTo(200);
        assertThat(MadeForm.leads(mark, 2)).hasSize(2);
    }

    @Test
    @Tag("R144")
    void pagesThatWereSeenTooLongAgoJoinNobody() {
        MadeForm form = asksForVisits();
        String early = Visitor.number();
        String late = Visitor.number();
        Visitor.looks(early, SITE + mark);
        TIME.passes(Duration.ofDays(2));
        Visitor.looks(late, SITE + mark);
        TIME.passes(PAGES_ARE_KEPT.minusDays(1));
        assertThat(status(agrees(form, early, "som")))
                .as("the form is all that is known of them")
                .isEqualTo("new");
        assertThat(status(agrees(form, late, "muon")))
                .as("a page and a form are two signs of interest")
                .isEqualTo("nurturing");
    }

    @Test
    @Tag("R144")
    void whoWasNotSeenForSoLongIsNotKnownAnyMore() {
        MadeForm form = asksForVisits();
        String gone = Visitor.number();
        String back = Visitor.number();
        long forgotten = agrees(form, gone, "vắng");
        long known = agrees(form, back, "quay lại");
        TIME.passes(PAGES_ARE_KEPT.minusDays(1));
        Visitor.looks(back, SITE + mark);
        assertThat(status(known)).isEqualTo("nurturing");
        TIME.passes(Duration.ofDays(2));
        int before = ScoredLead.score(forgotten);
        Visitor.looks(gone, SITE + mark);
        assertThat(ScoredLead.score(forgotten)).isEqualTo(before);
        assertThat(status(forgotten)).isEqualTo("new");
    }

    private static MadeForm asksForVisits() {
        return MadeForm.with(Json.createObjectBuilder().add("consents", Json.createArrayBuilder(List.of("visits"))));
    }

    /** Sends the form and agrees that visits are known; the lead that it makes. */
    private long agrees(MadeForm form, String browser, String name) {
        Answer sent = Visitor.opens(form.code(), "?lang=vi&visitor=" + browser)
                .says("name", name + " " + mark)
                .says("email", browser + "@example.vn")
                .agrees("visits")
                .sends();
        assertThat(sent.status()).as("%s", sent).isEqualTo(200);
        return MadeForm.lead(name + " " + mark).getInt("id");
    }

    private static String status(long lead) {
        return Crm.admin().get("/leads/" + lead).json().getString("status");
    }

    @Test
    @Tag("R160")
    void interestFadesDayByDayAndAHotLeadIsColdAgain() {
        long lead = lead("Phai", "web");
        Answer told = Crm.admin().patch("/leads/" + lead, "{\"need\":\"Hai máy lạnh\",\"budget\":30000000}");
        assertThat(told.status()).as("%s", told).isEqualTo(200);
        int lasting = ScoredLead.score(lead);
        DONE.forEach(one -> ScoredLead.signal(lead, one.kind()));
        int days = 0;
        assertCounts(lead, lasting, days);
        assertThat(band(lead)).isEqualTo("hot");
        assertThat(inListOf("hot")).isEqualTo(1);
        for (int later : List.of(9, 30, 45, 60)) {
            TIME.passes(Duration.ofDays(later - days));
            days = later;
            assertCounts(lead, lasting, days);
        }
        assertThat(left(DONE, days)).as("all has faded").isZero();
        assertThat(band(lead)).isEqualTo("cold");
        assertThat(inListOf("hot")).isZero();
        assertThat(inListOf("cold")).isEqualTo(1);
    }

    @Test
    @Tag("R178")
    void leadsThatNothingWasHeardOfForHalfAYearCountAsNotWon() {
        for (int n = 1; n < FEWEST_COUNTED; n++) {
            lead("Im lặng " + n, mark);
        }
        long won = lead("Mua", mark);
        Answer converted = Crm.admin().post("/leads/" + won + "/conversion", "{\"opportunity\":true}");
        assertThat(converted.status()).as("%s", converted).isLessThan(300);
        long deal = Crm.admin()
                .get("/leads/" + won)
                .json()
                .getJsonObject("opportunity")
                .getJsonNumber("id")
                .longValue();
        assertThat(Crm.admin().post("/opportunities/" + deal + "/win", "{}").status())
                .isEqualTo(200);
        TIME.passes(NOTHING_HEARD.plusDays(1));
        JsonObject told =
                Crm.admin().get("/leads/" + lead("Mới", mark) + "/chance").json();
        assertThat(told.getInt("percent")).as("%s", told).isEqualTo(100 / FEWEST_COUNTED);
        assertThat(told.getString("why")).contains("1", Integer.toString(FEWEST_COUNTED), "180");
    }

    private long lead(String name, String source) {
        Answer made =
                Crm.admin().post("/leads", "{\"name\":\"" + name + " " + mark + "\",\"source\":\"" + source + "\"}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        return made.json().getJsonNumber("id").longValue();
    }

    private static void assertCounts(long lead, int lasting, int days) {
        Crm.admin().await("/leads/" + lead, answer -> ScoredLead.points(answer.json()) == lasting + left(DONE, days));
        ScoredLead.assertSumOfLedger(lead);
    }

    private static String band(long lead) {
        return Crm.admin().get("/leads/" + lead).json().getString("band");
    }

    private int inListOf(String band) {
        String filter = "name.contains('" + mark + "') && band == '" + band + "'";
        return Crm.admin()
                .get("/leads?filter=" + Crm.encode(filter))
                .json()
                .getJsonArray("items")
                .size();
    }

    /** In equal parts, each rounded to whole points. */
    private static int left(List<Done> all, int days) {
        return all.stream()
                .mapToInt(one ->
                        (int) Math.round(one.points() * Math.max(0, one.fadesDays() - days) / (double) one.fadesDays()))
                .sum();
    }
}
