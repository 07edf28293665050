package org.quanhe.crm.automation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * One run of an automation for one record.
 *
 * @param id number
 * @param automation number of the automation
 * @param name name of the automation
 * @param record what it is about
 * @param title name of the record when the run began
 * @param state where it stands
 * @param createdAt when it was set off
 * @param nextAt when it goes on, null once it has ended
 * @param attempts how often a step was tried and failed
 * @param trace what it saw, decided and did, in order
 */
public record RunView(
        long id,
        long automation,
        String name,
        RecordRef record,
        String title,
        State state,
        Instant createdAt,
        @Nullable Instant nextAt,
        int attempts,
        List<Line> trace) {

    /** Where a run stands. */
    public enum State {
        /** It goes on by itself. */
        WAITING,
        /** All steps are done. */
        DONE,
        /** A step failed too often. */
        FAILED,
        /** It would have gone round in a circle, its record is gone, or somebody ended it. */
        STOPPED
    }

    /**
     * A line of the trace.
     *
     * @param at when
     * @param text what
     */
    public record Line(Instant at, LocalizedMessage text) {}
}
