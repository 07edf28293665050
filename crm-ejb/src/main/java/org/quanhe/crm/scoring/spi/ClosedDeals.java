package org.quanhe.crm.scoring.spi;

import java.time.Instant;
import java.util.List;

/** Sales that came to an end; the capability that knows sales implements it. */
public interface ClosedDeals {
    /**
     * Those that the caller may see, the last closed first.
     *
     * @param most at most so many
     * @throws org.quanhe.crm.platform.CrmException NOT_FOUND for who may see none at all, FORBIDDEN for who may not
     *     read how they ended or which lead they came from
     */
    History newest(int most);

    /**
     * A sale.
     *
     * @param lead number of the lead that it came from
     * @param began when it was made of the lead
     */
    record Deal(long lead, boolean won, Instant began) {}

    /**
     * What came to an end.
     *
     * @param withoutLead how many of them came from no lead
     */
    record History(List<Deal> deals, int withoutLead) {
        public History {
            deals = List.copyOf(deals);
        }
    }
}
