package org.quanhe.crm.activities;

import java.time.Instant;
import org.quanhe.crm.records.RecordView;

/**
 * Something that stands on a calendar.
 *
 * @param activity as the caller may see it
 * @param at when it begins
 * @param minutes how long it takes, 0 where nobody said
 * @param repeats it is one of a series
 */
public record CalendarItem(RecordView activity, Instant at, int minutes, boolean repeats) {
    /** Behind its last minute; a quarter of an hour behind its beginning where nobody said how long it takes. */
    public Instant end() {
        return at.plusSeconds(60L * (minutes == 0 ? 15 : minutes));
    }
}
