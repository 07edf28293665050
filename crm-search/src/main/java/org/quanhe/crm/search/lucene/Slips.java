package org.quanhe.crm.search.lucene;

/** Typing mistakes: a letter missing, doubled, wrong, or two turned round. */
final class Slips {
    private Slips() {}

    /** True if so many mistakes make one word of the other. */
    static boolean within(String one, String other, int most) {
        return Math.abs(one.length() - other.length()) <= most && between(one, other) <= most;
    }

    /** The fewest mistakes that make one word of the other. */
    static int between(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : least(one, other, i, j, distance);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int least(String one, String other, int i, int j, int[][] distance) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(distance[i - 1][j - 1] + same, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean turned =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return turned ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
