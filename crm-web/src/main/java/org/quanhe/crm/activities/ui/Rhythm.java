package org.quanhe.crm.activities.ui;

import java.util.List;

/**
 * Weekly contacts as a strip of bars.
 *
 * @param weeks contacts a week, oldest first
 * @param words the same in words, for those who do not see it
 */
public record Rhythm(List<Integer> weeks, String words) {
    private static final int HIGHEST = 4;
    private static final int QUIET_WEEKS = 6;

    /** Thinning out: there were contacts, and none for six weeks. */
    public boolean cold() {
        return contacts(weeks) > 0
                && contacts(weeks.subList(Math.max(0, weeks.size() - QUIET_WEEKS), weeks.size())) == 0;
    }

    public int total() {
        return contacts(weeks);
    }

    /** Class of the strip. */
    public String look() {
        return cold() ? "qh-rhythm is-cold" : "qh-rhythm";
    }

    /** Class of each bar, {@code v0} to {@code v4}. */
    public List<String> bars() {
        return weeks.stream().map(n -> "v" + Math.min(HIGHEST, n)).toList();
    }

    private static int contacts(List<Integer> weeks) {
        return weeks.stream().mapToInt(Integer::intValue).sum();
    }
}
