package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.TimedCrm;

/** What time alone does: a form that was opened long ago, and interest that fades. */
@Tag("crash")
class TimePassesIT {
    private static final Duration FORM_IS_GOOD_FOR = Duration.ofHours(12);

    // the points of the model that comes with the application, and how many days they take to fade
    private static final int MAIL_ANSWERED = 12;
    private static final int DOWNLOAD = 8;
    private static final int FADES_DAYS = 45;

    /** So many finished leads of one source are counted by themselves. */
    private static final int FEWEST_COUNTED = 20;

    private static final Duration NOTHING_HEARD = Duration.ofDays(180);

    private static TimedCrm time;

    private final String mark = "thoigian" + Long.toString(System.nanoTime(), 36);

    @BeforeAll
    static void server() {
        time = TimedCrm.open();
    }

    @AfterAll
    static void sharedServer() {
        time.close();
    }

    private Visitor filled(MadeForm form, String name) {
        return form.opened().says("name", name + " " + mark).says("email", name + mark + "@example.vn");
    }

    @Test
    @Tag("R051")
    void aFormThatWasOpenedLongAgoKeepsWhatWasTypedAndIsSentWithOneMorePress() {
        MadeForm form = MadeForm.published();
        Visitor early = filled(form, "som");
        Visitor late = filled(form, "muon");
        time.passes(FORM_IS_GOOD_FOR.minusMinutes(2));
        assertThat(early.sends().status()).isEqualTo(200);
        time.passes(Duration.ofMinutes(3));
        Answer refused = late.sends();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("mở đã lâu", "muon " + mark, "muon" + mark + "@example.vn");
        assertThat(late.again(refused).sends().status()).isEqualTo(200);
        assertThat(MadeForm.leads(mark, 2)).hasSize(2);
    }

    @Test
    @Tag("R160")
    void interestFadesDayByDayUntilNothingIsLeft() {
        long lead = lead("Phai", "web");
        int before = score(lead);
        signal(lead, "mail-answered");
        signal(lead, "download");
        assertThat(score(lead)).isEqualTo(before + MAIL_ANSWERED + DOWNLOAD);
        for (int days : new int[] {9, 30}) {
            time.passes(Duration.ofDays(days == 9 ? 9 : 21));
            int left = left(MAIL_ANSWERED, days) + left(DOWNLOAD, days);
            Crm.admin().await("/leads/" + lead, answer -> points(answer.json()) == before + left);
            assertSumOfLedger(lead);
        }
        time.passes(Duration.ofDays(FADES_DAYS - 30));
        Crm.admin().await("/leads/" + lead, answer -> points(answer.json()) == before);
        assertSumOfLedger(lead);
        assertThat(Crm.admin().get("/leads/" + lead).json().getString("band")).isEqualTo("cold");
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
        time.passes(NOTHING_HEARD.plusDays(1));
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

    /** In equal parts, rounded to whole points. */
    private static int left(int points, int days) {
        return (int) Math.round(points * (FADES_DAYS - days) / (double) FADES_DAYS);
    }

    private static void signal(long lead, String kind) {
        Answer noted =
                Crm.admin().post("/leads/" + lead + "/score/signals", "{\"kind\":\"" + kind + "\",\"about\":\"x\"}");
        assertThat(noted.status()).as("%s", noted).isEqualTo(200);
    }

    private static int score(long lead) {
        return points(Crm.admin().get("/leads/" + lead).json());
    }

    private static int points(JsonObject lead) {
        return lead.getJsonNumber("score").intValue();
    }

    private static void assertSumOfLedger(long lead) {
        JsonObject told = Crm.admin().get("/leads/" + lead + "/score").json();
        assertThat(told.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .mapToInt(line -> line.getInt("points"))
                        .sum())
                .isEqualTo(told.getInt("total"))
                .isEqualTo(score(lead));
    }
}
