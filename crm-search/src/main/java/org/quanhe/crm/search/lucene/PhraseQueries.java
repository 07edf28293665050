package org.quanhe.crm.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Word;

/** What raises a record that has the words in one place and in this order. None of it finds a record; it ranks. */
final class PhraseQueries {
    private static final float WHOLE = 20;
    private static final float WHOLE_MEANT = 12;
    private static final float WHOLE_START = 8;
    private static final float WHOLE_ALMOST_START = 5;
    private static final float TITLE_START = 1.5f;
    private static final float TITLE_PAIR = 4;
    private static final float TITLE_INITIALS = 2;
    private static final float OTHER_PAIR = 8;

    /** What was only meant, or is not all typed yet, counts so much. */
    private static final float NEARLY = 0.75f;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_WHOLES = 8;

    private final TypedText typed;
    private final Similar similar;
    private final boolean others;
    private final List<Query> all = new ArrayList<>();

    private PhraseQueries(TypedText typed, Similar similar, boolean others) {
        this.typed = typed;
        this.similar = similar;
        this.others = others;
    }

    /** @param others false if only titles may decide: the reader may not read every field */
    static List<Query> of(TypedText typed, Similar similar, boolean others) {
        return new PhraseQueries(typed, similar, others).gathered();
    }

    private List<Query> gathered() {
        List<Word> words = typed.words();
        List<Word> name = LegalForms.name(words);
        whole(Fields.TITLE, words, name);
        if (others) {
            whole(Fields.OTHER_WHOLE, name, name);
        }
        if (words.size() > 1) {
            // syllables of a Chinese name, typed apart
            all.add(constant(Fields.TITLE, joined(words), WHOLE));
            words.forEach(word -> all.add(constant(Fields.TITLE, Wholes.start(List.of(word)), TITLE_START)));
        }
        for (int i = 0; i + 1 < name.size(); i++) {
            Word left = name.get(i);
            Word right = name.get(i + 1);
            if (!left.cjk() && !right.cjk()) {
                pair(left, right, i + 2 == name.size());
            }
        }
        return all;
    }

    private static String joined(List<Word> words) {
        return words.stream().map(Word::folded).collect(Collectors.joining());
    }

    private void whole(String field, List<Word> words, List<Word> name) {
        List<Query> ways = new ArrayList<>();
        ways.add(constant(field, Wholes.of(words), WHOLE));
        if (!name.equals(words)) {
            ways.add(constant(field, Wholes.of(name), WHOLE));
        }
        ways.add(constant(field, Wholes.start(name), WHOLE_START));
        if (name.size() > 2) {
            ways.add(constant(field, Wholes.start(name.subList(0, name.size() - 1)), WHOLE_ALMOST_START));
        }
        meant(name).forEach(text -> ways.add(constant(field, text, WHOLE_MEANT)));
        all.add(new DisjunctionMaxQuery(ways, 0));
    }

    /** The name with words that were perhaps meant in their places. */
    private Set<String> meant(List<Word> name) {
        List<String> texts = List.of("");
        for (Word word : name) {
            List<String> longer = new ArrayList<>();
            for (String text : texts) {
                for (String one : similar.orItself(word)) {
                    if (longer.size() < MOST_WHOLES) {
                        longer.add(text.isEmpty() ? one : text + " " + one);
                    }
                }
            }
            texts = longer;
        }
        Set<String> others = new LinkedHashSet<>(texts);
        others.remove(Wholes.of(name));
        return others;
    }

    /** @param last somebody may still be typing the second word */
    private void pair(Word left, Word right, boolean last) {
        boolean open = last && right.length() >= SHORTEST_BEGINNING;
        List<Query> title = together(Fields.TITLE_PAIR, left, right, open, TITLE_PAIR);
        title.add(constant(Fields.TITLE_INITIALS, WordPairs.initials(left, right), TITLE_INITIALS));
        all.add(new DisjunctionMaxQuery(title, 0));
        if (others) {
            all.add(new DisjunctionMaxQuery(together(Fields.OTHER_PAIR, left, right, last, OTHER_PAIR), 0));
        }
    }

    private List<Query> together(String field, Word left, Word right, boolean open, float boost) {
        List<Query> ways = new ArrayList<>();
        String pair = WordPairs.pair(left.folded(), right.folded());
        ways.add(constant(field, pair, boost));
        if (open) {
            ways.add(constant(new PrefixQuery(new Term(field, pair)), boost * NEARLY));
        }
        for (String one : similar.orItself(left)) {
            for (String other : similar.orItself(right)) {
                String meant = WordPairs.pair(one, other);
                if (!meant.equals(pair)) {
                    ways.add(constant(field, meant, boost * NEARLY));
                }
            }
        }
        return ways;
    }

    private static Query constant(String field, String term, float boost) {
        return constant(new TermQuery(new Term(field, term)), boost);
    }

    private static Query constant(Query query, float boost) {
        return new BoostQuery(new ConstantScoreQuery(query), boost);
    }
}
