package org.quanhe.crm.records.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.shell.ui.Links;

/**
 * What a list shows, as its address says it: so that a list can be kept as a bookmark, sent to a colleague and gone
 * back to.
 *
 * @param type record type
 * @param view {@code all}, {@code mine}, or the number of a saved view; empty where nothing is said
 * @param filter text of the condition; null where the view decides
 * @param text words of the filter box
 * @param sort field, with {@code -} for descending; empty where the view decides
 * @param columns fields shown; empty where the view decides
 * @param size rows of a page
 * @param cursor where the page begins, empty for the beginning
 * @param from how many rows come before it
 */
record ListAddress(
        String type,
        String view,
        @Nullable String filter,
        String text,
        String sort,
        List<String> columns,
        int size,
        String cursor,
        long from) {
    static final List<Integer> SIZES = List.of(25, 50, 100);
    private static final int USUAL = 50;
    private static final int LONGEST_TEXT = 200;

    /** Reads the address of the request; in a postback, the one that the form carries. */
    static ListAddress of(HttpServletRequest request) {
        String carried = request.getParameter("address");
        if (carried != null) {
            return of(split(carried));
        }
        Map<String, String> parameters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
        String[] columns = request.getParameterValues("col");
        if (columns != null) {
            parameters.put("columns", String.join(",", columns));
        }
        return of(parameters);
    }

    private static ListAddress of(Map<String, String> p) {
        String text = p.getOrDefault("q", "").strip();
        return new ListAddress(
                p.getOrDefault("type", ""),
                p.getOrDefault("view", ""),
                p.get("filter"),
                text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text,
                p.getOrDefault("sort", ""),
                Arrays.stream(p.getOrDefault("columns", "").split(","))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList(),
                SIZES.stream()
                        .filter(size -> size.toString().equals(p.get("size")))
                        .findFirst()
                        .orElse(USUAL),
                p.getOrDefault("cursor", ""),
                number(p.getOrDefault("from", "0")));
    }

    private static Map<String, String> split(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(part.substring(0, equals), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** What is no encoded text stands for itself: the list then says that it knows no such thing. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    /** The address without the page's name. */
    String query() {
        StringBuilder query = new StringBuilder("type=").append(Links.encode(type));
        add(query, "view", view);
        if (filter != null) {
            query.append("&filter=").append(Links.encode(filter));
        }
        add(query, "q", text);
        add(query, "sort", sort);
        add(query, "columns", String.join(",", columns));
        add(query, "size", size == USUAL ? "" : Integer.toString(size));
        add(query, "cursor", cursor);
        add(query, "from", from == 0 ? "" : Long.toString(from));
        return query.toString();
    }

    String href() {
        return "list.xhtml?" + query();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&').append(name).append('=').append(Links.encode(value));
        }
    }

    ListAddress filtered(@Nullable String condition) {
        return new ListAddress(type, view, condition, text, sort, columns, size, "", 0);
    }

    ListAddress worded(String words) {
        return new ListAddress(type, view, filter, words, sort, columns, size, "", 0);
    }

    ListAddress sorted(String order) {
        return new ListAddress(type, view, filter, text, order, columns, size, "", 0);
    }

    ListAddress sized(int rows) {
        return new ListAddress(type, view, filter, text, sort, columns, rows, "", 0);
    }

    ListAddress at(@Nullable String position, long before) {
        return new ListAddress(
                type, view, filter, text, sort, columns, size, position == null ? "" : position, Math.max(0, before));
    }

    /** The address asks for the list and nothing of it: the list may open as somebody wants it to. */
    boolean bare() {
        return view.isEmpty() && filter == null && text.isEmpty() && sort.isEmpty() && columns.isEmpty();
    }

    /** The same in that view. */
    ListAddress in(String name) {
        return new ListAddress(type, name, filter, text, sort, columns, size, cursor, from);
    }

    /** Another view of the same type, from its beginning. */
    ListAddress viewed(String name) {
        return new ListAddress(type, name, null, "", "", List.of(), size, "", 0);
    }
}
