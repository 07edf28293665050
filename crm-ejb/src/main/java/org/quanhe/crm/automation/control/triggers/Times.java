package org.quanhe.crm.automation.control.triggers;

import java.time.LocalTime;
import java.time.ZoneId;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.automation.spi.Arguments;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** Times of day in triggers, {@code "at": "08:30"}, in the installation's time zone. */
final class Times {
    private static final String MORNING = "08:00";

    private Times() {}

    static ZoneId zone() {
        return ZoneId.of(Configuration.text(CrmSettings.TIME_ZONE));
    }

    /** The time of day that is meant; only of arguments that were checked. */
    static LocalTime at(Arguments trigger) {
        return LocalTime.parse(trigger.text("at"));
    }

    /** The argument that says when on the day. */
    static Parameter parameter() {
        return Parameter.of("at", Parameter.Kind.TIME).must().or(MORNING);
    }
}
