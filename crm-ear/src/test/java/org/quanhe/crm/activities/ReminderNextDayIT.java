package org.quanhe.crm.activities;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.quanhe.crm.harness.Browser;
import org.quanhe.crm.harness.Colleague;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.Patience;
import org.quanhe.crm.harness.Postbox;
import org.quanhe.crm.harness.TimedCrm;

/** Two colleagues on two sides of the date line are reminded, each by the own clock and on the own day. */
@Tag("crash")
@Tag("R182")
class ReminderNextDayIT {
    private static final ZoneId SAIGON = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Duration BEFORE = Duration.ofMinutes(60);

    @RegisterExtension
    static final TimedCrm TIME = new TimedCrm();

    private final String mark = Agenda.mark();
    private final Somebody an = new Somebody("vi", SAIGON, "dd/MM/yyyy HH:mm", "an" + mark + "@example.vn");
    private final Somebody bob = new Somebody("en", LOS_ANGELES, "d MMM yyyy HH:mm", "bob" + mark + "@example.com");

    /** A colleague with a language, a time zone and the way in which people there write a moment. */
    private final class Somebody {
        private final Colleague colleague = Colleague.with(List.of("manager"), List.of());
        private final String language;
        private final ZoneId zone;
        private final String pattern;
        private final String address;

        Somebody(String language, ZoneId zone, String pattern, String address) {
            this.language = language;
            this.zone = zone;
            this.pattern = pattern;
            this.address = address;
            Crm.admin()
                    .patch(
                            "/users/" + colleague.id(),
                            "{\"language\":\"" + language + "\",\"timeZone\":\"" + zone + "\",\"email\":\"" + address
                                    + "\"}");
        }

        /** Signed in anew: much time may have gone by. */
        Agenda agenda() {
            return new Agenda(Crm.anonymous().signIn(colleague.username(), colleague.password()));
        }

