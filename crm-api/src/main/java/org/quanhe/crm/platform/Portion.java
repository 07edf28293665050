package org.quanhe.crm.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * So many of a list, and where it goes on.
 *
 * @param items in the order of the list
 * @param next the place behind the last of them, to be asked for as a cursor; null at the end of the list
 */
public record Portion<T>(List<T> items, @Nullable String next) {
    public Portion {
        items = List.copyOf(items);
    }

    /** A list of nothing. */
    public static <T> Portion<T> none() {
        return new Portion<>(List.of(), null);
    }

    /**
     * The first of those that were found.
     *
     * @param found in the order of the list; one more than the limit tells that the list goes on
     * @param place the place behind one of them
     */
    public static <T> Portion<T> of(List<T> found, int limit, Function<T, String> place) {
        if (found.size() <= limit) {
            return new Portion<>(found, null);
        }
        return new Portion<>(found.subList(0, limit), place.apply(found.get(limit - 1)));
    }

    /** The same portion, told otherwise. */
    public <R> Portion<R> told(List<R> otherwise) {
        return new Portion<>(otherwise, next);
    }
}
