package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
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

    private final Map<Term, TermStates> known = new ConcurrentHashMap<>();

    RememberingSearcher(IndexReader reader) {
        super(reader);
    }

    @Override
    public Weight createWeight(Query query, ScoreMode scoreMode, float boost) throws IOException {
        Query asked = query instanceof TermQuery one ? new TermQuery(one.getTerm(), states(one.getTerm())) : query;
        return super.createWeight(asked, scoreMode, boost);
    }

    private TermStates states(Term term) throws IOException {
        TermStates states = known.get(term);
        if (states == null) {
            states = TermStates.build(this, term, true);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(term, states);
        }
        return states;
    }

    /**
     * The query without terms that no document has, and without what needs them: it finds and ranks the same, and of
     * what a search asks for most is not there.
     */
    Query pruned(Query query) throws IOException {
        if (query instanceof TermQuery one) {
            return states(one.getTerm()).docFreq() == 0 ? NONE : one;
        }
        if (query instanceof BoostQuery boosted) {
            Query inner = pruned(boosted.getQuery());
            return inner == NONE ? NONE : new BoostQuery(inner, boosted.getBoost());
        }
        if (query instanceof ConstantScoreQuery constant) {
            Query inner = pruned(constant.getQuery());
            return inner == NONE ? NONE : new ConstantScoreQuery(inner);
        }
        if (query instanceof DisjunctionMaxQuery best) {
            return pruned(best);
        }
        return query instanceof BooleanQuery all ? pruned(all) : query;
    }

    private Query pruned(DisjunctionMaxQuery best) throws IOException {
        List<Query> left = new ArrayList<>();
        for (Query one : best.getDisjuncts()) {
            Query inner = pruned(one);
            if (inner != NONE) {
                left.add(inner);
            }
        }
        if (left.isEmpty()) {
            return NONE;
        }
        return left.size() == 1 ? left.get(0) : new DisjunctionMaxQuery(left, best.getTieBreakerMultiplier());
    }

    private Query pruned(BooleanQuery all) throws IOException {
        BooleanQuery.Builder left =
                new BooleanQuery.Builder().setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
        int clauses = 0;
        for (BooleanClause clause : all) {
            Query inner = pruned(clause.getQuery());
            if (inner == NONE && clause.isRequired()) {
                return NONE;
            }
            if (inner != NONE) {
                left.add(inner, clause.getOccur());
                clauses += clause.getOccur() == Occur.MUST_NOT ? 0 : 1;
            }
        }
        return clauses == 0 ? NONE : left.build();
    }
}
