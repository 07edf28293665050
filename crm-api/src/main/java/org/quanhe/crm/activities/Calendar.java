package org.quanhe.crm.activities;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;
import org.quanhe.crm.records.RecordView;

/** Activities with a time, as far as the caller may see them. */
public interface Calendar {
    /** Longest stretch that is shown at once, in days. */
    int MOST_DAYS = 62;

    /** Most items of a stretch; there may be more. */
    int MOST_ITEMS = 1_000;

    /**
     * What begins in a stretch of time, first things first.
     *
     * @param to behind its last moment; INVALID for more than {@link #MOST_DAYS} days
     * @param person number of the owner, null for the caller
     */
    List<CalendarItem> between(Instant from, Instant to, @Nullable Long person);

    /**
     * What is not done although its time is over, the oldest first.
     *
     * @param cursor where the portion begins, null for the beginning; INVALID for what is no place of the list
     */
    Portion<CalendarItem> overdue(@Nullable Long person, @Nullable String cursor, int limit);

    /** How much that is in all. */
    long overdue(@Nullable Long person);

    /** Colleagues who own activities that the caller may see, the caller first. */
    List<Person> people();

    /**
     * Puts something at another time.
     *
     * @param version the version that was looked at; STALE where somebody was faster
     * @param minutes how long it takes from now on, null as long as before
     */
    RecordView move(long activity, @Nullable Long version, Instant at, @Nullable Integer minutes);

    /** Whether people work at that moment, and if not, when they do next. */
    Proposal proposal(Instant wanted);
}
