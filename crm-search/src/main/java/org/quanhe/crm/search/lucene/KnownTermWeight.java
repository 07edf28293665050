package org.quanhe.crm.search.lucene;

import java.io.IOException;
import org.apache.lucene.codecs.BlockTermState;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafSimScorer;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermScorer;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Finds and scores a term as Lucene does, with dictionaries that are kept: one search follows hundreds of terms, and
 * Lucene opens the dictionary anew for each of them in each part of the index.
 */
final class KnownTermWeight extends Weight {
    private final TermQuery query;
    private final TermStates where;
    private final TermPlaces places;
    private final ScoreMode scoreMode;
    private final float boost;
    private final @Nullable SimScorer similarity;

    /** @param where the term is in each part of what is searched */
    KnownTermWeight(
            IndexSearcher searcher,
            TermQuery query,
            TermStates where,
            TermPlaces places,
            ScoreMode scoreMode,
            float boost)
            throws IOException {
        super(query);
        this.query = query;
        this.where = where;
        this.places = places;
        this.scoreMode = scoreMode;
        this.boost = boost;
        this.similarity = scoreMode.needsScores() && where.docFreq() > 0 ? similarity(searcher) : null;
    }

    private SimScorer similarity(IndexSearcher searcher) throws IOException {
        TermStatistics statistics = new TermStatistics(query.getTerm().bytes(), where.docFreq(), where.totalTermFreq());
        return searcher.getSimilarity()
                .scorer(boost, searcher.collectionStatistics(query.getTerm().field()), statistics);
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext part) throws IOException {
        TermState state = where.get(part);
        if (state == null) {
            return null;
        }
        long cost = state instanceof BlockTermState block ? block.docFreq : where.docFreq();
        return new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
                return scorer(part, state);
            }

            @Override
            public long cost() {
                return cost;
            }
        };
    }

    private Scorer scorer(LeafReaderContext part, TermState state) throws IOException {
        if (similarity == null) {
            return new ConstantScoreScorer(this, boost, scoreMode, records(part, state, PostingsEnum.NONE));
        }
        LeafSimScorer scores =
                new LeafSimScorer(similarity, part.reader(), query.getTerm().field(), true);
        return new TermScorer(this, records(part, state, PostingsEnum.FREQS), scores);
    }

    private PostingsEnum records(LeafReaderContext part, TermState state, int wanted) throws IOException {
        return places.records(query.getTerm(), state, part.ord, wanted);
    }

    @Override
    public @Nullable Scorer scorer(LeafReaderContext part) throws IOException {
        ScorerSupplier supplier = scorerSupplier(part);
        return supplier == null ? null : supplier.get(Long.MAX_VALUE);
    }

    @Override
    public boolean isCacheable(LeafReaderContext part) {
        return true;
    }

    @Override
    public Explanation explain(LeafReaderContext part, int doc) throws IOException {
        Scorer scorer = scorer(part);
        return scorer != null && scorer.iterator().advance(doc) == doc
                ? Explanation.match(scorer.score(), query.toString())
                : Explanation.noMatch(query.toString());
    }
}
