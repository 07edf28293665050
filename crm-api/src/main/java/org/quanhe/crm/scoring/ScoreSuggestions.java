package org.quanhe.crm.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;

/**
 * What leads of won deals had more often, or more seldom, than those of lost ones. Counted are leads of closed
 * opportunities that the caller may see; one with several counts once, as won if one of them was.
 *
 * @param won leads of won opportunities
 * @param lost leads of opportunities that were all lost
 * @param withoutLead closed opportunities that came from no lead: they tell nothing of one
 * @param examined attributes that were enough cases to judge; one in twenty seems to matter by mere chance
 * @param suggestions those whose interval leaves out 1, the surest first
 * @param leftOut fields that were not looked at, because they say what became of the lead
 */
public record ScoreSuggestions(
        int won,
        int lost,
        int withoutLead,
        int examined,
        List<Suggestion> suggestions,
        List<LocalizedMessage> leftOut) {
    /** Leads of closed opportunities without which nothing is suggested. */
    public static final int FEWEST = 30;

    /** Won ones, and lost ones, without which nothing is suggested. */
    public static final int FEWEST_OF_EACH = 10;

    /** Leads with an attribute, and without it, that make it worth looking at. */
    public static final int FEWEST_WITH = 10;

    public ScoreSuggestions {
        suggestions = List.copyOf(suggestions);
        leftOut = List.copyOf(leftOut);
    }

    /** How many more closed opportunities with a lead are wanted, 0 if there are enough. */
    public int missing() {
        return Math.max(FEWEST - won - lost, missingWon() + missingLost());
    }

    public int missingWon() {
        return Math.max(0, FEWEST_OF_EACH - won);
    }

    public int missingLost() {
        return Math.max(0, FEWEST_OF_EACH - lost);
    }

    /**
     * An attribute that goes with winning or losing.
     *
     * @param key by which it is adopted; the same attribute has the same key
     * @param label what it is
     * @param with leads that have it: how many were won
     * @param without leads that do not have it
     * @param lift how many times as often those with it were won, two digits behind the point
     * @param low lower end of its 95 % interval (Katz, on the logarithm of the ratio)
     * @param high upper end
     * @param points what the criterion would count: ten times the logarithm of the odds ratio, -30 to 30
     * @param adopted the draft has this criterion
     * @param criterion as the draft would hold it
     */
    public record Suggestion(
            String key,
            LocalizedMessage label,
            Proportion with,
            Proportion without,
            BigDecimal lift,
            BigDecimal low,
            BigDecimal high,
            int points,
            boolean adopted,
            Map<String, Object> criterion) {
        /** The figures in words. */
        public LocalizedMessage words() {
            return LocalizedMessage.of(
                    lift.compareTo(BigDecimal.ONE) > 0 ? "scoring.suggest.more" : "scoring.suggest.less",
                    Proportion.percent(with.rate()),
                    with.hits(),
                    with.all(),
                    Proportion.percent(without.rate()),
                    without.hits(),
                    without.all(),
                    lift,
                    low,
                    high);
        }
    }
}
