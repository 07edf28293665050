package org.quanhe.crm.search.lucene;

import static org.quanhe.crm.search.lucene.TermQueries.beginning;
import static org.quanhe.crm.search.lucene.TermQueries.constant;
import static org.quanhe.crm.search.lucene.TermQueries.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.quanhe.crm.search.analysis.Word;

/**
 * What raises a record that has all words in its title, or all in another short text, above one that has them here and
 * there. Each record counts by the best it has. Of legal forms none is asked for.
 */
final class OnePlaceQueries {
    /** An address, or a note, that has all words in this order: above a name that has one of them. */
    private static final float OTHER_TEXT = 70;

    private static final int FEWEST_OF_A_TEXT = 3;

    /** A letter or two begin anything. */
    private static final int SHORTEST_BEGINNING = 3;

    private final List<Word> words;
    private final Similar similar;
    private final boolean characters;

    /** How much of each word must be there, and what that is worth in a title and in another short text. */
    private enum Level {
        WHOLE(80, 70),
        ALL_BUT_LAST_WHOLE(74, 62),
        BEGINNINGS(54, 10),
        MEANT(32, 22);

        private final float title;
        private final float other;

        Level(float title, float other) {
            this.title = title;
            this.other = other;
        }

        boolean whole(int word, int of) {
            return this == WHOLE || this == ALL_BUT_LAST_WHOLE && word + 1 < of;
        }
    }

    private OnePlaceQueries(TypedText typed, Similar similar) {
        this.words = typed.needed();
        this.similar = similar;
        this.characters = words.stream().anyMatch(Word::cjk);
    }

    /**
     * Ranks.
     *
     * @param others false if only titles may decide: the reader may not read every field
     */
    static List<Query> of(TypedText typed, Similar similar, boolean others) {
        OnePlaceQueries place = new OnePlaceQueries(typed, similar);
        if (typed.words().size() < 2 && !place.characters) {
            return List.of();
        }
        List<Query> levels = new ArrayList<>();
        for (Level level : Level.values()) {
            if (level != Level.MEANT || similar != Similar.NONE) {
                levels.add(constant(place.title(level), level.title));
                if (others && !place.characters) {
                    levels.add(constant(place.shortText(level), level.other));
                }
            }
        }
        if (others && !place.characters) {
            levels.addAll(NameAndTextQueries.of(place.words));
            if (place.words.size() >= FEWEST_OF_A_TEXT) {
                levels.add(constant(place.otherText(), OTHER_TEXT));
            }
        }
        return List.of(new DisjunctionMaxQuery(levels, 0));
    }

    /** Finds the records that have all words, or what was perhaps meant, in one place; none for a single word. */
    static Optional<Query> finding(TypedText typed, Similar similar) {
        OnePlaceQueries place = new OnePlaceQueries(typed, similar);
        Level level = similar == Similar.NONE ? Level.BEGINNINGS : Level.MEANT;
        return place.words.size() < 2 ? Optional.empty() : Optional.of(place.anywhere(level));
    }

    /** Finds the records that have all words as they are in one place; none for a single word. */
    static Optional<Query> whole(TypedText typed) {
        OnePlaceQueries place = new OnePlaceQueries(typed, Similar.NONE);
        return place.words.size() < 2 ? Optional.empty() : Optional.of(place.anywhere(Level.WHOLE));
    }

    /**
     * Finds the records that have all words as they are, or what was perhaps meant, in their title; none for one word.
     */
    static Optional<Query> inTitle(TypedText typed, Similar similar) {
        OnePlaceQueries place = new OnePlaceQueries(typed, similar);
        Level level = similar == Similar.NONE ? Level.WHOLE : Level.MEANT;
        return place.words.size() < 2 ? Optional.empty() : Optional.of(place.title(level));
    }

    private Query anywhere(Level level) {
        return characters ? title(level) : FilterQueries.any(List.of(title(level), shortText(level)));
    }

    private Query title(Level level) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.cjk()) {
                WordQueries.grams(word).forEach(gram -> all.add(term(Fields.TITLE_WORD, gram), Occur.MUST));
            } else {
                all.add(inTitle(word, level, level.whole(i, words.size())), Occur.MUST);
            }
        }
        WordPairs.wanted(words).forEach(count -> all.add(term(Fields.TITLE_INITIALS, count), Occur.MUST));
        return all.build();
    }

    private Query inTitle(Word word, Level level, boolean whole) {
        String folded = word.folded();
        if (whole) {
            return term(Fields.TITLE_WORD, folded);
        }
        boolean isTerm = folded.length() <= SearchTerms.LONGEST_TITLE_PREFIX;
        List<Query> ways = new ArrayList<>();
        ways.add(beginning(isTerm, Fields.TITLE_PREFIX, Fields.TITLE_WORD, folded));
        ways.add(beginning(isTerm, Fields.TITLE_PINYIN, Fields.TITLE_PINYIN, folded));
        meant(word, level, true, Fields.TITLE_WORD, ways);
        return FilterQueries.any(ways);
    }

    private Query shortText(Level level) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<Query> ways = new ArrayList<>();
            boolean isTerm = word.folded().length() <= SearchTerms.LONGEST_SHORT_PREFIX;
            ways.add(
                    level.whole(i, words.size())
                            ? term(Fields.SHORT_WORD, word.folded())
                            : beginning(isTerm, Fields.SHORT_PREFIX, Fields.SHORT_WORD, word.folded()));
            meant(word, level, false, Fields.SHORT_WORD, ways);
            all.add(FilterQueries.any(ways), Occur.MUST);
        }
        WordPairs.wanted(words).forEach(count -> all.add(term(Fields.SHORT_PREFIX, count), Occur.MUST));
        return all.build();
    }

    /** Each word beside the one before it; the last may be a beginning. */
    private Query otherText() {
        BooleanQuery.Builder pairs = new BooleanQuery.Builder();
        for (int i = 0; i + 1 < words.size(); i++) {
            Word right = words.get(i + 1);
            String pair = WordPairs.pair(words.get(i).folded(), right.folded());
            boolean open = i + 2 == words.size() && right.length() >= SHORTEST_BEGINNING;
            pairs.add(beginning(!open, Fields.OTHER_PAIR, Fields.OTHER_PAIR, pair), Occur.MUST);
        }
        return pairs.build();
    }

    private void meant(Word word, Level level, boolean title, String field, List<Query> ways) {
        if (level == Level.MEANT) {
            similar.to(word).stream()
                    .filter(meant -> meant.title() == title)
                    .forEach(meant -> ways.add(term(field, meant.word())));
        }
    }
}
