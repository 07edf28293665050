package org.quanhe.crm.records;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows.
 *
 * @param type record type
 * @param filter condition on its fields; {@link Filter#ALL} for none
 * @param text words as typed into a search box, empty for none
 * @param sort field name, {@code -} before it for descending; empty for the type's own order
 * @param limit most records of a page, 1 to 200
 * @param cursor where to go on, as an earlier page gave it; null for the beginning
 */
public record ListQuery(
        String type,
        Filter filter,
        String text,
        String sort,
        int limit,
        @Nullable String cursor) {
    /** Most records of one page. */
    public static final int MAX_LIMIT = 200;

    public static ListQuery of(String type) {
        return new ListQuery(type, Filter.ALL, "", "", 50, null);
    }

    public ListQuery where(Filter condition) {
        return new ListQuery(type, condition, text, sort, limit, cursor);
    }

    public ListQuery withText(String words) {
        return new ListQuery(type, filter, words, sort, limit, cursor);
    }

    public ListQuery sortedBy(String field) {
        return new ListQuery(type, filter, text, field, limit, cursor);
    }

    public ListQuery limitedTo(int most) {
        return new ListQuery(type, filter, text, sort, most, cursor);
    }

    public ListQuery from(@Nullable String position) {
        return new ListQuery(type, filter, text, sort, limit, position);
    }

    public Optional<String> position() {
        return Optional.ofNullable(cursor);
    }

    public List<String> fields() {
        return Filter.fieldsOf(filter);
    }
}
