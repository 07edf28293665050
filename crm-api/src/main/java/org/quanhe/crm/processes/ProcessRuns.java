package org.quanhe.crm.processes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.platform.RecordRef;

/**
 * Records on their way through processes. What the caller may not read does not exist: NOT_FOUND, also for its runs.
 * One call is one transaction: a step is completed with its answers, the change of the record and the hand-over to the
 * next team, or not at all.
 */
public interface ProcessRuns {
    /**
     * Sends a record through a process, on the version published last.
     *
     * @throws org.quanhe.crm.platform.CrmException CONFLICT if it is under way already, saying since when and by whom;
     *     FORBIDDEN for who may neither change the record nor belongs to the team of the first step; INVALID if the
     *     process is not published, for another record type, or none of its steps may begin
     */
    RunView start(long process, long record);

    /** One run. */
    RunView open(long run);

    /** Runs of a record, those under way first. */
    List<RunView> ofRecord(RecordRef record);

    /**
     * Runs of a process, newest first.
     *
     * @param before number of a run of an earlier page, null for the newest
     */
    List<RunView> runs(long process, @Nullable Long before, int limit);

    /**
     * Completes the present step and hands over to the next one, if there is one.
     *
     * @param at number of the step within the run, as the caller saw it ({@link RunView#at()})
     * @param answers by name of the question, as in {@link org.quanhe.crm.records.Records#create}; what is not named
     *     stays as it is
     * @throws org.quanhe.crm.platform.CrmException INVALID, naming every answer and condition that is missing; CONFLICT
     *     if the step was completed meanwhile, saying by whom and when; FORBIDDEN for who is not in its team
     */
    RunView complete(long run, int at, Map<String, ?> answers);

    /** Ends a run before its end; for who may complete its present step. */
    RunView stop(long run, String why);

    /**
     * Steps that wait, the longest overdue first.
     *
     * @param everybodys those of all teams, not only the caller's; for administrators and managers, else ignored
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<WaitingStep> waiting(boolean everybodys, @Nullable String cursor, int limit);

    /**
     * How long the steps of a process took, for records that the caller may read.
     *
     * @param from first day of the period on which a step was completed
     * @param to last day
     */
    StepTimes times(long process, LocalDate from, LocalDate to);
}
