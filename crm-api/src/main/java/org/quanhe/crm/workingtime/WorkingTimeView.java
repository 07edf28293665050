package org.quanhe.crm.workingtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.audit.FieldChange;

/**
 * Working time and its last changes.
 *
 * @param document {@code {"week": {"monday": ["08:00-12:00", "13:00-17:00"], …}, "days": [{"date": "2027-02-06",
 *     "name": "Tết"}, {"date": "2027-02-14", "name": "Tết", "worksLike": "monday"}], "timeZone": "Asia/Ho_Chi_Minh"}};
 *     the zone is that of {@code CRM_TIME_ZONE} and cannot be changed here
 * @param version rises with each change
 * @param changes the last ones, newest first; for administrators only
 */
public record WorkingTimeView(WorkingHours hours, Map<String, Object> document, long version, List<Change> changes) {
    public WorkingTimeView {
        changes = List.copyOf(changes);
    }

    /**
     * A change.
     *
     * @param by name of who changed it
     * @param fields weekdays and dates that are others now, with the hours or the name of the day
     */
    public record Change(Instant at, String by, List<FieldChange> fields) {}
}
