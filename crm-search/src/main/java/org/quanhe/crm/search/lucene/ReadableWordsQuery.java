package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/** Records whose readable texts answer the words. Looked at last: each look reads the texts of a record. */
final class ReadableWordsQuery extends Query {
    private static final float COST = 10_000;
    private static final Set<String> TEXTS = Set.of(Fields.STORED);

    private final Query words;
    private final Readable readable;

    ReadableWordsQuery(Query words, Readable readable) {
        this.words = words;
        this.readable = readable;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public Scorer scorer(LeafReaderContext context) throws IOException {
                StoredFields stored = context.reader().storedFields();
                int documents = context.reader().maxDoc();
                return new ConstantScoreScorer(this, score(), scoreMode, looking(stored, documents));
            }

            /** Filling a cache would read the texts of every record. */
            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private TwoPhaseIterator looking(StoredFields stored, int documents) {
        DocIdSetIterator every = DocIdSetIterator.all(documents);
        return new TwoPhaseIterator(every) {
            @Override
            public boolean matches() throws IOException {
                StoredTexts texts = StoredTexts.decoded(Objects.requireNonNull(
                        stored.document(every.docID(), TEXTS).getBinaryValue(Fields.STORED)));
                return readable.words(texts).answer(words);
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    @Override
    public String toString(String defaultField) {
        return "readable(" + words.toString(defaultField) + ")";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && words.equals(((ReadableWordsQuery) other).words)
                && readable == ((ReadableWordsQuery) other).readable;
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), words, System.identityHashCode(readable));
    }
}
