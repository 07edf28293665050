package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.SearchExplanation.Means;
import org.quanhe.crm.search.analysis.Word;

/** A query taken apart, and what each part finds in one document. */
final class Leaves {
    private Leaves() {}

    /**
     * A part that asks for one thing.
     *
     * @param query asks
     * @param boosted asks with the weight it has in the whole
     * @param field field of the index it asks in, empty if it does not say
     * @param text what it asks for, empty if it does not say
     */
    record Leaf(Query query, Query boosted, String field, String text) {
        boolean ofTitle() {
            return field.equals(Fields.TITLE) || field.startsWith(Fields.TITLE + ".");
        }

        /** True if it asks for that word, or for characters of it. */
        boolean asks(Word word) {
            return !text.isEmpty()
                    && (text.equals(word.folded())
                            || text.equals(word.exact())
                            || word.cjk() && word.folded().contains(text));
        }

        /** True if it asks for a word that was perhaps meant in the place of that one. */
        boolean asksSimilar(Word word) {
            return field.endsWith(".word")
                    && query instanceof TermQuery
                    && Vocabulary.maySlip(word)
                    && Slips.within(word.folded(), text, Vocabulary.slips(word));
        }

        /** By what it meets a record; told from the field, so that a new one needs nothing here but a name. */
        Means means(List<Word> typed) {
            if (query instanceof BooleanQuery) {
                return byWords(typed);
            }
            if (field.equals(Fields.KEYS)) {
                return Means.KEY;
            }
            if (field.equals(Fields.TITLE)) {
                return text.startsWith(Wholes.START) ? Means.ORDER : Means.WHOLE_NAME;
            }
            if (field.equals(Fields.TITLE_SINO)) {
                return Means.OTHER_LANGUAGE;
            }
            if (field.startsWith("phone.")) {
                return Means.DIGITS;
            }
            if (field.startsWith(Fields.MAIL)) {
                return Means.MAIL;
            }
            return switch (field.substring(field.lastIndexOf('.') + 1)) {
                case "word", "joined", "form" -> byWord();
                case "exact" -> Means.ACCENTS;
                case "prefix" -> Means.BEGINNING;
                case "pinyin" -> Means.SOUND;
                case "pair", "initials", "whole" -> Means.ORDER;
                default -> Means.OTHER;
            };
        }

        /** Of a title, whoever typed characters wants characters or how they are spoken in the other language. */
        private Means byWords(List<Word> typed) {
            List<Term> terms = terms(query);
            boolean syllables = typed.stream().anyMatch(Word::cjk)
                    && terms.stream()
                            .allMatch(term -> term.field().equals(Fields.TITLE_WORD)
                                    && term.text().codePoints().noneMatch(Character::isIdeographic));
            boolean sino = terms.stream().anyMatch(term -> term.field().equals(Fields.TITLE_SINO));
            return sino || syllables ? Means.OTHER_LANGUAGE : Means.ONE_PLACE;
        }

        private Means byWord() {
            if (query instanceof TermQuery) {
                return Means.WORD;
            }
            return query instanceof BeginningQuery ? Means.BEGINNING : Means.SIMILAR;
        }
    }

    static List<Leaf> of(Query query) {
        List<Leaf> leaves = new ArrayList<>();
        collect(query, 1, false, leaves);
        return leaves;
    }

    private static void collect(Query query, float boost, boolean constant, List<Leaf> leaves) {
        if (query instanceof BooleanQuery all) {
            for (BooleanClause clause : all) {
                if (!clause.isProhibited()) {
                    collect(clause.getQuery(), boost, constant, leaves);
                }
            }
        } else if (query instanceof DisjunctionMaxQuery best) {
            best.getDisjuncts().forEach(one -> collect(one, boost, constant, leaves));
        } else if (query instanceof BoostQuery boosted) {
            collect(boosted.getQuery(), boost * boosted.getBoost(), constant, leaves);
        } else if (query instanceof ConstantScoreQuery same && several(same.getQuery())) {
            // it counts once, not for each word
            leaves.add(leaf(same.getQuery(), boost, true));
        } else if (query instanceof ConstantScoreQuery same) {
            collect(same.getQuery(), boost, true, leaves);
        } else {
            leaves.add(leaf(query, boost, constant));
        }
    }

    private static boolean several(Query query) {
        return query instanceof BooleanQuery all
                && all.clauses().size() > 1
                && all.clauses().stream().allMatch(BooleanClause::isRequired);
    }

    private static Leaf leaf(Query query, float boost, boolean constant) {
        Query asked = constant ? new ConstantScoreQuery(query) : query;
        Term term = term(query);
        // what asks for several words asks for none of them alone
        String text = query instanceof BooleanQuery ? "" : term.text();
        return new Leaf(query, new BoostQuery(asked, boost), term.field(), text);
    }

    private static Term term(Query query) {
        if (query instanceof TermQuery one) {
            return one.getTerm();
        }
        if (query instanceof BeginningQuery beginning) {
            return beginning.beginning();
        }
        List<Term> named = terms(query);
        return named.isEmpty() ? new Term("", "") : named.get(0);
    }

    private static List<Term> terms(Query query) {
        List<Term> named = new ArrayList<>();
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                named.add(new Term(field, ""));
                return true;
            }

            @Override
            public void consumeTerms(Query asking, Term... terms) {
                named.addAll(0, List.of(terms));
            }
        });
        return named;
    }

    /** What the query adds to the rank of the document, 0 if it does not find it. */
    static double weight(IndexSearcher searcher, Query query, int doc) throws IOException {
        Scorer scorer = at(searcher, query, doc, ScoreMode.COMPLETE);
        return scorer == null ? 0 : scorer.score();
    }

    /** True if the query finds the document. */
    static boolean answers(IndexSearcher searcher, Query query, int doc) throws IOException {
        return at(searcher, query, doc, ScoreMode.COMPLETE_NO_SCORES) != null;
    }

    private static @Nullable Scorer at(IndexSearcher searcher, Query query, int doc, ScoreMode mode)
            throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(doc, segments));
        Weight weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
        Scorer scorer = weight.scorer(segment);
        boolean found = scorer != null && scorer.iterator().advance(doc - segment.docBase) == doc - segment.docBase;
        return found ? scorer : null;
    }
}
