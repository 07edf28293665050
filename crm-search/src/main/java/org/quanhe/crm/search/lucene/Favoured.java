package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.platform.RecordRef;

/**
 * Puts records that somebody opens often before hits that are exactly as good. A better hit stays before them: they
 * break ties and decide nothing else.
 */
final class Favoured {
    /** More favourites than that are no favourites. */
    private static final int MOST = 20;

    private final IndexSearcher searcher;
    private final List<RecordRef> favoured;

    Favoured(IndexSearcher searcher, List<RecordRef> favoured) {
        this.searcher = searcher;
        this.favoured = favoured.subList(0, Math.min(MOST, favoured.size()));
    }

    /** The best hits, favourites first among equals; those that the end of the page had cut off come in. */
    ScoreDoc[] first(ScoreDoc[] best, Query query, int most) throws IOException {
        if (best.length == 0) {
            return best;
        }
        List<BytesRef> keys =
                favoured.stream().map(ref -> new BytesRef(ref.key())).toList();
        Query own = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermInSetQuery(Fields.KEY, keys), Occur.FILTER)
                .build();
        ScoreDoc[] met = searcher.search(own, new TopScoreDocCollectorManager(MOST, null, MOST)).scoreDocs;
        float least = best[best.length - 1].score;
        Map<Integer, ScoreDoc> all = new HashMap<>();
        Map<Integer, Boolean> favourites = new HashMap<>();
        for (ScoreDoc doc : best) {
            all.put(doc.doc, doc);
        }
        for (ScoreDoc doc : met) {
            if (doc.score >= least) {
                all.put(doc.doc, doc);
                favourites.put(doc.doc, true);
            }
        }
        List<ScoreDoc> ordered = new ArrayList<>(all.values());
        ordered.sort(Comparator.<ScoreDoc>comparingDouble(doc -> -doc.score)
                .thenComparing(doc -> favourites.containsKey(doc.doc) ? 0 : 1)
                .thenComparing(doc -> doc.doc));
        return ordered.subList(0, Math.min(most, ordered.size())).toArray(ScoreDoc[]::new);
    }
}
