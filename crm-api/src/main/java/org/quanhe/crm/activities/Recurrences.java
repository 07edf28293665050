package org.quanhe.crm.activities;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.RecordView;

/**
 * Activities that repeat. Each one is an activity of its own, with its own result; the next one is made when the last
 * is done or its time has come, so that there is always one ahead.
 */
public interface Recurrences {
    /** The series that an activity belongs to; nothing where it is one of its own. */
    Optional<RecurrenceView> of(long activity);

    /**
     * The activity repeats from now on by that rule, or by another one than before: then it and those behind it are a
     * series of their own.
     *
     * @param rule RFC 5545, see {@link RecurrenceRule}
     * @throws org.quanhe.crm.platform.CrmException INVALID where the activity has no time, or does not take place on a
     *     day of the rule
     */
    RecurrenceView repeat(long activity, @Nullable Long version, String rule, FreeDays freeDays);

    /**
     * Changes this one and those that follow. Another time moves them all; another weekday or day of the month becomes
     * that of the rule.
     *
     * @param changes as {@link org.quanhe.crm.records.Records#change} takes them
     */
    RecordView changeFollowing(long activity, @Nullable Long version, Map<String, @Nullable Object> changes);

    /** This one is the last; it stays. */
    void end(long activity);
}
