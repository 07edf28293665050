package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Records whose folded texts of a field contain a text. Each entry of a field stands between two {@link Fields#EDGE}s,
 * so that one before the wanted text means "starts with". Looked at last, when every other condition holds.
 */
final class TextsQuery extends Query {
    /** How dear one look is beside a step in a list of records. */
    private static final float COST = 20;

    private final String field;
    private final BytesRef wanted;

    TextsQuery(String field, String wanted) {
        this.field = field;
        this.wanted = new BytesRef(wanted);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable Scorer scorer(LeafReaderContext context) throws IOException {
                BinaryDocValues texts = context.reader().getBinaryDocValues(field);
                return texts == null ? null : new ConstantScoreScorer(this, score(), scoreMode, looking(texts));
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return true;
            }
        };
    }

    private TwoPhaseIterator looking(BinaryDocValues texts) {
        return new TwoPhaseIterator(texts) {
            @Override
            public boolean matches() throws IOException {
                return contains(texts.binaryValue());
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    private boolean contains(BytesRef text) {
        if (wanted.length == 0) {
            return true;
        }
        byte first = wanted.bytes[wanted.offset];
        int last = text.offset + text.length - wanted.length;
        for (int at = text.offset; at <= last; at++) {
            if (text.bytes[at] == first && matchesAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAt(BytesRef text, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (text.bytes[at + i] != wanted.bytes[wanted.offset + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString(String defaultField) {
        return field + " contains " + wanted.utf8ToString();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            visitor.visitLeaf(this);
        }
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other)
                && field.equals(((TextsQuery) other).field)
                && wanted.equals(((TextsQuery) other).wanted);
    }

    @Override
    public int hashCode() {
        return Objects.hash(classHash(), field, wanted);
    }
}
