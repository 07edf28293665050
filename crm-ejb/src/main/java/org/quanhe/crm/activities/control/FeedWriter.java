package org.quanhe.crm.activities.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.activities.entity.Activity;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.records.spi.Access;

/** Writes the caller's own activities as iCalendar, as far as the caller may read them now. */
@ApplicationScoped
public class FeedWriter {
    private static final int MOST = 2_000;
    private static final int NO_LENGTH_MINUTES = 15;
    private static final List<String> ALL_DAY = List.of(Activity.TASK, Activity.PROMISE);

    @Inject
    private SeenActivities activities;

    @Inject
    private Access access;

    /** What begins in that stretch. */
    public String calendar(Instant from, Instant to) {
        IcalText text = new IcalText()
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Quanhe//CRM//EN")
                .line("CALSCALE", "GREGORIAN")
                .words("X-WR-CALNAME", "Quanhe: " + access.caller().displayName());
        if (activities.tell("startsAt", "owner", "subject")) {
            List<Activity> found = activities.find(
                    "select r from Activity r where %s and r.startsAt >= :from and r.startsAt < :to"
                            + " and r.ownerId = :owner order by r.startsAt, r.id",
                    Map.of("from", from, "to", to, "owner", access.caller().id()), Activity.class, MOST);
            List<RecordView> shown = activities.shown(found);
            for (int i = 0; i < found.size(); i++) {
                event(text, found.get(i), shown.get(i));
            }
        }
        return text.line("END", "VCALENDAR").toString();
    }

    private void event(IcalText text, Activity activity, RecordView seen) {
        Instant starts = Objects.requireNonNull(activity.getStartsAt());
        text.line("BEGIN", "VEVENT")
                .line("UID", "activity-" + activity.getId() + "@quanhe.org")
                .moment("DTSTAMP", activity.getUpdatedAt())
                .line("SEQUENCE", Long.toString(activity.getVersion()));
        BigDecimal minutes = seen.value("minutes") instanceof BigDecimal number ? number : null;
        if (minutes == null && ALL_DAY.contains(activity.getKind())) {
            LocalDate day =
                    LocalDate.ofInstant(starts, ZoneId.of(access.caller().timeZone()));
            text.day("DTSTART", day).day("DTEND", day.plusDays(1)).line("TRANSP", "TRANSPARENT");
        } else {
            long length = minutes == null ? NO_LENGTH_MINUTES : Math.max(1, minutes.longValue());
            text.moment("DTSTART", starts).moment("DTEND", starts.plusSeconds(60 * length));
        }
        String about = seen.value("customer") instanceof RecordRef customer
                ? seen.referenceTitles().getOrDefault(customer.key(), "")
                : "";
        text.words("SUMMARY", about.isEmpty() ? seen.title() : seen.title() + " · " + about);
        if (seen.value("body") instanceof String body && !body.isBlank()) {
            text.words("DESCRIPTION", body);
        }
        text.line("END", "VEVENT");
    }
}
