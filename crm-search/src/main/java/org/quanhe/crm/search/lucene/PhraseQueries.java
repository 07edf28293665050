package org.quanhe.crm.search.lucene;

import static org.quanhe.crm.search.lucene.TermQueries.prefix;
import static org.quanhe.crm.search.lucene.TermQueries.term;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.quanhe.crm.search.analysis.LegalForms;
import org.quanhe.crm.search.analysis.Word;

/** What raises a record that has the words in one place and in this order. None of it finds a record; it ranks. */
final class PhraseQueries {
    private static final float WHOLE = 30;
    private static final float WHOLE_MEANT = 18;
    private static final float WHOLE_START = 8;
    private static final float WHOLE_ALMOST_START = 5;

    /** Above a name that begins like that by its sound, below one that does by its letters. */
    private static final float OTHER_BEGINNING = 4;

    private static final float TITLE_START = 1.5f;
    private static final float TITLE_PAIR = 4;
    private static final float TITLE_INITIALS = 2;
    private static final float OTHER_PAIR = 8;

    /** What was only meant, or is not all typed yet, counts so much. */
    private static final float NEARLY = 0.75f;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int MOST_PHRASES = 12;

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
        List<Word> name = LegalForms.name(typed.named());
        whole(Fields.TITLE, words, name);
        if (others) {
            whole(Fields.OTHER_WHOLE, name, name);
            begun(name);
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

    /** One word that is not all typed yet, of a company or another short text. */
    private void begun(List<Word> name) {
        if (name.size() == 1 && !name.get(0).cjk() && name.get(0).length() >= SHORTEST_BEGINNING) {
            all.add(TermQueries.constant(prefix(Fields.OTHER_WHOLE, Wholes.start(name)), OTHER_BEGINNING));
        }
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
        similar.phrases(name, MOST_PHRASES)
                .forEach(phrase -> ways.add(
                        constant(field, String.join(" ", phrase.words()), (float) (WHOLE_MEANT * less(phrase)))));
        all.add(new DisjunctionMaxQuery(ways, 0));
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
            ways.add(TermQueries.constant(prefix(field, pair), boost * NEARLY));
        }
        similar.phrases(List.of(left, right), MOST_PHRASES)
                .forEach(phrase -> ways.add(constant(
                        field,
                        WordPairs.pair(phrase.words().get(0), phrase.words().get(1)),
                        (float) (boost * less(phrase)))));
        return ways;
    }

    private static double less(Similar.Phrase phrase) {
        return Math.pow(NEARLY, phrase.changed());
    }

    private static Query constant(String field, String term, float boost) {
        return TermQueries.constant(term(field, term), boost);
    }
}
