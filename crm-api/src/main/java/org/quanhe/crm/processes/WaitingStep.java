package org.quanhe.crm.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * A step that waits for its team.
 *
 * @param run number of the run
 * @param process name of the process
 * @param step name of the step
 * @param record the record that waits
 * @param title name of the record
 * @param team number of the team
 * @param teamName its name
 * @param enteredAt since when it waits
 * @param dueAt when it should be done, null without a target
 * @param overdue that moment has passed
 */
public record WaitingStep(
        long run,
        LocalizedMessage process,
        LocalizedMessage step,
        RecordRef record,
        String title,
        long team,
        String teamName,
        Instant enteredAt,
        @Nullable Instant dueAt,
        boolean overdue) {}
