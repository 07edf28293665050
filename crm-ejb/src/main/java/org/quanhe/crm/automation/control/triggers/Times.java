package org.quanhe.crm.automation.control.triggers;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** Times of day in triggers, {@code "at": "08:30"}, in the installation's time zone. */
final class Times {
    private Times() {}

    static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }

    static Optional<LocalTime> at(Arguments trigger) {
        try {
            return Optional.of(LocalTime.parse(trigger.text("at")));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    static void check(Arguments trigger) {
        if (at(trigger).isEmpty()) {
            trigger.wrong("at", "automation.error.noTime", trigger.text("at"));
        }
    }
}
