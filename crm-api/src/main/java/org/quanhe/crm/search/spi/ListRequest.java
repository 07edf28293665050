package org.quanhe.crm.search.spi;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;

/**
 * A list page asked of the index.
 *
 * @param type record type
 * @param filter condition, rights included
 * @param text words as typed, empty for none
 * @param sort field name; records without a value come last in both directions; ties are broken by id, ascending
 * @param descending order
 * @param limit most ids
 * @param cursor where to go on, null for the beginning
 * @param backwards true to get the page before the cursor (still in list order)
 * @param generation the list sees all changes up to it
 */
public record ListRequest(
        String type,
        Filter filter,
        String text,
        String sort,
        boolean descending,
        int limit,
        @Nullable String cursor,
        boolean backwards,
        long generation) {}
