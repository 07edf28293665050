package org.quanhe.crm.processes.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.quanhe.crm.shell.ui.Viewer;

/** How long something took, in words. */
final class Durations {
    private static final int HOUR = 60;

    private Durations() {}

    /**
     * Working minutes: minutes below two hours, hours below two working days, then days.
     *
     * @param day minutes of a working day
     */
    static String working(Viewer viewer, long minutes, long day) {
        if (minutes < 2 * HOUR) {
            return viewer.text("ui.mysteps.minutes", minutes);
        }
        boolean hours = minutes < 2 * day;
        BigDecimal rounded = BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(hours ? HOUR : day), 1, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String told = viewer.told().number(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        return viewer.text(hours ? "ui.mysteps.hours" : "ui.times.days", told);
    }

    /** Time by the clock since that moment. */
    static String since(Viewer viewer, Instant at) {
        Duration age = Duration.between(at, viewer.now());
        if (age.toHours() < 2) {
            return viewer.text("ui.mysteps.minutes", Math.max(0, age.toMinutes()));
        }
        return age.toDays() < 2
                ? viewer.text("ui.mysteps.hours", age.toHours())
                : viewer.text("ui.mysteps.days", age.toDays());
    }
}
