package org.quanhe.crm.search.lucene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.SearchAnswer.Highlight;
import org.quanhe.crm.search.SearchAnswer.Hit;
import org.quanhe.crm.search.SearchAnswer.Mark;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.analysis.Words;

/**
 * What was typed in the spelling that was found. The words come from what is marked in the hits, which the reader may
 * read; the vocabulary of the index would name words of others.
 */
final class MeantWords {
    private static final int MOST_WORDS = 12;
    private static final int MOST_SLIPS = 3;
    private static final int SHORTEST = 3;

    private final Map<String, Spelling> marked = new HashMap<>();

    /** A spelling and how often it was marked. */
    private record Spelling(String text, int times) {}

    private MeantWords(List<Hit> hits) {
        for (Hit hit : hits) {
            for (Highlight highlight : hit.highlights()) {
                highlight.marks().forEach(mark -> add(highlight.text(), mark));
            }
        }
    }

    private void add(String text, Mark mark) {
        String part = text.substring(mark.start(), mark.end());
        for (Word word : Words.of(part)) {
            if (!word.cjk()) {
                marked.merge(
                        word.folded(),
                        new Spelling(part.substring(word.start(), word.end()), 1),
                        (known, more) -> new Spelling(known.text(), known.times() + 1));
            }
        }
    }

    /** What was meant; null if every word was found as typed, or for one of the others nothing similar. */
    static @Nullable String of(String typed, List<Hit> hits) {
        MeantWords words = new MeantWords(hits);
        StringBuilder meant = new StringBuilder();
        int at = 0;
        boolean other = false;
        for (Word word : Words.of(typed, MOST_WORDS)) {
            String spelling = words.known(word) ? typed.substring(word.start(), word.end()) : words.similar(word);
            if (spelling == null) {
                return null;
            }
            other |= !words.known(word);
            meant.append(typed, at, word.start()).append(spelling);
            at = word.end();
        }
        return other ? meant.append(typed.substring(at)).toString().strip() : null;
    }

    /** Marked as typed, or not a word in which letters are mistaken. */
    private boolean known(Word word) {
        return word.cjk() || word.digits() || word.folded().length() < SHORTEST || marked.containsKey(word.folded());
    }

    private @Nullable String similar(Word word) {
        for (int slips = 1; slips <= Math.min(MOST_SLIPS, word.folded().length() / 2); slips++) {
            Spelling best = null;
            for (Map.Entry<String, Spelling> entry : marked.entrySet()) {
                boolean closer = Slips.within(word.folded(), entry.getKey(), slips);
                if (closer && (best == null || better(entry.getValue(), best))) {
                    best = entry.getValue();
                }
            }
            if (best != null) {
                return best.text();
            }
        }
        return null;
    }

    /** More hits first; the order of letters decides between equals, so that the same question gets the same answer. */
    private static boolean better(Spelling one, Spelling other) {
        return one.times() != other.times()
                ? one.times() > other.times()
                : one.text().compareTo(other.text()) < 0;
    }
}
