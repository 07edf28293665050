package org.quanhe.crm.processes;

import java.time.LocalDate;
import java.util.List;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * How long steps took. Times are working minutes: Monday to Friday, 8 to 12 and 13 to 17 o'clock in the installation's
 * time zone; while a record was deleted, no time passed.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param lines by version, newest first, and in the order of its steps
 */
public record StepTimes(LocalDate from, LocalDate to, List<Line> lines) {
    /**
     * A step of a version.
     *
     * @param version number of the version
     * @param key of the step
     * @param name of the step
     * @param done how often it was completed in the period, for records that the caller may read
     * @param averageMinutes mean of the working minutes, 0 where none was done
     * @param medianMinutes middle one of them
     * @param targeted how many of those done had a target
     * @param overdue how many of those were done too late
     * @param waiting how many wait in it now
     */
    public record Line(
            int version,
            String key,
            LocalizedMessage name,
            int done,
            long averageMinutes,
            long medianMinutes,
            int targeted,
            int overdue,
            int waiting) {
        /** Share of those done too late, of 100; 0 where none had a target. */
        public int overduePercent() {
            return targeted == 0 ? 0 : Math.round(100f * overdue / targeted);
        }
    }
}
