package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.search.SearchAnswer.FacetValue;

/** Counts hits and the values they have, up to a number behind which nobody reads a count; ranks them if wanted. */
final class Tally implements Collector {
    private static final int MOST_VALUES = 100;

    private final List<String> fields;
    private final int cap;
    private final @Nullable TopScoreDocCollector ranking;
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    private long total;
    private ScoreDoc @Nullable [] best;

    private Tally(List<String> fields, int cap, @Nullable TopScoreDocCollector ranking) {
        this.fields = fields;
        this.cap = cap;
        this.ranking = ranking;
        fields.forEach(field -> counts.put(field, new HashMap<>()));
    }

    /**
     * Counts.
     *
     * @param fields index fields with sorted values
     * @param cap stop behind so many hits
     */
    static Tally of(IndexSearcher searcher, Query query, List<String> fields, int cap) throws IOException {
        return searcher.search(query, new Alone(new Tally(fields, cap, null)));
    }

    /**
     * Counts and ranks in one pass: for few hits, finding them takes longer than both.
     *
     * @param cap stop behind so many hits; the best are then not known
     * @param best how many of the best are wanted
     */
    static Tally ranked(IndexSearcher searcher, Query query, List<String> fields, int cap, int best)
            throws IOException {
        TopScoreDocCollector ranking = new TopScoreDocCollectorManager(best, null, cap + 1).newCollector();
        Tally tally = searcher.search(query, new Alone(new Tally(fields, cap, ranking)));
        tally.best = tally.exact() ? ranking.topDocs().scoreDocs : null;
        return tally;
    }

    /** The best hits, if they were asked for and counting did not stop. */
    Optional<ScoreDoc[]> best() {
        return Optional.ofNullable(best);
    }

    /** Hits counted: all of them, or one more than the cap. */
    long total() {
        return total;
    }

    /** False if counting stopped. */
    boolean exact() {
        return total <= cap;
    }

    /** Values of a field, most frequent first. */
    List<FacetValue> values(String field) {
        return counts.getOrDefault(field, Map.of()).entrySet().stream()
                .map(entry -> new FacetValue(entry.getKey(), entry.getValue(), exact()))
                .sorted(Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::value))
                .limit(MOST_VALUES)
                .toList();
    }

    @Override
    public ScoreMode scoreMode() {
        return ranking == null ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        if (total > cap) {
            throw new CollectionTerminatedException();
        }
        return new Leaf(context);
    }

    /** The searchers here have no threads of their own: one collector sees all of the index. */
    private record Alone(Tally tally) implements CollectorManager<Tally, Tally> {
        @Override
        public Tally newCollector() {
            return tally;
        }

        @Override
        public Tally reduce(Collection<Tally> all) {
            return tally;
        }
    }

    private final class Leaf implements LeafCollector {
        private final LeafReaderContext context;
        private final @Nullable LeafCollector ranked;
        private final long[][] seen = new long[fields.size()][];
        private SortedSetDocValues[] values = new SortedSetDocValues[0];

        Leaf(LeafReaderContext context) throws IOException {
            this.context = context;
            ranked = ranking == null ? null : ranking.getLeafCollector(context);
        }

        /** Most parts of an index have no hit: values are opened at the first. */
        private void open() throws IOException {
            values = new SortedSetDocValues[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = DocValues.getSortedSet(context.reader(), fields.get(i));
                seen[i] = new long[Math.toIntExact(values[i].getValueCount())];
            }
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            if (ranked != null) {
                ranked.setScorer(scorer);
            }
        }

        @Override
        public void collect(int doc) throws IOException {
            if (++total > cap) {
                finish();
                throw new CollectionTerminatedException();
            }
            if (ranked != null) {
                ranked.collect(doc);
            }
            if (values.length < fields.size()) {
                open();
            }
            for (int i = 0; i < values.length; i++) {
                if (values[i].advanceExact(doc)) {
                    for (int left = values[i].docValueCount(); left > 0; left--) {
                        seen[i][(int) values[i].nextOrd()]++;
                    }
                }
            }
        }

        @Override
        public void finish() throws IOException {
            for (int i = 0; i < values.length; i++) {
                Map<String, Long> of = counts.get(fields.get(i));
                for (int ord = 0; ord < seen[i].length; ord++) {
                    if (seen[i][ord] > 0) {
                        of.merge(values[i].lookupOrd(ord).utf8ToString(), seen[i][ord], Long::sum);
                        seen[i][ord] = 0;
                    }
                }
            }
        }
    }
}
