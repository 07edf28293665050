package org.quanhe.crm.activities.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.quanhe.crm.activities.FreeDays;
import org.quanhe.crm.shell.ui.Viewer;

/** What can be chosen where something is planned. */
@Named
@RequestScoped
public class PlanChoices {
    /** Kinds that are planned. */
    static final List<String> KINDS = List.of("call", "visit", "meeting", "gift", "task", "promise");

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final List<Integer> MINUTES = List.of(0, 5, 15, 30, HOUR, 2 * HOUR, DAY);

    @Inject
    private Viewer viewer;

    /** A code and what it says. */
    public record Choice(String code, String label, boolean chosen) {}

    public List<Choice> getKinds() {
        return KINDS.stream()
                .map(kind -> new Choice(kind, viewer.text("ui.kind." + kind), kind.equals("call")))
                .toList();
    }

    /** How long before. */
    public List<Choice> getReminders() {
        Stream<Choice> none = Stream.of(new Choice("-", viewer.text("activities.page.remind.none"), true));
        return Stream.concat(
                        none, MINUTES.stream().map(minutes -> new Choice(minutes.toString(), before(minutes), false)))
                .toList();
    }

    private String before(int minutes) {
        if (minutes == 0) {
            return viewer.text("activities.page.remind.0");
        }
        return minutes == DAY
                ? viewer.text("activities.page.remind.day")
                : minutes < HOUR
                        ? viewer.text("activities.page.remind.minutes", minutes)
                        : viewer.text("activities.page.remind.hours", minutes / HOUR);
    }

    public List<Choice> getRepeats() {
        return Stream.of("none", "DAILY", "WEEKLY", "MONTHLY", "NTH", "YEARLY")
                .map(code -> new Choice(code, viewer.text("activities.page.repeat." + code), code.equals("none")))
                .toList();
    }

    public List<Choice> getFreeDays() {
        return Stream.of(FreeDays.MOVE, FreeDays.SKIP, FreeDays.KEEP)
                .map(days -> new Choice(
                        days.code(), viewer.text("activities.page.freeDays." + days.code()), days == FreeDays.MOVE))
                .toList();
    }

    public List<Choice> getSnoozes() {
        return Stream.of("10", "60", "1440")
                .map(minutes -> new Choice(minutes, viewer.text("activities.page.snooze." + minutes), false))
                .toList();
    }
}
