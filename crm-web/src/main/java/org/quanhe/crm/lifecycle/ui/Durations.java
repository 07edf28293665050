package org.quanhe.crm.lifecycle.ui;

import java.time.Duration;
import org.quanhe.crm.shell.ui.Viewer;

/** How long something took by the clock, in words. */
final class Durations {
    private static final int MOST_HOURS = 48;

    private Durations() {}

    /** Minutes below two hours, hours below two days, then days. */
    static String told(Viewer viewer, Duration time) {
        if (time.toHours() < 2) {
            return viewer.text("ui.life.minutes", Math.max(0, time.toMinutes()));
        }
        return time.toHours() < MOST_HOURS
                ? viewer.text("ui.life.hours", time.toHours())
                : viewer.text("ui.life.days", time.toDays());
    }
}
