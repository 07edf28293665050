package org.quanhe.crm.pipeline;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * What was won and lost in a period, and why.
 *
 * @param amounts the caller may read amounts
 * @param winRate won of all closed in percent, one digit behind the point; null where none was closed
 * @param byReason empty where the caller may not read reasons
 * @param byCompetitor empty where the caller may not read competitors
 */
public record Outcomes(
        PipelineView pipeline,
        boolean amounts,
        Figures won,
        Figures lost,
        @Nullable BigDecimal winRate,
        List<Line> byReason,
        List<Line> byCompetitor) {
    public Outcomes {
        byReason = List.copyOf(byReason);
        byCompetitor = List.copyOf(byCompetitor);
    }

    /**
     * A reason or a competitor.
     *
     * @param code of the reason, or the competitor as it is written; empty where none was given
     */
    public record Line(
            String code,
            LocalizedMessage name,
            Figures won,
            Figures lost,
            @Nullable BigDecimal winRate) {}
}
