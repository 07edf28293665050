package org.quanhe.crm.scoring.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** When people showed interest, without asking for rights: for what is counted of all and told to nobody one by one. */
public interface ShownInterest {
    /** Signals of leads, by number of the lead, oldest first; a refusal is none. */
    Map<Long, List<Instant>> of(Collection<Long> leads);
}
