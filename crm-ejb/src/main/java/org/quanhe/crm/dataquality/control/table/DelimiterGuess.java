package org.quanhe.crm.dataquality.control.table;

import java.io.IOException;
import java.io.Reader;

/** Finds what stands between the cells: the candidate that splits most rows of the beginning like the header. */
final class DelimiterGuess {
    private static final String CANDIDATES = "\t,;|";
    private static final int SAMPLE = 1 << 16;

    private DelimiterGuess() {}

    static char in(Reader reader) throws IOException {
        char[] buffer = new char[SAMPLE];
        int length = 0;
        int read;
        while (length < SAMPLE && (read = reader.read(buffer, length, SAMPLE - length)) > 0) {
            length += read;
        }
        String sample = new String(buffer, 0, length);
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES.toCharArray()) {
            double score = score(sample, candidate, length == SAMPLE);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** Cells of the header, weighed by the share of rows that have as many. */
    private static double score(String sample, char delimiter, boolean cut) {
        int inHeader = -1;
        int rows = 0;
        int alike = 0;
        int cells = 1;
        boolean quoted = false;
        boolean atStart = true;
        for (int i = 0; i <= sample.length(); i++) {
            char c = i < sample.length() ? sample.charAt(i) : '\n';
            if (c == '"' && (atStart || quoted)) {
                quoted = !quoted;
                atStart = false;
            } else if (!quoted && c == delimiter) {
                cells++;
                atStart = true;
            } else if (!quoted && c == '\n') {
                if (!atStart && !(cut && i == sample.length()) || cells > 1) {
                    inHeader = inHeader < 0 ? cells : inHeader;
                    rows++;
                    alike += cells == inHeader ? 1 : 0;
                }
                cells = 1;
                atStart = true;
            } else if (c != '\r') {
                atStart = false;
            }
        }
        return inHeader <= 1 ? 0 : inHeader * (double) alike / rows;
    }
}
