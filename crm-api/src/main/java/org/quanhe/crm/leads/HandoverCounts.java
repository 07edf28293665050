package org.quanhe.crm.leads;

import java.time.Instant;
import java.util.List;
import org.quanhe.crm.platform.RecordRef;

/**
 * What became of the leads that sales were asked about, of those that the caller may see.
 *
 * @param waiting questions that nobody has answered
 * @param overdue those of them whose time has passed
 * @param accepted leads that were accepted this week, which begins on Monday
 * @param returned leads that were returned this week
 * @param reasons why leads were returned this week, the most frequent first
 * @param back leads that came back and still are with marketing, the newest first, at most 20
 */
public record HandoverCounts(
        long waiting, long overdue, long accepted, long returned, List<Cycle.Reason> reasons, List<Back> back) {
    public HandoverCounts {
        reasons = List.copyOf(reasons);
        back = List.copyOf(back);
    }

    /** A lead that came back, why, who returned it, and when. */
    public record Back(RecordRef lead, String name, String company, String why, String by, Instant at) {}
}
