package org.quanhe.crm.lifecycle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far records came that were first touched in a period, counted over those that the caller may read.
 *
 * @param type record type
 * @param from first day of the period
 * @param to last day of the period
 * @param records how many were first touched in it
 * @param steps the stages in their order
 */
public record JourneyMap(String type, LocalDate from, LocalDate to, long records, List<Step> steps) {
    /**
     * A stage.
     *
     * @param stage the stage, without conditions
     * @param team name of the team that owns it, empty for none
     * @param entered how many ever came to it
     * @param wentOn how many of these ever came to a later stage
     * @param standing how many stand there now
     * @param medianMinutes how long those that left it had been there, null where none left
     */
    public record Step(
            Stage stage,
            String team,
            long entered,
            long wentOn,
            long standing,
            @Nullable Long medianMinutes) {
        /** How many came and never came to a later stage. */
        public long dropped() {
            return entered - wentOn;
        }
    }
}
