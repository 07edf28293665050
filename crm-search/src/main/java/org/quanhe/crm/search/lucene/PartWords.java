package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of a field in one part of the index, held in memory by their length, some 30 bytes each. To find those near
 * a mistyped word, all of about its length are gone through: which letters a word has stands in one number, which rules
 * nearly all of them out. That costs a tenth of walking the dictionary of the part.
 */
final class PartWords {
    private final Map<Integer, OfLength> byLength = new TreeMap<>();

    /** Is told of words that lie near. */
    interface Near {
        /**
         * @param slips how many mistakes lie between, at least one
         * @param records how many records of the part have the word, those that were changed or removed since included
         */
        void found(String word, int slips, int records);
    }

    /** Words of one length, one behind the other. */
    private static final class OfLength {
        private @Nullable StringBuilder gathered = new StringBuilder();
        private String words = "";
        private long[] letters = new long[16];
        private int[] records = new int[16];
        private int size;

        void add(String word, int inRecords) {
            if (size == letters.length) {
                letters = Arrays.copyOf(letters, size + size / 2);
                records = Arrays.copyOf(records, letters.length);
            }
            Objects.requireNonNull(gathered).append(word);
            letters[size] = letters(word);
            records[size++] = inRecords;
        }

        void close() {
            words = Objects.requireNonNull(gathered).toString();
            gathered = null;
            letters = Arrays.copyOf(letters, size);
            records = Arrays.copyOf(records, size);
        }
    }

    static PartWords of(Terms terms) throws IOException {
        PartWords all = new PartWords();
        TermsEnum words = terms.iterator();
        for (BytesRef word = words.next(); word != null; word = words.next()) {
            String text = word.utf8ToString();
            all.byLength
                    .computeIfAbsent(text.length(), length -> new OfLength())
                    .add(text, words.docFreq());
        }
        all.byLength.values().forEach(OfLength::close);
        return all;
    }

    /** Tells of all words that differ from this one by so many mistakes at the most, but not of itself. */
    void near(String word, int most, Near near) {
        long wanted = letters(word);
        for (int length = word.length() - most; length <= word.length() + most; length++) {
            OfLength some = byLength.get(length);
            for (int i = 0; some != null && i < some.size; i++) {
                // each mistake takes one letter away at the most, and brings one
                if (Long.bitCount(wanted & ~some.letters[i]) <= most
                        && Long.bitCount(some.letters[i] & ~wanted) <= most) {
                    String other = some.words.substring(i * length, (i + 1) * length);
                    int slips = Slips.between(word, other, most);
                    if (slips > 0 && slips <= most) {
                        near.found(other, slips, some.records[i]);
                    }
                }
            }
        }
    }

    /** A bit for each letter and digit that a word has; others share some. */
    private static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char one = word.charAt(i);
            int bit = one >= 'a' && one <= 'z' ? one - 'a' : one >= '0' && one <= '9' ? 26 + one - '0' : 36 + one % 28;
            letters |= 1L << bit;
        }
        return letters;
    }
}
