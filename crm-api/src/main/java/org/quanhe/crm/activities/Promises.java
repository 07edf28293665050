package org.quanhe.crm.activities;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.records.RecordView;

/** What was promised to customers: activities of the kind {@code promise}, as far as the caller may see them. */
public interface Promises {
    /** Most promises of a portion. */
    int MOST = 200;

    /** How a promise stands. */
    enum State {
        /** Not kept yet, and not due. */
        OPEN,
        /** Not kept, and its time is over. */
        OVERDUE,
        KEPT,
        BROKEN
    }

    /**
     * Promises, the first due first.
     *
     * @param owner number of who promised, null for everybody
     * @param about the customer, null for all
     * @param state null for open and overdue ones
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<Given> given(
            @Nullable Long owner, @Nullable Long about, @Nullable State state, @Nullable String cursor, int limit);

    /** A promise and how it stands. */
    record Given(RecordView activity, State state) {}

    /** How many of each state everybody has, those with the most overdue ones first. */
    List<Tally> byOwner();

    /** How many somebody has. */
    record Tally(Person owner, long open, long overdue, long kept, long broken) {}

    /** The promise was kept, or it was not and will not be; CONFLICT where that was said already. */
    RecordView settle(long activity, @Nullable Long version, boolean kept);
}
