package org.quanhe.crm.search.lucene;

/** Typing mistakes: a letter missing, doubled, wrong, or two turned round. */
final class Slips {
    private Slips() {}

    /** True if so many mistakes make one word of the other. */
    static boolean within(String one, String other, int most) {
        return between(one, other, most) <= most;
    }

    /** The fewest mistakes that make one word of the other, or one more than the most where there are more. */
    static int between(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] secondLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        int leastOfLast = 0;
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            int leastOfNow = i;
            for (int j = 1; j <= other.length(); j++) {
                now[j] = least(one, other, i, j, secondLast, last, now);
                leastOfNow = Math.min(leastOfNow, now[j]);
            }
            if (leastOfNow > most && leastOfLast > most) {
                return most + 1;
            }
            leastOfLast = leastOfNow;
            int[] free = secondLast;
            secondLast = last;
            last = now;
            now = free;
        }
        return Math.min(last[other.length()], most + 1);
    }

    private static int least(String one, String other, int i, int j, int[] secondLast, int[] last, int[] now) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(last[j - 1] + same, Math.min(last[j], now[j - 1]) + 1);
        boolean turned =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return turned ? Math.min(least, secondLast[j - 2] + 1) : least;
    }
}
