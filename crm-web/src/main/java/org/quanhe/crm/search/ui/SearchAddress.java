package org.quanhe.crm.search.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.shell.ui.Links;

/**
 * What the results page shows, as its address says it: it can be kept, sent and gone back to.
 *
 * @param text words as typed
 * @param type the one record type looked at, empty for all
 * @param chosen values chosen from facets, by field
 * @param cursor where the page begins, empty for the beginning
 * @param from how many hits come before it
 */
record SearchAddress(String text, String type, Map<String, List<String>> chosen, String cursor, long from) {
    /** Before the name of a field whose values are chosen. */
    private static final String CHOSEN = "by.";

    private static final int MOST_CHOSEN = 50;

    static SearchAddress of(HttpServletRequest request) {
        String type = parameter(request, "type");
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        if (!type.isEmpty()) {
            request.getParameterMap().forEach((name, values) -> {
                if (name.startsWith(CHOSEN)) {
                    List<String> some = List.of(values).stream()
                            .distinct()
                            .limit(MOST_CHOSEN)
                            .toList();
                    chosen.put(name.substring(CHOSEN.length()), some);
                }
            });
        }
        String from = parameter(request, "from");
        return new SearchAddress(
                parameter(request, "q"),
                type,
                chosen,
                parameter(request, "cursor"),
                from.matches("\\d{1,9}") ? Long.parseLong(from) : 0);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    String href() {
        return "search.xhtml?" + query();
    }

    /** The address without the page's name. */
    String query() {
        StringBuilder query = new StringBuilder("q=").append(Links.encode(text));
        add(query, "type", type);
        chosen.forEach((field, values) -> values.forEach(value -> add(query, CHOSEN + field, value)));
        add(query, "cursor", cursor);
        add(query, "from", from == 0 ? "" : Long.toString(from));
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        if (!value.isEmpty()) {
            query.append('&').append(Links.encode(name)).append('=').append(Links.encode(value));
        }
    }

    /** Other words, with all that was chosen. */
    SearchAddress worded(String words) {
        return new SearchAddress(words, type, chosen, "", 0);
    }

    /** One type, of which nothing is chosen yet; empty for all. */
    SearchAddress of(String one) {
        return new SearchAddress(text, one, Map.of(), "", 0);
    }

    /** With the value too, or without it. */
    SearchAddress toggled(String field, String value) {
        Map<String, List<String>> others = new LinkedHashMap<>(chosen);
        List<String> values = new ArrayList<>(others.getOrDefault(field, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        others.put(field, List.copyOf(values));
        if (values.isEmpty()) {
            others.remove(field);
        }
        return new SearchAddress(text, type, others, "", 0);
    }

    /** Another page of the same hits. */
    SearchAddress at(String position, long before) {
        return new SearchAddress(text, type, chosen, before <= 0 ? "" : position, Math.max(0, before));
    }

    /** The same hits, of whatever was chosen. */
    SearchAddress unfiltered() {
        return of(type);
    }

    boolean chosen(String field, String value) {
        return chosen.getOrDefault(field, List.of()).contains(value);
    }
}
