package org.quanhe.crm.search.bench;

import java.util.List;

/** An engine with the customers in it; asked by several threads at once. */
interface Competitor extends AutoCloseable {
    String name();

    /** Takes customers in; the time of it counts as building. */
    void add(List<Customer> customers);

    /** All are in: whatever is left to do before the first question. */
    void finish();

    /** Nobody writes for a while: what an engine does then by itself, which counts as nothing. */
    default void rest() {
        // most do nothing
    }

    /** True if no text may make it fail. */
    default boolean answersAnything() {
        return false;
    }

    /** Numbers of the first ten hits, best first. */
    List<Long> firstTen(String text);

    /** What it takes on disk. */
    long bytes();

    @Override
    void close();
}
