package org.quanhe.crm.pipeline;

import org.quanhe.crm.platform.RecordRef;

/**
 * How likely opportunities are to be won. The figure stands in the field {@code winProbability}; what it is made of is
 * told here.
 *
 * <p>All methods throw {@link org.quanhe.crm.platform.CrmException}: NOT_FOUND for what the caller may not see,
 * FORBIDDEN for who may not read the field.
 */
public interface WinChances {
    /**
     * Of an opportunity, or of a lead: of its open opportunity, else the share of finished leads that was won, counted
     * among those that the caller may see, of the same source where there are enough (ADR 32). NOT_FOUND also for who
     * may see no opportunities at all.
     */
    WinChance of(RecordRef ref);

    /**
     * What is known of the model of a pipeline. Its figures count all opportunities, so only who may see all reads
     * them.
     *
     * @param pipeline code, empty for the first
     */
    WinModel model(String pipeline);

    /** Works the model out anew, in the background; managers and administrators. */
    void train(String pipeline);
}
