package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.WorkingHours;

/** The calendar in the browser: by mouse, by keyboard, on a phone. */
@Tag("browser")
class CalendarPageIT {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A week on which nothing else stands. */
    private static final LocalDate MONDAY =
            LocalDate.now(HANOI).plusWeeks(9).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

    private final Colleague seller = Colleague.with(List.of("sales"), List.of());
    private final Agenda agenda = new Agenda(seller.crm());
    private final String week = "calendar.xhtml?view=week&day=" + MONDAY;

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(HANOI).toInstant();
    }

    private static Locator day(Page page, LocalDate day) {
        return page.locator(".qh-cal-day[data-day='" + day + "']");
    }

    private static Locator appointment(Page page, long id) {
        return page.locator(".qh-cal-day [data-appt='" + id + "']");
    }

    private void assertStands(long id, LocalDate day, int hour, int minute) {
        assertThat(agenda.activity(id).getString("startsAt"))
                .isEqualTo(at(day, hour, minute).toString());
    }

    private static void drag(Page page, BoundingBox from, double fromY, double x, double y) {
        page.mouse().move(from.x + from.width / 2, fromY);
        page.mouse().down();
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
    }

    @Test
    @Tag("R012")
    void anEmptyPlaceIsClickedAndWhatIsPlannedThereIsMovedByMouseAndByKeyboard() {
        long customer = agenda.customer("Cửa hàng Ánh Nguyệt");
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go(week);
            // 09:00 on Tuesday: the picture begins at seven, and an hour is 48 high
            day(page, MONDAY.plusDays(1)).click(new Locator.ClickOptions().setPosition(40, 2 * 48 + 10));
            page.locator("#plan[open]").waitFor();
            assertThat(page.locator("#plan-date").inputValue())
                    .isEqualTo(MONDAY.plusDays(1).toString());
            assertThat(page.locator("#plan-time").inputValue()).isEqualTo("09:00");
            page.locator("#plan label:has([value=visit])").click();
            page.locator("#plan-subject").fill("Đến thăm xưởng");
            page.locator("#plan-customer").pressSequentially("Cửa hàng");
            page.locator("#plan-names option[value='Cửa hàng Ánh Nguyệt']")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.locator("#plan-customer").fill("Cửa hàng Ánh Nguyệt");
            page.locator("#plan-minutes").fill("60");
            page.locator("#plan .is-primary").click();
            page.locator("[data-toast]").first().waitFor();
            assertThat(page.locator("[data-toast]").first().innerText()).contains("Đã lên lịch: Đến thăm xưởng");
            JsonObject made = agenda.between(at(MONDAY, 0, 0), at(MONDAY.plusDays(7), 0, 0), "")
                    .get(0)
                    .getJsonObject("activity");
            long id = made.getJsonNumber("id").longValue();
            assertThat(made.getString("kind")).isEqualTo("visit");
            assertThat(made.getJsonObject("customer").getJsonNumber("id").longValue())
                    .isEqualTo(customer);
            assertStands(id, MONDAY.plusDays(1), 9, 0);
            browser.screenshot("calendar-week-vi");

            // by mouse: to Thursday, two hours later
            BoundingBox box = appointment(page, id).boundingBox();
            BoundingBox thursday = day(page, MONDAY.plusDays(3)).boundingBox();
            page.waitForResponse(
                    "**/ui/plan", () -> drag(page, box, box.y + 10, thursday.x + thursday.width / 2, box.y + 10 + 96));
            day(page, MONDAY.plusDays(3)).locator("[data-appt='" + id + "']").waitFor();
            assertStands(id, MONDAY.plusDays(3), 11, 0);
            assertThat(page.url()).contains("calendar.xhtml");

            // and longer, by its lower edge
            BoundingBox now = appointment(page, id).boundingBox();
            page.waitForResponse(
                    "**/ui/plan",
                    () -> drag(page, now, now.y + now.height - 3, now.x + now.width / 2, now.y + now.height - 3 + 24));
            page.locator(".qh-cal-day [data-appt='" + id + "'][data-minutes='90']")
                    .waitFor();
            assertThat(agenda.activity(id).getInt("minutes")).isEqualTo(90);
            assertStands(id, MONDAY.plusDays(3), 11, 0);

            // by keyboard
            appointment(page, id).focus();
            page.keyboard().press("m");
            page.locator("#move[open]").waitFor();
            page.locator("#move-date").fill(MONDAY.plusDays(4).toString());
            page.locator("#move-time").fill("14:30");
            page.locator("#move-time").press("Enter");
            page.waitForFunction(
                    "day => document.querySelector(`.qh-cal-day[data-day='${day}'] [data-appt]`)",
                    MONDAY.plusDays(4).toString());
            assertStands(id, MONDAY.plusDays(4), 14, 30);
            assertThat(agenda.activity(id).getInt("minutes")).isEqualTo(90);

            // somebody is faster: the page is told, and nothing is lost
            agenda.change(id, "{'startsAt':'" + at(MONDAY, 8, 0) + "'}");
            appointment(page, id).focus();
            page.keyboard().press("m");
            page.locator("#move-time").fill("16:00");
            page.locator("#move-time").press("Enter");
            page.waitForFunction("() => document.querySelector('[data-toast]')?.innerText.includes('Người khác')");
            assertStands(id, MONDAY, 8, 0);

            browser.go("calendar.xhtml?view=month&day=" + MONDAY);
            page.locator(".qh-month [data-appt='" + id + "']").waitFor();
            browser.screenshot("calendar-month-vi");
            browser.go("calendar.xhtml?view=day&day=" + MONDAY);
            appointment(page, id).waitFor();
        }
    }

    @Test
    void aHolidayIsShadedAndToldAndTheNextWorkingMomentIsOffered() {
        try (WorkingHours hours = WorkingHours.kept(Crm.admin());
                Browser browser = Browser.open("vi")) {
            assertThat(hours.set(WorkingHours.daily(
                                    "\"08:00-17:00\"",
                                    "{\"date\":\"" + MONDAY.plusDays(2) + "\",\"name\":\"Tết Nguyên Đán\"}"))
                            .status())
                    .isEqualTo(200);
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go(week);
            assertThat(page.locator(".qh-cal-head a.is-holiday").innerText()).contains("Tết Nguyên Đán");
            day(page, MONDAY.plusDays(2)).click(new Locator.ClickOptions().setPosition(40, 3 * 48 + 10));
            page.locator("#plan [data-freenote]:not([hidden])").waitFor();
            assertThat(page.locator("#plan [data-why]").innerText()).contains("Tết Nguyên Đán");
            page.locator("#plan [data-propose]").click();
            assertThat(page.locator("#plan-date").inputValue())
                    .isEqualTo(MONDAY.plusDays(3).toString());
            assertThat(page.locator("#plan-time").inputValue()).isEqualTo("08:00");
            page.locator("#plan-subject").fill("Chúc Tết");
            page.locator("#plan .is-primary").click();
            page.locator("[data-toast]").first().waitFor();
            assertThat(agenda.between(at(MONDAY.plusDays(3), 8, 0), at(MONDAY.plusDays(3), 8, 1), ""))
                    .hasSize(1);
            // a warning, no wall
            day(page, MONDAY.plusDays(2)).click(new Locator.ClickOptions().setPosition(40, 4 * 48 + 10));
            page.locator("#plan-subject").fill("Trực Tết");
            page.locator("#plan .is-primary").click();
            page.waitForFunction("() => [...document.querySelectorAll('[data-toast]')]"
                    + ".some(t => t.innerText.includes('Tết Nguyên Đán'))");
            assertThat(agenda.between(at(MONDAY.plusDays(2), 11, 0), at(MONDAY.plusDays(2), 11, 1), ""))
                    .hasSize(1);
        }
    }

    @Test
    @Tag("R191")
    void whatRepeatsIsPlannedInTheSameDialogAndMovedWithThoseThatFollow() {
        try (Browser browser = Browser.open("zh-CN")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go(week);
            day(page, MONDAY).click(new Locator.ClickOptions().setPosition(40, 2 * 48 + 10));
            page.locator("#plan-subject").fill("问候老客户");
            page.locator("#plan-repeat").selectOption("WEEKLY");
            page.locator("#plan-until").fill(MONDAY.plusWeeks(6).toString());
            page.locator("#plan-free").selectOption("keep");
            page.locator("#plan .is-primary").click();
            page.locator("[data-toast]").first().waitFor();
            long id = agenda.between(at(MONDAY, 9, 0), at(MONDAY, 9, 1), "")
                    .get(0)
                    .getJsonObject("activity")
                    .getJsonNumber("id")
                    .longValue();
            assertThat(rule(id)).startsWith("FREQ=WEEKLY;UNTIL=");
            appointment(page, id).focus();
            page.keyboard().press("m");
            page.locator("#move label:has([value=following])").click();
            page.locator("#move-time").fill("10:15");
            page.locator("#move .is-primary").click();
            page.locator(".qh-cal-day [data-appt='" + id + "'][data-clock='10:15']")
                    .waitFor();
            assertStands(id, MONDAY, 10, 15);
            agenda.change(id, "{'done':true,'outcome':'reached'}");
            seller.crm()
                    .await(
                            "/activities/" + id + "/recurrence",
                            answer -> answer.json().getJsonArray("made").size() == 2);
            assertThat(agenda.between(at(MONDAY.plusDays(7), 10, 15), at(MONDAY.plusDays(7), 10, 16), ""))
                    .hasSize(1);
            browser.go("record.xhtml?type=activities&id=" + id);
            assertThat(page.locator("#series").innerText()).contains("每周", "已联系上");
            page.locator("#series button").click();
            page.locator("#series").waitFor();
            assertThat(seller.crm()
                            .get("/activities/" + id + "/recurrence")
                            .json()
                            .getBoolean("ended"))
                    .isTrue();
        }
    }

    private String rule(long id) {
        return seller.crm().get("/activities/" + id + "/recurrence").json().getString("rule");
    }

    @Test
    void onAPhoneTheCalendarIsAListAndTheDayStandsOnTheHomePage() {
        LocalDate today = LocalDate.now(HANOI);
        agenda.plan("call", "Gọi cho Nguyễn Thị Ánh Nguyệt " + "x".repeat(60), at(today, 23, 15), ",'minutes':30");
        agenda.plan("promise", "Gửi catalogue", at(today.minusDays(2), 9, 0), "");
        try (Browser browser = Browser.open("vi", 360, 800)) {
            Page page = browser.signIn(seller.username(), seller.password());
            assertThat(page.locator("#agenda").innerText()).contains("Lịch hôm nay", "23:15–23:45", "Gửi catalogue");
            for (String view : List.of("week", "month", "day", "overdue")) {
                browser.go("calendar.xhtml?view=" + view);
                page.locator("#calendar").waitFor();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(view)
                        .isEqualTo(true);
            }
            assertThat(page.locator("#overdue").innerText()).contains("Gửi catalogue");
            browser.go("calendar.xhtml?view=day");
            assertThat(page.locator(".qh-callist").innerText()).contains("23:15–23:45");
            assertThat(page.locator(".qh-cal").isVisible()).isFalse();
            browser.screenshot("calendar-360");
            page.locator(".qh-callist [data-moveappt]").click();
            page.locator("#move-time").fill("22:00");
            page.locator("#move .is-primary").click();
            page.locator("[data-toast]").first().waitFor();
            assertThat(page.locator(".qh-callist").innerText()).contains("22:00–22:30");
        }
    }

    @Test
    void theAddressForOtherProgramsIsShownOnceAndWithdrawn() {
        try (Browser browser = Browser.open("en")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("calendarfeed.xhtml");
            page.locator("[id='feed:renew']").click();
            page.locator("#address").waitFor();
            String address = page.locator("#address").inputValue();
            assertThat(Crm.anonymous().get(address).text()).startsWith("BEGIN:VCALENDAR");
            browser.go("calendarfeed.xhtml");
            assertThat(page.locator("#address").count()).isZero();
            page.locator("[id='feed:withdraw']").click();
            page.locator("[data-toast]").waitFor();
            assertThat(Crm.anonymous().get(address).status()).isEqualTo(404);
        }
    }

    @Test
    void whatIsOverdueGoesOnAndTheNumberBesideItIsThatOfAll() {
        int many = 53;
        for (int i = 0; i < many; i++) {
            agenda.plan("call", "Gọi " + i, Instant.now().minusSeconds(3_600 + i), "");
        }
        try (Browser browser = Browser.open("vi")) {
            Page page = browser.signIn(seller.username(), seller.password());
            browser.go("calendar.xhtml");
            assertThat(page.locator(".qh-seg .qh-badge").innerText()).isEqualTo("53");
            browser.go("calendar.xhtml?view=overdue");
            int first = page.locator("#overdue li").count();
            assertThat(page.locator(".qh-seg .qh-badge").innerText()).isEqualTo("53");
            page.locator(".qh-pager a[rel=next]").click();
            page.waitForURL("**/calendar.xhtml?**cursor=**");
            assertThat(page.locator("#overdue li").count()).isEqualTo(many - first);
            assertThat(page.locator(".qh-seg .qh-badge").innerText()).isEqualTo("53");
            browser.screenshot("calendar-overdue-rest-vi");
        }
    }
}
