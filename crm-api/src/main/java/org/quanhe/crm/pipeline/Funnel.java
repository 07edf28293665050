package org.quanhe.crm.pipeline;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far opportunities of a period came.
 *
 * @param amounts the caller may read amounts
 * @param all those that are counted
 * @param lines one for each stage in its order, those where sales are won and lost last
 */
public record Funnel(PipelineView pipeline, Question question, boolean amounts, Figures all, List<Line> lines) {
    public Funnel {
        lines = List.copyOf(lines);
    }

    /** Which opportunities are counted. */
    public enum By {
        /** Those that were made in the period, with all that became of them since. */
        CREATED,
        /** Those that came into a stage in the period, with what happened in it. */
        ENTERED
    }

    /** Which of a line's opportunities. */
    public enum Part {
        STANDING,
        REACHED,
        DROPPED,
        LOST
    }

    /**
     * What is asked for.
     *
     * @param pipeline code, empty for the first
     */
    public record Question(String pipeline, Narrowing whose, By by, Period period) {}

    /**
     * A stage.
     *
     * @param standing those that stand there, at the end of the period where {@link By#ENTERED} is asked
     * @param percent of all, one digit behind the point; all lines together are exactly 100, or 0 where nothing is
     *     counted
     * @param reached those that came there or farther
     * @param dropped those of them that did not come to the next stage (yet)
     * @param lost those of the dropped that are lost
     * @param dropRate dropped of reached in percent, one digit behind the point; null where nothing is to be divided
     */
    public record Line(
            Stage stage,
            Figures standing,
            BigDecimal percent,
            Figures reached,
            Figures dropped,
            Figures lost,
            @Nullable BigDecimal dropRate) {}
}
