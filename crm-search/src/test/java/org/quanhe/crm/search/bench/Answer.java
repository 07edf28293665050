package org.quanhe.crm.search.bench;

import java.util.List;

/**
 * What an engine answered.
 *
 * @param hits numbers of the first ten
 * @param right how many of them belong
 * @param firstRight place of the first that belongs, from 1; 0 if none does
 * @param inOrder false if one that belongs stands before a rival with a better claim
 * @param nanos how long it took
 */
record Answer(Labelled asked, List<Long> hits, int right, int firstRight, boolean inOrder, long nanos) {

    /** Judges hits by the question's rule, on the customers themselves. */
    static Answer judged(Labelled asked, List<Long> hits, long nanos) {
        int right = 0;
        int firstRight = 0;
        boolean inOrder = true;
        for (int i = 0; i < hits.size(); i++) {
            Traits traits = Traits.of(Crowd.customer(hits.get(i)));
            if (asked.question().belongs().test(traits)) {
                right++;
                firstRight = firstRight == 0 ? i + 1 : firstRight;
            } else if (firstRight > 0 && asked.question().rival().test(traits)) {
                inOrder = false;
            }
        }
        return new Answer(asked, hits, right, firstRight, inOrder, nanos);
    }

    /** Recall@10: of those who belong, but ten at most, the part that is among the first ten hits. */
    double recall() {
        return Math.min(1, right / (double) asked.belonging());
    }

    double reciprocalRank() {
        return firstRight == 0 ? 0 : 1.0 / firstRight;
    }
}
