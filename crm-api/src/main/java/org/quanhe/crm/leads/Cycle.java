package org.quanhe.crm.leads;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;

/**
 * How long it took from the first touch until a deal was won: leads that sales accepted after a hand-over against
 * others, and how many of those that sales were asked about they rejected. Counted are records that the caller may see.
 *
 * @param lines all together first, then each source or team, the one with the most deals first
 * @param reasons why sales rejected leads in the period, the most frequent first
 */
public record Cycle(Question question, List<Line> lines, List<Reason> reasons) {
    public Cycle {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** What lines stand for. */
    public enum By {
        /** Where the lead came from. */
        SOURCE,
        /** The team that the deal is of. */
        TEAM
    }

    /** What is behind a figure. */
    public enum Part {
        /** Won opportunities of leads that sales accepted after a hand-over. */
        QUALIFIED,
        /** Won opportunities of other leads. */
        OTHERS,
        /** Leads that sales returned. */
        REJECTED,
        /** Leads that sales accepted. */
        ACCEPTED
    }

    /**
     * What is asked for: deals that were won, and hand-overs that were answered, from one day to another, both
     * included.
     */
    public record Question(LocalDate from, LocalDate to, By by) {}

    /**
     * All together, a source or a team.
     *
     * @param code by which the records behind it are asked for: {@code all}, a source, the number of a team; empty for
     *     none
     * @param rejected hand-overs that were returned, of those that were answered
     */
    public record Line(String code, LocalizedMessage name, Group qualified, Group others, Proportion rejected) {}

    /**
     * Won deals.
     *
     * @param fromTouch days from the first touch of the lead until the deal was won
     * @param fromSales days from when sales accepted the lead, or made the opportunity of it, until it was won
     */
    public record Group(long won, Spread fromTouch, Spread fromSales) {}

    /**
     * How days are spread; quartiles lie between the two nearest where none is exact (linear interpolation), one digit
     * behind the point; null where nothing was counted.
     */
    public record Spread(
            @Nullable Double quarter,
            @Nullable Double median,
            @Nullable Double threeQuarters) {}

    /** Why leads were rejected, as somebody wrote it, and how often. */
    public record Reason(String why, long count) {}
}
