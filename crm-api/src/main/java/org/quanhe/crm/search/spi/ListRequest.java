package org.quanhe.crm.search.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;

/**
 * A list page asked of the index.
 *
 * @param type record type
 * @param filter condition, rights included
 * @param hidden fields in which words find nothing, because the reader may not read them
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
        Set<String> hidden,
        String text,
        String sort,
        boolean descending,
        int limit,
        @Nullable String cursor,
        boolean backwards,
        long generation) {

    /** A page for somebody who may read every field. */
    public ListRequest(
            String type,
            Filter filter,
            String text,
            String sort,
            boolean descending,
            int limit,
            @Nullable String cursor,
            boolean backwards,
            long generation) {
        this(type, filter, Set.of(), text, sort, descending, limit, cursor, backwards, generation);
    }
}