        String written(Instant at) {
            return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language))
                    .format(at.atZone(zone));
        }

        Instant at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(zone).toInstant();
        }

        List<String> reminders() {
            return reminders(agenda());
        }

        private static List<String> reminders(Agenda agenda) {
            return agenda.notices().stream()
                    .filter(notice -> notice.getString("kind").equals("reminder"))
                    .map(notice -> notice.getString("text"))
                    .toList();
        }

        void awaitReminder(String subject) {
            Agenda agenda = agenda();
            Patience.until("a reminder of " + subject, () -> reminders(agenda).stream()
                    .anyMatch(text -> text.contains(subject)));
        }

        void chooses(String channel) {
            assertThat(agenda().crm()
                            .send("PUT", "/notices/choices", "application/json", "{\"reminder\":\"" + channel + "\"}")
                            .status())
                    .isEqualTo(200);
        }

        Page signIn(Browser browser) {
            return browser.signIn(colleague.username(), colleague.password());
        }
    }

    /** The next day in Saigon, when it is the afternoon of this day there and the night before it in Los Angeles. */
    private static LocalDate afternoonBefore() {
        LocalDate today = TIME.now().atZone(SAIGON).toLocalDate().plusDays(1);
        TIME.until(today.atTime(16, 0).atZone(SAIGON).toInstant());
        return today.plusDays(1);
    }

    @Test
    void oneMomentIsTodayForOneAndTomorrowForTheOther() throws Exception {
        LocalDate tomorrow = afternoonBefore();
        Instant starts = an.at(tomorrow, LocalTime.of(6, 0));
        assertThat(LocalDate.ofInstant(starts, LOS_ANGELES))
                .as("the same moment is another day there")
                .isEqualTo(tomorrow.minusDays(1))
                .isEqualTo(LocalDate.ofInstant(TIME.now(), LOS_ANGELES));
        an.chooses("both");
        long ofAn = planned(an, "Gọi " + mark, starts);
        long ofBob = planned(bob, "Call " + mark, starts);
        assertNextStep(an, ofAn, "Ngày mai", "06:00");
        assertNextStep(
                bob, ofBob, "Today", LocalTime.ofInstant(starts, LOS_ANGELES).toString());

        // who is reminded a minute earlier shows that whoever was due by then has been reminded
        Instant due = starts.minus(BEFORE);
        Somebody early = new Somebody("vi", SAIGON, "dd/MM/yyyy HH:mm", "som" + mark + "@example.vn");
        early.agenda().plan("task", "Sớm " + mark, starts, ",'remindAt':'" + due.minusSeconds(60) + "'");
        TIME.until(due.minusSeconds(50));
        early.awaitReminder("Sớm " + mark);
        assertThat(an.reminders()).isEmpty();
        assertThat(bob.reminders()).isEmpty();

        TIME.until(due);
        an.awaitReminder("Gọi " + mark);
        bob.awaitReminder("Call " + mark);
        assertThat(an.reminders())
                .singleElement()
                .asString()
                .contains(an.written(starts))
                .isEqualTo(Postbox.get().mailTo(an.address).getSubject());
        assertThat(bob.reminders()).singleElement().asString().contains(bob.written(starts));
        assertThat(Postbox.get().mailsTo(bob.address)).isEmpty();
        assertThat(Postbox.get().mailsTo(an.address)).hasSize(1);
    }

    @Test
    void theMorningOfADayComesToEachByTheOwnClock() throws Exception {
        LocalDate day = afternoonBefore();
        an.chooses("mail");
        bob.chooses("both");
        Instant ofAn = inTheMorning(an, "Thăm " + mark, day);
        Instant ofBob = inTheMorning(bob, "Visit " + mark, day);
        Somebody between = new Somebody("vi", SAIGON, "dd/MM/yyyy HH:mm", "giua" + mark + "@example.vn");
        between.agenda().plan("task", "Giữa " + mark, ofBob, ",'remindAt':'" + ofBob.minusSeconds(60) + "'");

        TIME.until(ofAn);
        assertThat(Postbox.get().mailTo(an.address).getSubject())
                .contains("Thăm " + mark, an.written(an.at(day, LocalTime.of(9, 30))));
        TIME.until(ofBob.minusSeconds(50));
        between.awaitReminder("Giữa " + mark);
        assertThat(bob.reminders()).isEmpty();

        TIME.until(ofBob);
        bob.awaitReminder("Visit " + mark);
        assertThat(Postbox.get().mailTo(bob.address).getSubject())
                .contains("Visit " + mark, bob.written(bob.at(day, LocalTime.of(9, 30))));
        assertThat(Postbox.get().mailsTo(an.address)).hasSize(1);
    }

    private long planned(Somebody who, String subject, Instant starts) {
        Agenda agenda = who.agenda();
        long customer = agenda.customer(subject);
        agenda.plan("call", subject, starts, ",'remindBefore':" + BEFORE.toMinutes() + ",'customer':" + customer);
        return customer;
    }

    /** The page of the customer says when, in the days and hours of who looks at it. */
    private static void assertNextStep(Somebody who, long customer, String day, String time) {
        try (Browser browser = Browser.open(who.language)) {
            Page page = who.signIn(browser);
            browser.go("record.xhtml?type=customers&id=" + customer);
            assertThat(page.locator("time")
                            .filter(new Locator.FilterOptions().setHasText(time))
                            .first()
                            .innerText())
                    .isEqualTo(day + " " + time);
            browser.screenshot("reminder-" + who.language);
        }
    }

    /** Somebody types that it is half past nine there, and wants to be reminded at eight; returns when eight is. */
    private static Instant inTheMorning(Somebody who, String subject, LocalDate day) {
        long visit = who.agenda().plan("visit", subject, who.at(day, LocalTime.NOON), "");
        try (Browser browser = Browser.open(who.language)) {
            Page page = who.signIn(browser);
            browser.go("edit.xhtml?type=activities&id=" + visit);
            page.locator("[data-field=startsAt] input").fill(typed(day.atTime(9, 30)));
            page.locator("[data-field=remindAt] input").fill(typed(day.atTime(MORNING)));
            page.locator("[id=save]").click();
            page.waitForURL("**/record.xhtml**");
        }
        JsonObject kept = who.agenda().activity(visit);
        Instant morning = who.at(day, MORNING);
        assertThat(Instant.parse(kept.getString("remindAt"))).isEqualTo(morning);
        return morning;
    }

    private static String typed(LocalDateTime time) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(time);
    }
}
