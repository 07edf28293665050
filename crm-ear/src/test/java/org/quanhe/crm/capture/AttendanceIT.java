package org.quanhe.crm.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanhe.crm.harness.Answer;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** Badge lists of fairs and attendance of webinars come in as files; nobody is there twice. */
class AttendanceIT {
    private final Crm admin = Crm.admin();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final String digits = String.format("%07d", System.nanoTime() % 10_000_000);

    private void bring(Crm who, String table, String mapping, int rows) {
        Answer started = who.upload(
                "/imports",
                "badges.tsv",
                table.getBytes(StandardCharsets.UTF_8),
                Map.of("type", "attendances", "mapping", mapping));
        assertThat(started.status()).as("%s", started).isEqualTo(202);
        Answer done = who.await(
                started.header("Location"), a -> !a.json().getString("state").equals("running"));
        assertThat(done.json().getString("state")).isEqualTo("done");
        assertThat(done.json().getInt("written")).as("%s", done).isEqualTo(rows);
    }

    private List<JsonObject> leads() {
        return admin.get("/leads?sort=name&limit=50&filter=" + Crm.encode("name.contains('" + mark + "')"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private List<JsonObject> attendances(long lead) {
        return admin.get("/attendances?filter=" + Crm.encode("lead == " + lead))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    @Test
    @Tag("R146")
    void aBadgeListMakesLeadsWithTheFairAsSourceAndNobodyTwice() {
        Colleague marketing = Colleague.with(List.of("marketing"), List.of());
        Answer known = admin.post(
                "/leads", "{\"name\":\"Cô Ba " + mark + "\",\"phone\":\"+84 91" + digits + "\",\"source\":\"web\"}");
        long lead = known.json().getJsonNumber("id").longValue();
        Answer customer = admin.post(
                "/customers",
                "{\"kind\":\"person\",\"name\":\"张伟 " + mark + "\",\"email\":\"zw" + mark + "@example.cn\"}");
        bring(
                marketing.crm(),
                "Họ tên\tĐiện thoại\tMail\n"
                        + "Nguyễn Thị Ba " + mark + "\t091" + digits + "\t\n"
                        + "Wei Zhang " + mark + "\t\tZW" + mark + "@example.cn\n"
                        + "Lê Mới " + mark + "\t093" + digits + "\tle" + mark + "@example.vn\n"
                        + "Le Moi " + mark + "\t+84 93" + digits + "\t\n",
                "{\"Họ tên\":\"name\",\"Điện thoại\":\"phone\",\"Mail\":\"email\"," + "\"=event\":\"VIETBUILD " + mark
                        + "\",\"=gathering\":\"fair\",\"=attended\":\"yes\"}",
                4);
        assertThat(leads())
                .extracting(one -> one.getString("name"))
                .as("two were known, and two rows are one person")
                .containsExactlyInAnyOrder("Cô Ba " + mark, "Lê Mới " + mark);
        JsonObject made = leads().stream()
                .filter(one -> one.getString("name").startsWith("Lê"))
                .findFirst()
                .orElseThrow();
        assertThat(made.getString("source")).isEqualTo("VIETBUILD " + mark);
        assertThat(made.getString("medium")).isEqualTo("fair");
        assertThat(made.getString("firstChannel")).isEqualTo("fair");
        assertThat(made.getJsonObject("owner").getInt("id")).isEqualTo((int) marketing.id());
        assertThat(attendances(made.getInt("id"))).hasSize(2);
        assertThat(attendances(lead)).hasSize(1);
        assertThat(admin.get("/leads/" + lead).json().getString("source"))
                .as("what was known stays")
                .isEqualTo("web");
        assertThat(admin.get("/attendances?filter="
                                + Crm.encode("customer == " + customer.json().getInt("id")))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(admin.get("/search?q=" + Crm.encode("le moi " + mark)).text())
                .contains("Lê Mới " + mark);
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT", "zh-CN, DARK"})
    @Tag("R146")
    @Tag("browser")
    void eachAttendanceNamesItsEventAlsoOnAPhone(String language, ColorScheme scheme) {
        String fair = "VIETBUILD " + mark;
        bring(
                admin,
                "Họ tên\tCông ty\tĐiện thoại\nTrần Văn Sự " + mark + "\tCông ty Lạnh " + mark + "\t092" + digits + "\n",
                "{\"Họ tên\":\"name\",\"Công ty\":\"company\",\"Điện thoại\":\"phone\",\"=event\":\"" + fair
                        + "\",\"=gathering\":\"fair\",\"=attended\":\"yes\"}",
                1);
        int lead = leads().get(0).getInt("id");
        for (int width : List.of(1440, 360)) {
            try (Browser browser = Browser.open(language, width, 900)) {
                Page page = browser.signIn("admin", CrmProcess.ADMIN_PASSWORD);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                browser.go("list.xhtml?type=attendances&filter=" + Crm.encode("lead == " + lead));
                page.locator("#rows tbody tr").first().waitFor();
                browser.screenshot("attendances-" + language + "-" + width);
                assertThat(page.locator("#rows tbody tr").first().innerText()).contains("Trần Văn Sự", fair);
            }
        }
    }

    @Test
    @Tag("R147")
    void attendanceOfAWebinarStandsOnEachPersonAndCountsInTheScore() {
        String day = java.time.LocalDate.now().minusDays(2).toString();
        bring(
                admin,
                "name\temail\tregistered\tattended\tminutes\n"
                        + "Phạm Đến " + mark + "\tden" + mark + "@example.vn\tyes\tyes\t47\n"
                        + "Phạm Vắng " + mark + "\tvang" + mark + "@example.vn\tyes\tno\t\n",
                "{\"name\":\"name\",\"email\":\"email\",\"registered\":\"registered\",\"attended\":\"attended\","
                        + "\"minutes\":\"minutes\",\"=event\":\"Webinar " + mark
                        + "\",\"=gathering\":\"webinar\",\"=day\":\"" + day + "\"}",
                2);
        JsonObject came = leads().get(0);
        JsonObject stayed = leads().get(1);
        JsonObject attendance = attendances(came.getInt("id")).get(0);
        assertThat(attendance.getInt("minutes")).isEqualTo(47);
        assertThat(attendance.getBoolean("registered")).isTrue();
        assertThat(attendance.getString("day")).isEqualTo(day);
        assertThat(attendances(stayed.getInt("id")).get(0).getBoolean("attended"))
                .isFalse();
        String ledger = admin.get("/leads/" + came.getInt("id") + "/score").text();
        assertThat(ledger).contains("Webinar " + mark);
        assertThat(admin.get("/leads/" + stayed.getInt("id") + "/score").text()).doesNotContain("Webinar " + mark);
        assertThat(came.getInt("score")).isGreaterThan(stayed.getInt("score"));
    }

    @Test
    @Tag("R146")
    void whatAFileSaysWrongIsRefusedRowByRow() {
        Answer trial = admin.upload(
                "/imports",
                "wrong.tsv",
                ("name\tminutes\nA " + mark + "\t-3\n\t5\nB " + mark + "\t5\n").getBytes(StandardCharsets.UTF_8),
                Map.of(
                        "type",
                        "attendances",
                        "dryRun",
                        "true",
                        "mapping",
                        "{\"name\":\"name\",\"minutes\":\"minutes\",\"=event\":\"X\"}"));
        assertThat(trial.json().getInt("good")).as("%s", trial).isEqualTo(1);
        assertThat(leads()).as("a trial makes nobody").isEmpty();
        Answer unknown = admin.upload(
                "/imports",
                "wrong.tsv",
                "name\nA".getBytes(StandardCharsets.UTF_8),
                Map.of("type", "attendances", "mapping", "{\"name\":\"name\",\"=nothing\":\"X\"}"));
        assertThat(unknown.status()).isEqualTo(400);
    }
}
