package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
        if (stage.literal()) {
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

    /**
     * These words with others that were perhaps meant in their places.
     *
     * @param changed how many of them are others
     */
    record Phrase(List<String> words, int changed) {
        private Phrase with(String word, int more) {
            List<String> longer = new ArrayList<>(words);
            longer.add(word);
            return new Phrase(longer, changed + more);
        }
    }

    /** The likeliest phrases that differ from what was typed, those with the fewest other words first. */
    List<Phrase> phrases(List<Word> typed, int most) {
        List<Phrase> phrases = List.of(new Phrase(List.of(), 0));
        for (Word word : typed) {
            List<Phrase> longer = new ArrayList<>();
            phrases.forEach(phrase -> longer.add(phrase.with(word.folded(), 0)));
            for (String meant : likeliest(word)) {
                phrases.forEach(phrase -> longer.add(phrase.with(meant, 1)));
            }
            longer.sort(Comparator.comparingInt(Phrase::changed));
            phrases = longer.subList(0, Math.min(most + 1, longer.size()));
        }
        return phrases.stream().filter(phrase -> phrase.changed() > 0).toList();
    }

    private Set<String> likeliest(Word word) {
        Set<String> likeliest = new LinkedHashSet<>();
        for (Meant meant : to(word)) {
            if (likeliest.size() < MOST_IN_PHRASES) {
                likeliest.add(meant.word());
            }
        }
        return likeliest;
    }
}
