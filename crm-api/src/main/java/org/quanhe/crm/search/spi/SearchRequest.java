package org.quanhe.crm.search.spi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;

/**
 * A search with the reader's rights in it.
 *
 * @param text as typed
 * @param scopes for each type that is looked in: which of its records may be seen and are wanted
 * @param hidden fields that the reader may not read, by type: they find, mark, count and show nothing; titles are never
 *     hidden
 * @param chosen values of which a hit has one of each field's; {@code type} for record types. They narrow hits and
 *     totals, and the facets of other fields; how far the search goes to find enough is decided without them
 * @param facets fields to count
 * @param limit most hits
 * @param cursor where to go on, null for the beginning
 * @param favoured records that come first among hits that are as good; a search with them has one page
 * @param generation the search sees all changes up to it; 0 for whatever is there
 */
public record SearchRequest(
        String text,
        Map<String, Filter> scopes,
        Map<String, Set<String>> hidden,
        Map<String, List<Object>> chosen,
        List<String> facets,
        int limit,
        @Nullable String cursor,
        List<RecordRef> favoured,
        long generation) {

    /** A search of which nothing was chosen yet. */
    public SearchRequest(
            String text,
            Map<String, Filter> scopes,
            Map<String, Set<String>> hidden,
            List<String> facets,
            int limit,
            @Nullable String cursor,
            long generation) {
        this(text, scopes, hidden, Map.of(), facets, limit, cursor, List.of(), generation);
    }

    /** A search of somebody who may read every field. */
    public SearchRequest(
            String text,
            Map<String, Filter> scopes,
            List<String> facets,
            int limit,
            @Nullable String cursor,
            long generation) {
        this(text, scopes, Map.of(), facets, limit, cursor, generation);
    }

    /** Fields of the type that the reader may not read. */
    public Set<String> hiddenOf(String type) {
        return hidden.getOrDefault(type, Set.of());
    }
}
