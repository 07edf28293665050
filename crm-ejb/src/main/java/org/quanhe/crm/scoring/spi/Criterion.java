package org.quanhe.crm.scoring.spi;

import java.time.Instant;
import java.util.Optional;

/** One rule of a model. */
public interface Criterion {
    /** Its line of the ledger; empty where it counts nothing. */
    Optional<LedgerLine> judge(Prospect prospect, Instant now);
}
