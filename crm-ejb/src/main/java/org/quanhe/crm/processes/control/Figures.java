package org.quanhe.crm.processes.control;

import java.util.List;

/** Mean and middle of working minutes. */
public final class Figures {
    private Figures() {}

    /** Mean, rounded; 0 of nothing. */
    public static long average(List<Long> minutes) {
        return Math.round(minutes.stream().mapToLong(Long::longValue).average().orElse(0));
    }

    /** The middle one; of an even number the mean of the two in the middle, rounded; 0 of nothing. */
    public static long median(List<Long> minutes) {
        List<Long> sorted = minutes.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return 0;
        }
        return sorted.size() % 2 == 1 ? sorted.get(half) : average(sorted.subList(half - 1, half + 1));
    }
}
