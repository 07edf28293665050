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
    /** Of an opportunity. */
    WinChance of(RecordRef opportunity);

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
