package org.quanhe.crm.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.Filter;

/**
 * What is asked of the search box.
 *
 * @param text as typed
 * @param types record types to look in, empty for all
 * @param filter condition on fields, {@link Filter#ALL} for none; needs exactly one type
 * @param chosen values chosen from the facets, by field: a hit has one of each field's; {@code type} for record types.
 *     How far the search goes to find enough does not depend on them, and the counts of a field do not depend on its
 *     own; fields other than {@code type} need exactly one type
 * @param facets names of fields whose values are counted
 * @param limit most hits, 1 to 200
 * @param cursor where to go on, null for the beginning
 * @param suggesting true while somebody types: among equal hits those that the caller opens often come first, and no
 *     page follows
 */
public record SearchQuestion(
        String text,
        List<String> types,
        Filter filter,
        Map<String, List<Object>> chosen,
        List<String> facets,
        int limit,
        @Nullable String cursor,
        boolean suggesting) {

    /** A question of which nothing was chosen yet. */
    public SearchQuestion(
            String text, List<String> types, Filter filter, List<String> facets, int limit, @Nullable String cursor) {
        this(text, types, filter, Map.of(), facets, limit, cursor, false);
    }

    public static SearchQuestion of(String text) {
        return new SearchQuestion(text, List.of(), Filter.ALL, List.of(), 20, null);
    }

    /** The same with these values chosen. */
    public SearchQuestion choosing(Map<String, List<Object>> values) {
        return new SearchQuestion(text, types, filter, values, facets, limit, cursor, suggesting);
    }

    /** The same, asked while somebody types. */
    public SearchQuestion whileTyping() {
        return new SearchQuestion(text, types, filter, chosen, facets, limit, cursor, true);
    }
}
