package org.quanhe.crm.search.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Tells whether what was committed can be found by now. */
@ApplicationScoped
public class IndexVisibility {
    @Inject
    private IndexSource source;

    @Inject
    private IndexKeeper keeper;

    /** The newest outbox row whose changes are not in the index yet, 0 if there is none. */
    public long newestWaiting() {
        return waiting(Long.MAX_VALUE).stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** True if no change up to that outbox row is waiting to be applied. */
    public boolean visible(long row) {
        return waiting(row).isEmpty();
    }

    private List<Long> waiting(long upTo) {
        // by a bean with a transaction: on a job's thread the second query without one finds its context closed;
        // and first the rows, then what is known of them: in the other order a row could be applied in between
        List<Long> rows = source.rowsUpTo(upTo);
        Set<Long> applied = keeper.appliedRows();
        return rows.stream().filter(row -> !applied.contains(row)).toList();
    }
}
