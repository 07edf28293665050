package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.quanhe.crm.search.analysis.Word;

/**
 * The words of the index, asked for those that a mistyped word may have been meant for. What comes of it is only looked
 * for: it is never shown, for it may stand in texts that the reader may not see.
 */
final class Vocabulary {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_TWICE = 9;
    private static final int MOST = 50;

    /** Where mistyped words are looked up. */
    static final List<String> FIELDS = List.of(Fields.TITLE_WORD, Fields.OTHER_WORD);

    private final IndexReader reader;
    private final WordsOfParts words;
    private final Map<String, List<Meant>> asked = new HashMap<>();

    Vocabulary(IndexReader reader, WordsOfParts words) {
        this.reader = reader;
        this.words = words;
    }

    /**
     * A word that may have been meant.
     *
     * @param slips how many mistakes lie between
     * @param records how many records have it
     * @param title whether titles have it, or else other texts
     */
    record Meant(String word, int slips, int records, boolean title) {
        /** The same word in two parts of the index. */
        Meant together(Meant other) {
            return new Meant(word, slips, records + other.records, title);
        }
    }

    /** Whether a mistake may be looked for in the word at all. */
    static boolean maySlip(Word word) {
        return !word.cjk() && word.length() >= SHORTEST && !word.digits();
    }

    /** Mistakes allowed in a word. */
    static int slips(Word word) {
        return word.length() >= SHORTEST_TWICE ? 2 : 1;
    }

    /** Words that differ from this one by slips, the nearest and then the most frequent first; without itself. */
    List<Meant> meant(Word word) throws IOException {
        List<Meant> known = asked.get(word.folded());
        if (known == null) {
            known = new ArrayList<>();
            gather(Fields.TITLE_WORD, word, true, known);
            gather(Fields.OTHER_WORD, word, false, known);
            asked.put(word.folded(), known);
        }
        return known;
    }

    private void gather(String field, Word word, boolean title, List<Meant> into) throws IOException {
        Map<String, Meant> found = new HashMap<>();
        for (LeafReaderContext part : reader.leaves()) {
            words.of(part.reader(), field)
                    .ifPresent(some -> some.near(
                            word.folded(),
                            slips(word),
                            (one, slips, records) ->
                                    found.merge(one, new Meant(one, slips, records, title), Meant::together)));
        }
        found.values().stream()
                .sorted(Comparator.comparing(Meant::slips)
                        .thenComparing(Meant::records, Comparator.reverseOrder())
                        .thenComparing(Meant::word))
                .limit(MOST)
                .forEach(into::add);
    }
}
