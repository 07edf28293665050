package org.quanhe.crm.leads.ui;

import org.quanhe.crm.shell.ui.Viewer;

/** Working minutes in words. */
final class Clock {
    private static final long HOUR = 60;

    private Clock() {}

    static String of(Viewer viewer, long minutes) {
        if (minutes < HOUR) {
            return viewer.text("ui.handover.minutes", minutes);
        }
        return minutes % HOUR == 0
                ? viewer.text("ui.handover.wholeHours", minutes / HOUR)
                : viewer.text("ui.handover.hours", minutes / HOUR, minutes % HOUR);
    }
}
