package org.quanhe.crm.search.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ids of a list page.
 *
 * @param ids numbers of the records, in order
 * @param first cursor of the first one, for going back; null if the page is empty
 * @param last cursor of the last one, for going on; null if the page is empty
 * @param more true if records follow in the direction asked for
 */
public record ListAnswer(
        List<Long> ids, @Nullable String first, @Nullable String last, boolean more) {}
