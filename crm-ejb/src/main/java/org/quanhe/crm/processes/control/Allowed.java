package org.quanhe.crm.processes.control;

import java.time.Instant;
import org.quanhe.crm.workingtime.WorkingHours;

/**
 * Working time that a step may take; none of both means at once.
 *
 * @param days working days, as long as they are when a record comes to the step
 * @param minutes beside the days
 */
public record Allowed(int days, long minutes) {
    /** The moment until which what begins then should be done. */
    Instant until(Instant begin, WorkingHours hours) {
        return hours.after(begin, days * hours.dayMinutes() + minutes);
    }
}
