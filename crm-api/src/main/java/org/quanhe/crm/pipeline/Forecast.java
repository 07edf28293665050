package org.quanhe.crm.pipeline;

import java.time.YearMonth;
import java.util.List;
import org.quanhe.crm.platform.Money;

/**
 * What is expected to be sold, by the month of the expected close.
 *
 * @param amounts the caller may read amounts
 * @param months all of somebody's or everybody's, one for each month that was asked for
 * @param lines by person or team and month, in the order of names
 */
public record Forecast(PipelineView pipeline, boolean amounts, List<Line> months, List<Line> lines) {
    public Forecast {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
    }

    /** By whom. */
    public enum By {
        OWNER,
        TEAM
    }

    /** Which probability amounts are weighted with. */
    public enum Weighing {
        /** That of the stage, or the opportunity's own. */
        STAGE,
        /** What was worked out for each opportunity, see {@link WinChances}. */
        MODEL
    }

    /**
     * What is asked for.
     *
     * @param pipeline code, empty for the first
     * @param months 1 to 24
     */
    public record Question(String pipeline, Narrowing whose, By by, YearMonth from, int months, Weighing weighing) {
        public static final int MOST_MONTHS = 24;
    }

    /**
     * A month.
     *
     * @param who number of the user or team, 0 for nobody and for all together
     * @param name of it, empty for nobody and for all together
     * @param won sold in the month already
     * @param commit open and promised
     * @param bestCase open and promised or well possible
     * @param weighted open, each amount times its probability, but for what is left out of forecasts
     */
    public record Line(
            YearMonth month,
            long who,
            String name,
            Figures won,
            Figures commit,
            Figures bestCase,
            List<Money> weighted) {
        public Line {
            weighted = List.copyOf(weighted);
        }
    }
}
