package org.quanhe.crm.search.lucene;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.quanhe.crm.search.analysis.Pinyin;
import org.quanhe.crm.search.analysis.Word;

/** Words that follow each other in a text: what was typed as one thing is found first where it stands as one thing. */
final class WordPairs {
    private static final int LONGEST = 40;
    private static final int MOST_COUNTED = 3;

    private WordPairs() {}

    /** Two words with a blank between, for each two. */
    static Set<String> words(List<Word> text) {
        return each(text, (left, right) -> pair(left.folded(), right.folded()));
    }

    /** Their first letters. */
    static Set<String> initials(List<Word> text) {
        return each(text, WordPairs::initials);
    }

    private static Set<String> each(List<Word> text, BiFunction<Word, Word, String> made) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i + 1 < text.size(); i++) {
            Word left = text.get(i);
            Word right = text.get(i + 1);
            if (!left.cjk() && !right.cjk()) {
                all.add(made.apply(left, right));
            }
        }
        return all;
    }

    /**
     * For letters with which several words begin, how many: who types "le l" means two words, and one must not stand
     * for both.
     */
    static Set<String> counts(List<Word> text) {
        Map<String, Integer> byLetter = new TreeMap<>();
        for (Word word : text) {
            if (word.cjk()) {
                Pinyin.initials(word.folded()).forEach(letter -> byLetter.merge(letter, 1, Integer::sum));
            } else {
                byLetter.merge(word.folded().substring(0, 1), 1, Integer::sum);
            }
        }
        Set<String> counts = new LinkedHashSet<>();
        byLetter.forEach((letter, count) -> {
            for (int i = 2; i <= Math.min(count, MOST_COUNTED); i++) {
                counts.add(i + letter);
            }
        });
        return counts;
    }

    static String pair(String left, String right) {
        String pair = left + " " + right;
        return pair.length() > LONGEST ? pair.substring(0, LONGEST) : pair;
    }

    static String initials(Word left, Word right) {
        return left.folded().substring(0, 1) + right.folded().substring(0, 1);
    }
}
