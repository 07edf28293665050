package org.quanhe.crm.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the records, in the order asked for
 * @param next cursor of the page behind, null at the end
 * @param previous cursor of the page before, null at the beginning
 */
public record RecordPage(
        List<RecordView> items,
        @Nullable String next,
        @Nullable String previous) {}
