package org.quanhe.crm.pipeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.Proportion;

/**
 * How well the chance of winning can be foretold in a pipeline. The model learns from the older three quarters of its
 * closed opportunities and is judged on the newest quarter, one moment of each.
 *
 * @param pipeline its code
 * @param number how often it was worked out, 0 for never
 * @param used the model is used; else the stage's probability is
 * @param why in words
 * @param won opportunities that it learnt from and was judged on
 * @param lost those that were lost
 * @param judged opportunities that it was judged on
 * @param brier mean square of what it was off by on those, 0 for never, 0.25 for who always says 50 %; null if it was
 *     not judged
 * @param brierOfStages the same of the stages' probabilities as the pipeline has them
 * @param brierOfRates the same of what share of the older deals was won from each stage
 * @param bins what was foretold and what came, by what was foretold
 * @param weights what the model has learnt, strongest first; empty where it is not used
 * @param trainedAt null for never
 * @param waiting it is to be worked out, or opportunities are
 */
public record WinModel(
        PipelineView pipeline,
        int number,
        boolean used,
        LocalizedMessage why,
        int won,
        int lost,
        int judged,
        @Nullable Double brier,
        @Nullable Double brierOfStages,
        @Nullable Double brierOfRates,
        List<Bin> bins,
        List<Weight> weights,
        @Nullable Instant trainedAt,
        boolean waiting) {
    /** Closed opportunities without which there is no model. */
    public static final int FEWEST = 60;

    /** Won ones, and lost ones, without which there is none. */
    public static final int FEWEST_OF_EACH = 15;

    /** Won ones, and lost ones, among those that it is judged on. */
    public static final int FEWEST_JUDGED = 3;

    public WinModel {
        bins = List.copyOf(bins);
        weights = List.copyOf(weights);
    }

    /**
     * Opportunities of which about the same was foretold.
     *
     * @param from least percent of the bin
     * @param to percent that it ends at
     * @param foretold mean of what was foretold, a share of 1
     * @param came how many were won
     */
    public record Bin(int from, int to, double foretold, Proportion came) {}

    /**
     * What the model has learnt of a value of an attribute.
     *
     * @param odds by how much it multiplies the odds of an average deal
     * @param cases share of the moments it was learnt from that had it
     */
    public record Weight(String code, LocalizedMessage label, LocalizedMessage value, double odds, double cases) {}
}
