package org.quanhe.crm.workingtime;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Working time as administrators set it; what they change holds for the next question. */
public interface WorkingTime {
    /** As it is now; for everybody who counts by it. */
    WorkingHours hours();

    /** As it is now, as a document, with who changed it. */
    WorkingTimeView shown();

    /**
     * Replaces it, by administrators only.
     *
     * @param document see {@link WorkingTimeView#document}
     * @param version the version that was looked at; STALE where there is a newer one. Null for whichever it is
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming each place that is wrong: {@code week.monday},
     *     {@code days[3].date}
     */
    WorkingTimeView change(Map<String, ?> document, @Nullable Long version);
}
