package org.quanhe.crm.search.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;

/**
 * A search with the reader's rights in it.
 *
 * @param text as typed
 * @param scopes for each type that is looked in: which of its records may be seen and are wanted
 * @param facets fields to count
 * @param limit most hits
 * @param cursor where to go on, null for the beginning
 * @param generation the search sees all changes up to it; 0 for whatever is there
 */
public record SearchRequest(
        String text,
        Map<String, Filter> scopes,
        List<String> facets,
        int limit,
        @Nullable String cursor,
        long generation) {}
