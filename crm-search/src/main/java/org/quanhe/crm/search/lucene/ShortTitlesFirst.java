package org.quanhe.crm.search.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * Scores by field and by how much of the text the words are, not by how rare they are: a person who types two words
 * wants both, and the record that has hardly more than these two.
 */
final class ShortTitlesFirst extends BM25Similarity {
    private static final float REPETITION = 0.4f;
    private static final float LENGTH = 0.75f;

    ShortTitlesFirst() {
        super(REPETITION, LENGTH);
    }

    @Override
    protected float idf(long docFreq, long docCount) {
        return 1;
    }
}
