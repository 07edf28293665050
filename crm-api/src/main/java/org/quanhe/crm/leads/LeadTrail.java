package org.quanhe.crm.leads;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was responsible for a lead in which status, and for how long.
 *
 * @param stays in their order; the last one is still open
 */
public record LeadTrail(List<Stay> stays) {
    /**
     * A time in one status with one owner.
     *
     * @param status code of the status
     * @param owner name of the owner
     * @param by who brought it there
     * @param since when it began
     * @param until when it ended, null while it lasts
     * @param minutes how long it was, in minutes of the clock
     */
    public record Stay(
            String status,
            String owner,
            String by,
            Instant since,
            @Nullable Instant until,
            long minutes) {}
}
