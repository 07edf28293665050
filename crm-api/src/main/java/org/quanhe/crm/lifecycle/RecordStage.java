package org.quanhe.crm.lifecycle;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * Where a record stands in the lifecycle.
 *
 * @param ref the record
 * @param version its version
 * @param stage code of its stage
 * @param name what people call that stage
 * @param since when it came to it
 * @param stays all stages it was in, newest first; the first is the current one
 * @param targets all stages of the lifecycle, and what a move to each still misses
 * @param mayMove the caller may move it
 * @param fit how it was held against the profile of the ideal customer
 */
public record RecordStage(
        RecordRef ref,
        long version,
        String stage,
        LocalizedMessage name,
        Instant since,
        List<Stay> stays,
        List<Target> targets,
        boolean mayMove,
        Fit fit) {
    /**
     * Time in a stage.
     *
     * @param by who brought it there, empty where nobody was signed in
     * @param byItself a condition brought it there, not a person
     * @param left null for the current stage
     */
    public record Stay(
            String stage,
            LocalizedMessage name,
            Instant entered,
            @Nullable Instant left,
            String by,
            boolean byItself,
            LocalizedMessage why) {}

    /**
     * A stage of the lifecycle as the record sees it.
     *
     * @param current the record stands there
     * @param unmet what a move to it misses, in words; empty where it may be moved
     */
    public record Target(String code, LocalizedMessage name, boolean current, List<LocalizedMessage> unmet) {}
}
