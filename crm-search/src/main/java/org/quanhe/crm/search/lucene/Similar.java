package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.lucene.Vocabulary.Meant;

/** For the words of a search those that were perhaps meant. */
final class Similar {
    /** None, for whoever looks for what was typed. */
    static final Similar NONE = new Similar(Map.of());

    /** So many of them are tried in phrases. */
    private static final int MOST_IN_PHRASES = 4;

    private final Map<String, List<Meant>> byWord;

    private Similar(Map<String, List<Meant>> byWord) {
        this.byWord = byWord;
    }

    /** Whether the reader finds words that begin like this. */
    interface Known {
        boolean knows(Word word) throws IOException;
    }

    static Similar of(TypedText typed, Stage stage, Vocabulary vocabulary, Known known) throws IOException {
        if (stage == Stage.TYPED) {
            return NONE;
        }
        Map<String, List<Meant>> byWord = new HashMap<>();
        for (Word word : typed.words()) {
            if (Vocabulary.maySlip(word) && (stage != Stage.SIMILAR || !known.knows(word))) {
                byWord.put(word.folded(), vocabulary.meant(word));
            }
        }
        return new Similar(byWord);
    }

    List<Meant> to(Word word) {
        return byWord.getOrDefault(word.folded(), List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Similar similar && byWord.equals(similar.byWord);
    }

    @Override
    public int hashCode() {
        return byWord.hashCode();
    }

    /** The word, and the likeliest of those that were perhaps meant. */
    List<String> orItself(Word word) {
        Set<String> all = new LinkedHashSet<>(List.of(word.folded()));
        for (Meant meant : to(word)) {
            if (all.size() <= MOST_IN_PHRASES) {
                all.add(meant.word());
            }
        }
        return new ArrayList<>(all);
    }
}
