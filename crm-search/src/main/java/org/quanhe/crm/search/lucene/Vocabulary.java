package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.quanhe.crm.search.analysis.Word;

/**
 * The words of the index, asked for those that a mistyped word may have been meant for. What comes of it is only looked
 * for: it is never shown, for it may stand in texts that the reader may not see.
 */
final class Vocabulary {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_TWICE = 9;
    private static final int MOST = 50;

    private final IndexReader reader;
    private final Map<String, List<Meant>> asked = new HashMap<>();

    Vocabulary(IndexReader reader) {
        this.reader = reader;
    }

    /**
     * A word that may have been meant.
     *
     * @param slips how many mistakes lie between
     * @param records how many records have it
     * @param title whether titles have it, or else other texts
     */
    record Meant(String word, int slips, int records, boolean title) {}

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
            // one for both fields: making it takes longer than looking with it
            CompiledAutomaton near =
                    new CompiledAutomaton(new LevenshteinAutomata(word.folded(), true).toAutomaton(slips(word)));
            gather(Fields.TITLE_WORD, word, near, true, known);
            gather(Fields.OTHER_WORD, word, near, false, known);
            asked.put(word.folded(), known);
        }
        return known;
    }

    private void gather(String field, Word word, CompiledAutomaton near, boolean title, List<Meant> into)
            throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return;
        }
        List<Meant> found = new ArrayList<>();
        TermsEnum similar = terms.intersect(near, null);
        for (BytesRef term = similar.next(); term != null; term = similar.next()) {
            String one = term.utf8ToString();
            if (!one.equals(word.folded())) {
                found.add(new Meant(one, Slips.between(word.folded(), one), similar.docFreq(), title));
            }
        }
        found.sort(Comparator.comparing(Meant::slips)
                .thenComparing(Meant::records, Comparator.reverseOrder())
                .thenComparing(Meant::word));
        into.addAll(found.subList(0, Math.min(MOST, found.size())));
    }
}
