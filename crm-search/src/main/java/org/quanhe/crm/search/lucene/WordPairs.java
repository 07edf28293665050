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
    private static final int LONGEST_COUNTED = 4;

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
     * For beginnings that several words of the text have, how many: who types "le l" means two words, and one must not
     * stand for both.
     */
    static Set<String> counts(List<Word> text) {
        Map<String, Integer> byBeginning = new TreeMap<>();
        for (Word word : text) {
            if (word.cjk()) {
                Pinyin.initials(word.folded()).forEach(letter -> byBeginning.merge(letter, 1, Integer::sum));
            } else {
                String folded = word.folded();
                for (int to = 1; to <= Math.min(LONGEST_COUNTED, folded.length()); to++) {
                    byBeginning.merge(folded.substring(0, to), 1, Integer::sum);
                }
            }
        }
        Set<String> counts = new LinkedHashSet<>();
        byBeginning.forEach((beginning, count) -> {
            for (int i = 2; i <= Math.min(count, MOST_COUNTED); i++) {
                counts.add(count(i, beginning));
            }
        });
        return counts;
    }

    /** What a text must count of which all these words are: only a word that begins another needs one of its own. */
    static Set<String> wanted(List<Word> typed) {
        Set<String> wanted = new LinkedHashSet<>();
        for (Word word : typed) {
            long like = typed.stream()
                    .filter(other -> other.folded().startsWith(word.folded()))
                    .count();
            if (like > 1 && !word.cjk()) {
                String beginning = word.folded()
                        .substring(0, Math.min(LONGEST_COUNTED, word.folded().length()));
                wanted.add(count((int) Math.min(like, MOST_COUNTED), beginning));
            }
        }
        return wanted;
    }

    private static String count(int words, String beginning) {
        return words + ":" + beginning;
    }

    static String pair(String left, String right) {
        String pair = left + " " + right;
        return pair.length() > LONGEST ? pair.substring(0, LONGEST) : pair;
    }

    static String initials(Word left, Word right) {
        return left.folded().substring(0, 1) + right.folded().substring(0, 1);
    }
}
