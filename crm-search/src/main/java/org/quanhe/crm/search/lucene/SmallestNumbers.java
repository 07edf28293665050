package org.quanhe.crm.search.lucene;

import java.util.Arrays;

/** Keeps the smallest of many numbers, in memory for twice as many as are wanted. */
final class SmallestNumbers {
    private final long behind;
    private final int most;
    private long[] kept;
    private int size;
    private long bound = Long.MAX_VALUE;

    /**
     * Keeps some numbers.
     *
     * @param behind only greater ones
     * @param most how many
     */
    SmallestNumbers(long behind, int most) {
        this.behind = behind;
        this.most = most;
        this.kept = new long[Math.min(2 * most, 64)];
    }

    void add(long number) {
        if (number <= behind || number > bound) {
            return;
        }
        if (size == 2 * most) {
            Arrays.sort(kept);
            size = most;
            bound = kept[most - 1];
        } else if (size == kept.length) {
            kept = Arrays.copyOf(kept, Math.min(2 * most, 2 * size));
        }
        kept[size++] = number;
    }

    /** Those kept, in order. */
    long[] sorted() {
        long[] all = Arrays.copyOf(kept, size);
        Arrays.sort(all);
        return Arrays.copyOf(all, Math.min(most, size));
    }
}
