package org.quanhe.crm.activities;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.RecordView;

/**
 * A series of activities.
 *
 * @param rule how it repeats
 * @param freeDays what becomes of days on which nobody works
 * @param firstDay day of the first one
 * @param ended no more are made
 * @param next day on which the next one would take place, null where there is none
 * @param made those that were made and that the caller may see, the newest first
 */
public record RecurrenceView(
        RecurrenceRule rule,
        FreeDays freeDays,
        LocalDate firstDay,
        boolean ended,
        @Nullable LocalDate next,
        List<RecordView> made) {
    public RecurrenceView {
        made = List.copyOf(made);
    }
}
