package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/**
 * Remembers where the terms are that it was asked for: one search asks for the same word in many ways, and people ask
 * for the same words. It lives as long as what it reads stays the same.
 */
final class RememberingSearcher extends IndexSearcher {
    /** More terms than that are no longer those that people type. */
    private static final int MOST = 20_000;

    private static final Query NONE = new MatchNoDocsQuery("no document has it");

    /** By term the query that knows where the term is. */
    private final Map<Term, TermQuery> known = new ConcurrentHashMap<>();

    /** By beginning of a term whether there is one. */
    private final Map<Term, Boolean> begun = new ConcurrentHashMap<>();

    private final TermPlaces places;
    private final WordsOfParts words;

    RememberingSearcher(IndexReader reader, WordsOfParts words) {
        super(reader);
        this.words = words;
        places = new TermPlaces(getTopReaderContext());
    }

    /** The words of what it reads, for one search. */
    Vocabulary vocabulary() {
        return new Vocabulary(getIndexReader(), words);
    }

    @Override
    public Weight createWeight(Query query, ScoreMode scoreMode, float boost) throws IOException {
        if (query instanceof BoostQuery boosted) {
            // by itself it would not ask here for what it boosts
            return createWeight(boosted.getQuery(), scoreMode, boost * boosted.getBoost());
        }
        if (query instanceof TermQuery one) {
            TermQuery known = known(one);
            // where only the best are wanted, Lucene leaps over records by what it keeps about blocks of them
            return scoreMode == ScoreMode.TOP_SCORES
                    ? super.createWeight(known, scoreMode, boost)
                    : new KnownTermWeight(this, known, known.getTermStates(), places, scoreMode, boost);
        }
        return super.createWeight(query, scoreMode, boost);
    }

    private TermQuery known(TermQuery asked) throws IOException {
        Term term = asked.getTerm();
        TermQuery query = known.get(term);
        if (query == null) {
            query = new TermQuery(term, places.of(term));
            remember(known, term, query);
        }
        return query;
    }

    private boolean begins(Term beginning) throws IOException {
        Boolean begins = begun.get(beginning);
        if (begins == null) {
            begins = places.begins(beginning);
            remember(begun, beginning, begins);
        }
        return begins;
    }

    private static <T> void remember(Map<Term, T> known, Term term, T found) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(term, found);
    }

    /**
     * The query without terms that no document has, and without what needs them: it finds and ranks the same, and of
     * what a search asks for most is not there. What stays as it is is not made again: each query that Lucene 9 makes
     * costs a look at which methods its class has, together a tenth of a search.
     */
    Query pruned(Query query) throws IOException {
        if (query instanceof TermQuery one) {
            return known(one).getTermStates().docFreq() == 0 ? NONE : one;
        }
        if (query instanceof BeginningQuery beginning) {
            return begins(beginning.beginning()) ? beginning : NONE;
        }
        if (query instanceof BoostQuery boosted) {
            Query inner = pruned(boosted.getQuery());
            if (inner == boosted.getQuery()) {
                return boosted;
            }
            return inner == NONE ? NONE : new BoostQuery(inner, boosted.getBoost());
        }
        if (query instanceof ConstantScoreQuery constant) {
            Query inner = pruned(constant.getQuery());
            if (inner == constant.getQuery()) {
                return constant;
            }
            return inner == NONE ? NONE : new ConstantScoreQuery(inner);
        }
        if (query instanceof DisjunctionMaxQuery best) {
            return pruned(best);
        }
        return query instanceof BooleanQuery all ? pruned(all) : query;
    }

    private Query pruned(DisjunctionMaxQuery best) throws IOException {
        List<Query> left = new ArrayList<>();
        boolean same = true;
        for (Query one : best.getDisjuncts()) {
            Query inner = pruned(one);
            same &= inner == one;
            if (inner != NONE) {
                left.add(inner);
            }
        }
        if (left.isEmpty()) {
            return NONE;
        }
        if (same) {
            return best;
        }
        return left.size() == 1 ? left.get(0) : new DisjunctionMaxQuery(left, best.getTieBreakerMultiplier());
    }

    private Query pruned(BooleanQuery all) throws IOException {
        BooleanQuery.Builder left =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
        int clauses = 0;
        boolean same = true;
        for (BooleanClause clause : all) {
            Query inner = pruned(clause.getQuery());
            same &= inner == clause.getQuery();
            if (inner == NONE && clause.isRequired()) {
                return NONE;
            }
            if (inner != NONE) {
                left.add(inner, clause.getOccur());
                clauses += clause.getOccur() == Occur.MUST_NOT ? 0 : 1;
            }
        }
        if (clauses == 0) {
            return NONE;
        }
        return same ? all : left.build();
    }
}
