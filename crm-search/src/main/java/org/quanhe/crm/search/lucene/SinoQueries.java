package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.quanhe.crm.search.analysis.SinoVietnamese;
import org.quanhe.crm.search.analysis.Word;

/** Finds a name by how the other language has it: 阮氏英 by nguyen thi anh, Nguyễn Thị Anh by 阮氏英 or ruanshiying. */
final class SinoQueries {
    private static final int LONGEST_NAME = 4;
    private static final int SHORTEST_SOUND = 2;
    private static final float WHOLE = 0.1f;

    private SinoQueries() {}

    /** Nothing where what was typed cannot be a whole name. */
    static Optional<Query> of(List<Word> typed) {
        if (typed.size() == 1 && !typed.get(0).digits()) {
            Word word = typed.get(0);
            return word.cjk() ? characters(word.folded()) : sound(word);
        }
        return maybeSyllables(typed) ? Optional.of(syllables(typed)) : Optional.empty();
    }

    private static boolean maybeSyllables(List<Word> typed) {
        return typed.size() > 1
                && typed.size() <= LONGEST_NAME
                && typed.stream().noneMatch(word -> word.cjk() || word.digits());
    }

    /** Whose whole name is read as it was typed; nothing where the words cannot be syllables of a name. */
    static Optional<Query> whole(List<Word> typed) {
        return maybeSyllables(typed) ? Optional.of(whole(Wholes.of(typed))) : Optional.empty();
    }

    private static Query whole(String name) {
        return new TermQuery(new Term(Fields.TITLE_SINO, name));
    }

    /** Each character is one of the words, by one of its readings. */
    private static Optional<Query> characters(String run) {
        if (run.length() < 2 || run.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        BooleanQuery.Builder name = new BooleanQuery.Builder();
        for (char character : run.toCharArray()) {
            Set<String> readings = SinoVietnamese.readings(character);
            if (readings.isEmpty()) {
                return Optional.empty();
            }
            List<Query> ways = new ArrayList<>();
            readings.forEach(reading -> ways.add(new TermQuery(new Term(Fields.TITLE_WORD, reading))));
            name.add(FilterQueries.any(ways), Occur.MUST);
        }
        List<Query> wholes = new ArrayList<>();
        SinoVietnamese.spoken(run).forEach(whole -> wholes.add(new TermQuery(new Term(Fields.TITLE, whole))));
        return Optional.of(wholeFirst(name.build(), FilterQueries.any(wholes)));
    }

    /** Who has just this name comes before who has more. */
    private static Query wholeFirst(Query name, Query whole) {
        return new BooleanQuery.Builder()
                .add(new ConstantScoreQuery(name), Occur.MUST)
                .add(new BoostQuery(new ConstantScoreQuery(whole), WHOLE), Occur.SHOULD)
                .build();
    }

    private static Optional<Query> sound(Word word) {
        return word.length() < SHORTEST_SOUND
                ? Optional.empty()
                : Optional.of(new ConstantScoreQuery(
                        new TermQuery(new Term(Fields.TITLE_SINO, Fields.SOUND + word.folded()))));
    }

    /** The last word may be a beginning: somebody is typing it. */
    private static Query syllables(List<Word> words) {
        BooleanQuery.Builder name = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            Term term = new Term(Fields.TITLE_SINO, words.get(i).folded());
            name.add(i + 1 < words.size() ? new TermQuery(term) : new BeginningQuery(term), Occur.MUST);
        }
        return wholeFirst(name.build(), whole(Wholes.of(words)));
    }
}
