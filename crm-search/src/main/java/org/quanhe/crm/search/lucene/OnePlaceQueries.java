package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.quanhe.crm.search.analysis.Word;

/**
 * What raises a record that has all words in its title, or all in another short text, above one that has them here and
 * there. Of legal forms none is asked for.
 */
final class OnePlaceQueries {
    private static final float TITLE = 12;
    private static final float SHORT = 10;
    private static final float SHORT_BUT_LAST = 8;
    private static final float SHORT_WHOLE = 6;

    private final List<Word> words;
    private final Similar similar;

    private OnePlaceQueries(List<Word> words, Similar similar) {
        this.words = words;
        this.similar = similar;
    }

    /** @param others false if only titles may decide: the reader may not read every field */
    static List<Query> of(TypedText typed, Similar similar, boolean others) {
        List<Word> words = new ArrayList<>();
        typed.parts().stream().filter(part -> !part.optional()).forEach(part -> words.addAll(part.words()));
        if (typed.words().size() < 2 && words.stream().noneMatch(Word::cjk)) {
            return List.of();
        }
        OnePlaceQueries place = new OnePlaceQueries(words, similar);
        List<Query> all = new ArrayList<>();
        all.add(place.title());
        if (others && words.stream().noneMatch(Word::cjk)) {
            all.add(place.shortText(0, SHORT));
            all.add(place.shortText(words.size() - 1, SHORT_BUT_LAST));
            all.add(place.shortText(words.size(), SHORT_WHOLE));
        }
        return all;
    }

    private Query title() {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Word word : words) {
            if (word.cjk()) {
                WordQueries.grams(word).forEach(gram -> all.add(term(Fields.TITLE_WORD, gram), Occur.MUST));
            } else {
                all.add(inTitle(word), Occur.MUST);
            }
        }
        WordPairs.counts(words).forEach(count -> all.add(term(Fields.TITLE_INITIALS, count), Occur.MUST));
        return constant(all.build(), TITLE);
    }

    private Query inTitle(Word word) {
        String folded = word.folded();
        List<Query> ways = new ArrayList<>();
        boolean isTerm = folded.length() <= SearchTerms.LONGEST_TITLE_PREFIX;
        ways.add(beginning(isTerm, Fields.TITLE_PREFIX, Fields.TITLE_WORD, folded));
        ways.add(beginning(isTerm, Fields.TITLE_PINYIN, Fields.TITLE_PINYIN, folded));
        meant(word, true, Fields.TITLE_WORD, ways);
        return FilterQueries.any(ways);
    }

    /** @param whole of so many words the beginning is not enough */
    private Query shortText(int whole, float boost) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            List<Query> ways = new ArrayList<>();
            boolean isTerm = word.folded().length() <= SearchTerms.LONGEST_SHORT_PREFIX;
            ways.add(
                    i < whole
                            ? term(Fields.SHORT_WORD, word.folded())
                            : beginning(isTerm, Fields.SHORT_PREFIX, Fields.SHORT_WORD, word.folded()));
            meant(word, false, Fields.SHORT_WORD, ways);
            all.add(FilterQueries.any(ways), Occur.MUST);
        }
        return constant(all.build(), boost);
    }

    private void meant(Word word, boolean title, String field, List<Query> ways) {
        similar.to(word).stream()
                .filter(meant -> meant.title() == title)
                .forEach(meant -> ways.add(term(field, meant.word())));
    }

    private static Query beginning(boolean isTerm, String terms, String words, String word) {
        return isTerm ? term(terms, word) : new PrefixQuery(new Term(words, word));
    }

    private static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    private static Query constant(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }
}
