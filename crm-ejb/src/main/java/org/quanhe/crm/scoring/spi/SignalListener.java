package org.quanhe.crm.scoring.spi;

import java.util.List;

/**
 * Hears of what people did, in the transaction that writes it down, when the score has followed. A new one is a new CDI
 * bean.
 */
public interface SignalListener {
    /**
     * A lead, which is locked, did something.
     *
     * @param lead its number
     * @param all what it did, oldest first
     * @param last what it did now
     */
    void did(long lead, List<Prospect.Signal> all, Prospect.Signal last);
}
