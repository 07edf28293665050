package org.quanhe.crm.scoring;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A score and why it is what it is: it is the sum of its lines.
 *
 * @param total points
 * @param warm from which score on the band is warm
 * @param hot from which score on the band is hot
 * @param threshold from which score on sales are asked to accept
 * @param model name of the model
 * @param modelNumber number under which the model was published; 0 for the one that comes with the application
 * @param computedAt when the lines were worked out last
 * @param lines the ledger, most points first
 */
public record ScoreView(
        int total,
        Band band,
        int warm,
        int hot,
        int threshold,
        LocalizedMessage model,
        int modelNumber,
        Instant computedAt,
        List<Line> lines) {

    /**
     * One reason.
     *
     * @param rule key of the criterion, or {@code manual}
     * @param label what the criterion is called; of points given by hand the reason
     * @param evidence what decided; nothing where the reader may not see it
     * @param points what it counts now
     * @param full what it counted when it was fresh
     * @param at when it happened; of what is still so, when it was worked out first
     * @param fadesUntil when nothing of it is left; null where it does not fade
     * @param by who gave the points, empty for rules
     */
    public record Line(
            String rule,
            LocalizedMessage label,
            List<Evidence> evidence,
            int points,
            int full,
            Instant at,
            @Nullable Instant fadesUntil,
            String by) {}

    /**
     * Something that decided.
     *
     * @param at when it happened, null for what is simply so
     * @param text a value of the lead, or what the person did
     */
    public record Evidence(@Nullable Instant at, LocalizedMessage text) {}
}
