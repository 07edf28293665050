package org.quanhe.crm.scoring.spi;

import java.time.Instant;

/** An entity that carries a score. */
public interface Scored {
    /** Its score, in points. */
    int points();

    /**
     * Its score became that of its ledger.
     *
     * @param points sum of the lines
     * @param band code of the band
     * @param threshold from which score on sales are asked to accept it
     */
    void scored(int points, String band, int threshold, Instant at);
}
