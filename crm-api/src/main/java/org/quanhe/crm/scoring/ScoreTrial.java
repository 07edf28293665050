package org.quanhe.crm.scoring;

import java.util.List;
import java.util.Map;

/**
 * What another model would do to the leads that the caller may see.
 *
 * @param leads how many were looked at
 * @param changed scores that would become others
 * @param bands leads by band: today, and as they would be
 * @param movers those whose band would become another one, largest change first, at most 50
 */
public record ScoreTrial(int leads, int changed, Map<Band, BandCount> bands, List<Mover> movers) {
    /** How many leads a band has today, and would have. */
    public record BandCount(int before, int after) {}

    /** A lead that would move. */
    public record Mover(long id, String name, int before, int after, Band bandBefore, Band bandAfter) {}
}
