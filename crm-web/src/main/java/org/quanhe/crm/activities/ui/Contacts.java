package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.records.RecordView;
import org.quanhe.crm.shell.ui.Viewer;

/** Tells next steps and contact rhythms to the viewer. */
@RequestScoped
public class Contacts {
    /** Names of the fields of activities that pages know. */
    public static final String TYPE = "activities";

    public static final String KIND = "kind";
    public static final String SUBJECT = "subject";
    public static final String BODY = "body";
    public static final String CUSTOMER = "customer";
    public static final String STARTS_AT = "startsAt";
    public static final String MINUTES = "minutes";
    public static final String OUTCOME = "outcome";
    public static final String CHANNEL = "channel";
    public static final String DONE = "done";

    /** The field by which an activity points to a record of a type that is contacted. */
    private static final Map<String, String> FIELDS =
            Map.of("customers", CUSTOMER, "leads", "lead", "opportunities", "opportunity");

    private static final Map<String, String> ICONS = Map.of(
            "call", "pi-phone",
            "message", "pi-comment",
            "meeting", "pi-calendar",
            "visit", "pi-map-marker",
            "gift", "pi-gift",
            "promise", "pi-flag",
            "task", "pi-check-square",
            "note", "pi-pencil");

    @Inject
    private Viewer viewer;

    /** The field by which activities point to records of that type; empty where nobody is contacted. */
    public static Optional<String> field(String type) {
        return Optional.ofNullable(FIELDS.get(type));
    }

    public NextStep nextStep(RecordView activity) {
        String kind = String.valueOf(activity.values().getOrDefault(KIND, "task"));
        Object at = activity.value(STARTS_AT);
        if (at instanceof Instant moment) {
            return new NextStep(
                    activity.ref().id(),
                    when(moment),
                    tone(moment),
                    activity.title(),
                    kind,
                    icon(kind),
                    viewer.told().full(moment));
        }
        return new NextStep(activity.ref().id(), "", "", activity.title(), kind, icon(kind), "");
    }

    /** Weeks as a strip, and in words. */
    public Rhythm rhythm(List<Integer> weeks) {
        Rhythm bare = new Rhythm(weeks, "");
        int last = weeks.size() - 1 - lastContact(weeks);
        String words = bare.total() == 0
                ? viewer.text("ui.rhythm.none", weeks.size())
                : viewer.text("ui.rhythm.words", bare.total(), weeks.size(), last);
        return new Rhythm(weeks, words);
    }

    public static String icon(String kind) {
        return ICONS.getOrDefault(kind, "pi-circle");
    }

    private static int lastContact(List<Integer> weeks) {
        for (int week = weeks.size() - 1; week >= 0; week--) {
            if (weeks.get(week) > 0) {
                return week;
            }
        }
        return 0;
    }

    private String when(Instant at) {
        LocalDate day = viewer.told().day(at);
        long late = ChronoUnit.DAYS.between(day, viewer.today());
        if (late > 0) {
            return viewer.text("ui.next.late", late);
        }
        if (late == 0) {
            return viewer.text("ui.today");
        }
        return late == -1 ? viewer.text("ui.tomorrow") : viewer.told().shortDate(day, viewer.today());
    }

    private String tone(Instant at) {
        long late = ChronoUnit.DAYS.between(viewer.told().day(at), viewer.today());
        return late > 0 ? "late" : late == 0 ? "today" : "";
    }
}
