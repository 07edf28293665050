package org.quanhe.crm.processes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * One record on its way through a process.
 *
 * @param id number
 * @param process number of the process
 * @param name name of the process, as of the run's version
 * @param version the version that the run began with and stays on
 * @param record what goes through it
 * @param title name of the record now
 * @param state where the run stands
 * @param startedAt when it began
 * @param startedBy name of who began it
 * @param endedAt when it ended, null while it has not
 * @param at number of the present step within the run, rising by one with each step; 0 once the run has ended
 * @param percent how many of the steps are behind it, of 100
 * @param steps done ones as they were done, the present one, then those to come in their order
 * @param mayComplete the caller may complete the present step
 */
public record RunView(
        long id,
        long process,
        LocalizedMessage name,
        int version,
        RecordRef record,
        String title,
        State state,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        int at,
        int percent,
        List<Step> steps,
        boolean mayComplete) {

    /** Where a run stands. */
    public enum State {
        /** A step waits for its team. */
        RUNNING,
        /** The record is deleted; the run goes on when it is brought back. */
        PAUSED,
        /** No step follows. */
        DONE,
        /** Somebody ended it. */
        STOPPED
    }

    /** Where a step of a run stands. */
    public enum Stage {
        /** It was completed. */
        DONE,
        /** It is the one to do. */
        CURRENT,
        /** It may come. */
        AHEAD
    }

    /**
     * A step.
     *
     * @param key within the process
     * @param name what people call it
     * @param stage where it stands
     * @param team number of the team that owns it
     * @param teamName name of that team, empty for one that is gone
     * @param guidance what to do, may be empty
     * @param questions what is asked; of a done step with the answers of then
     * @param enteredAt when the record came to it, null for one to come
     * @param dueAt when it should be done, null without a target
     * @param doneAt when it was completed, null if it was not
     * @param doneBy name of who completed it, empty if nobody has
     */
    public record Step(
            String key,
            LocalizedMessage name,
            Stage stage,
            long team,
            String teamName,
            LocalizedMessage guidance,
            List<Question> questions,
            @Nullable Instant enteredAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            String doneBy) {}

    /** The step to do, if the run has not ended. */
    public Optional<Step> current() {
        return steps.stream().filter(step -> step.stage() == Stage.CURRENT).findFirst();
    }
}
