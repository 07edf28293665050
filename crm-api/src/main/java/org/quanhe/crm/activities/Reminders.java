package org.quanhe.crm.activities;

import java.time.Instant;

/** Reminders of activities. They are set with the fields {@code remindBefore} and {@code remindAt} of an activity. */
public interface Reminders {
    /** Longest time a reminder is put off, in minutes: a month. */
    int MOST_MINUTES = 31 * 24 * 60;

    /**
     * Reminds again later.
     *
     * @param minutes from now, 1 to {@link #MOST_MINUTES}
     * @return when
     * @throws org.quanhe.crm.platform.CrmException FORBIDDEN where the activity is somebody else's; CONFLICT where it
     *     is done
     */
    Instant snooze(long activity, int minutes);
}
