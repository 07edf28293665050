package org.quanhe.crm.activities.ui;

import java.util.List;

/**
 * Weekly contacts as a strip of bars.
 *
 * @param weeks contacts a week, oldest first
 * @param words the same in words, for those who do not see it
 */
public record Rhythm(List<Integer> weeks, String words) {
    private static final int QUIET_WEEKS = 6;
    private static final int WEEK = 3;
    private static final int FOOT = 14;
    private static final int[] HEIGHTS = {1, 4, 7, 10, 14};

    /** Thinning out: there were contacts, and none for six weeks. */
    public boolean cold() {
        int quiet = contacts(weeks.subList(Math.max(0, weeks.size() - QUIET_WEEKS), weeks.size()));
        return total() > 0 && quiet == 0;
    }

    public int total() {
        return contacts(weeks);
    }

    /** Class of the strip. */
    public String look() {
        return cold() ? "qh-rhythm is-cold" : "qh-rhythm";
    }

    /** The strip's coordinates: three units a week, fourteen high. */
    public String viewBox() {
        return "0 0 " + weeks.size() * WEEK + " " + FOOT;
    }

    /** One path for all weeks with contacts: a strip is two elements, not one for each week. */
    public String bars() {
        return path(true);
    }

    /** A dot for each week without. */
    public String dots() {
        return path(false);
    }

    private String path(boolean withContacts) {
        StringBuilder path = new StringBuilder();
        for (int week = 0; week < weeks.size(); week++) {
            int contacts = weeks.get(week);
            if (contacts > 0 == withContacts) {
                int height = HEIGHTS[Math.min(contacts, HEIGHTS.length - 1)];
                path.append('M').append(week * WEEK).append(' ').append(FOOT);
                path.append('v').append(-height).append("h2v").append(height).append('z');
            }
        }
        return path.toString();
    }

    private static int contacts(List<Integer> weeks) {
        return weeks.stream().mapToInt(Integer::intValue).sum();
    }
}
