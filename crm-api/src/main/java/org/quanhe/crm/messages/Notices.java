package org.quanhe.crm.messages;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the caller is told of, and how. Everybody has their own and sees nobody else's. */
public interface Notices {
    /** Most notices that {@link #unread} counts; there may be more. */
    int MOST_COUNTED = 100;

    /** How many the caller has not read, {@link #MOST_COUNTED} at most. */
    int unread();

    /**
     * The caller's notices, newest first.
     *
     * @param before number of a notice of an earlier page, null for the newest
     */
    List<NoticeView> mine(@Nullable Long before, int limit);

    /** The caller has read that one; NOT_FOUND if it is not the caller's. */
    NoticeView read(long id);

    /** The caller has read all that are there. */
    void readAll();

    /** How the caller wants to hear of each kind of event. */
    Map<NoticeKind, NoticeChannel> choices();

    /** Chooses; kinds that are not named stay as they are. */
    void choose(Map<NoticeKind, NoticeChannel> choices);
}
