package org.quanhe.crm.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;

/**
 * What is asked of the search box.
 *
 * @param text as typed
 * @param types record types to look in, empty for all
 * @param filter condition on fields, {@link Filter#ALL} for none; needs exactly one type
 * @param facets names of fields whose values are counted
 * @param limit most hits, 1 to 200
 * @param cursor where to go on, null for the beginning
 */
public record SearchQuestion(
        String text,
        List<String> types,
        Filter filter,
        List<String> facets,
        int limit,
        @Nullable String cursor) {
    public static SearchQuestion of(String text) {
        return new SearchQuestion(text, List.of(), Filter.ALL, List.of(), 20, null);
    }
}
