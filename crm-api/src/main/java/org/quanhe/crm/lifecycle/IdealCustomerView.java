package org.quanhe.crm.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile of the ideal customer.
 *
 * @param conditions by record type; absent where nothing is looked for
 * @param version rises with every change
 * @param run the last run over the records, null before the first
 * @param changes what was changed lately, newest first
 */
public record IdealCustomerView(
        Map<String, String> conditions,
        long version,
        @Nullable Run run,
        List<LifecycleView.Change> changes) {
    /**
     * A run over the records.
     *
     * @param total how many there were when it began
     * @param done how many of them were looked at
     * @param changed how many of these are judged otherwise than before
     * @param ended null while it goes on
     */
    public record Run(
            Instant started,
            String by,
            long total,
            long done,
            long changed,
            @Nullable Instant ended) {
        /** 0 to 100. */
        public int percent() {
            return ended != null ? 100 : total == 0 ? 0 : (int) Math.min(99, 100 * done / total);
        }
    }
}
