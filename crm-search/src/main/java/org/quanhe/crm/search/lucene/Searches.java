package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Hit;
import org.quanhe.crm.search.spi.SearchRequest;

/** Answers the search box. Rights are part of the one query that hits, totals and facets come from. */
final class Searches {
    /** Totals and facets are exact up to here. */
    static final int EXACT_UP_TO = 10_000;

    /** Up to here hits are counted and ranked in one pass. */
    private static final int FEW = 1_000;

    /** Nobody pages further through hits; a list does that. */
    private static final int DEEPEST = 2_000;

    private static final String TYPE = "type";

    private final IndexSearcher searcher;
    private final SearchRequest request;
    private final TypedText typed;
    private final Vocabulary vocabulary;
    private final Map<String, Query> scopes = new LinkedHashMap<>();
    private final Map<String, Readable> readable = new HashMap<>();
    private final List<String> counted = new ArrayList<>();

    private Searches(IndexSearcher searcher, Schema schema, SearchRequest request) {
        this.searcher = searcher;
        this.request = request;
        this.typed = TypedText.of(request.text());
        this.vocabulary = new Vocabulary(searcher.getIndexReader());
        request.scopes().forEach((type, filter) -> {
            scopes.put(type, new FilterQueries(schema, type).scope(filter));
            readable.put(type, new Readable(schema, type, request.hiddenOf(type)));
        });
        counted.add(Fields.TYPE);
        request.facets().stream()
                .filter(f -> !f.equals(TYPE) && hiding(f).isEmpty())
                .map(Fields::facet)
                .forEach(counted::add);
    }

    static SearchAnswer answer(IndexSearcher searcher, Schema schema, SearchRequest request) throws IOException {
        return new Searches(searcher, schema, request).answer();
    }

    private SearchAnswer answer() throws IOException {
        int of = Objects.hash(typed.key(), request.scopes().keySet());
        int from = 0;
        int stages = Stage.values().length;
        Stage stage = Stage.TYPED;
        boolean goingOn = request.cursor() != null;
        if (goingOn) {
            long place =
                    Position.read(Objects.requireNonNull(request.cursor()), of).number();
            stage = Stage.values()[(int) (place % stages)];
            from = (int) (place / stages);
        }
        int to = from + request.limit();
        WordQueries.Wanted wanted = wanted(stage);
        Query query = query(wanted);
        Tally tally = Tally.ranked(searcher, query, counted, FEW, to);
        boolean little = !goingOn && fewDirect(tally, wanted, Stage.SIMILAR.whenFewerThan());
        if (little && !typed.parts().isEmpty() && (tally.total() == 0 || !isExact())) {
            for (Stage wider : Stage.WIDER) {
                if (fewDirect(tally, wanted, wider.whenFewerThan()) && widens(wider, wanted)) {
                    stage = wider;
                    wanted = wanted(stage);
                    query = query(wanted);
                    tally = Tally.ranked(searcher, query, counted, FEW, to);
                }
            }
        }
        ScoreDoc[] best = tally.best().orElse(null);
        if (best == null) {
            // of many hits the best are found without ranking all, and counted without ranking any
            tally = Tally.of(searcher, query, counted, EXACT_UP_TO);
            best = searcher.search(query, new TopScoreDocCollectorManager(to, null, 1)).scoreDocs;
        }
        List<Hit> hits = hits(best, stage, from);
        boolean more = !hits.isEmpty() && to < Math.min(tally.total(), DEEPEST);
        return new SearchAnswer(
                hits,
                Math.min(tally.total(), EXACT_UP_TO),
                tally.exact(),
                facets(tally, query),
                more ? new Position(of, null, (long) to * stages + stage.ordinal()).cursor() : null);
    }

    /** Names that the other language reads like this do not count: a slip may still be what keeps the others away. */
    private boolean fewDirect(Tally tally, WordQueries.Wanted wanted, int few) throws IOException {
        if (tally.total() < few || SinoQueries.of(typed.words()).isEmpty()) {
            return tally.total() < few;
        }
        Query words = WordQueries.direct(wanted);
        Query direct = FilterQueries.all(List.of(words, scope(words)));
        return Tally.of(searcher, direct, List.of(), few).total() < few;
    }

    private WordQueries.Wanted wanted(Stage stage) throws IOException {
        return new WordQueries.Wanted(typed, stage, Similar.of(typed, stage, vocabulary));
    }

    /** True if that stage may find more than what was looked for before. */
    private boolean widens(Stage wider, WordQueries.Wanted before) throws IOException {
        return switch (wider) {
            case TYPED -> false;
            case SIMILAR -> true;
            case ALL_SIMILAR -> !Similar.of(typed, wider, vocabulary).equals(before.similar());
            case LOOSE -> WordQueries.sparesOne(typed);
        };
    }

    private boolean isExact() throws IOException {
        Query words = WordQueries.exact(typed);
        Query key = FilterQueries.all(List.of(words, scope(words)));
        return Tally.of(searcher, key, List.of(), 0).total() > 0;
    }

    private Query query(WordQueries.Wanted wanted) throws IOException {
        boolean everywhere = readable.values().stream().noneMatch(Readable::hidesWords);
        Query finding = WordQueries.finding(wanted);
        return searcher.rewrite(new BooleanQuery.Builder()
                .add(WordQueries.ranked(wanted, everywhere), Occur.MUST)
                .add(scope(finding), Occur.FILTER)
                .build());
    }

    /** Records that the reader may see, found by texts that the reader may read. */
    private Query scope(Query words) {
        List<Query> all = new ArrayList<>();
        scopes.forEach((type, scope) ->
                all.add(typed.blank() ? scope : readable.get(type).within(scope, words)));
        return FilterQueries.any(all);
    }

    /** Types in which the reader may not read the field. */
    private List<String> hiding(String field) {
        return scopes.keySet().stream()
                .filter(type -> request.hiddenOf(type).contains(field))
                .toList();
    }

    private Map<String, List<FacetValue>> facets(Tally tally, Query query) throws IOException {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        facets.put(TYPE, tally.values(Fields.TYPE));
        for (String field : request.facets()) {
            if (!facets.containsKey(field)) {
                facets.put(
                        field, hiding(field).isEmpty() ? tally.values(Fields.facet(field)) : whereRead(field, query));
            }
        }
        return facets;
    }

    /** Counted apart, in the types in which the reader may read the field. */
    private List<FacetValue> whereRead(String field, Query query) throws IOException {
        List<Query> others = scopes.keySet().stream()
                .filter(type -> !hiding(field).contains(type))
                .<Query>map(type -> new TermQuery(new Term(Fields.TYPE, type)))
                .toList();
        Query there = FilterQueries.all(List.of(query, FilterQueries.any(others)));
        String counts = Fields.facet(field);
        return Tally.of(searcher, there, List.of(counts), EXACT_UP_TO).values(counts);
    }

    private List<Hit> hits(ScoreDoc[] found, Stage stage, int from) throws IOException {
        Highlights highlights = new Highlights(typed, stage);
        List<Hit> hits = new ArrayList<>();
        for (int i = from; i < found.length; i++) {
            Document document = searcher.storedFields().document(found[i].doc);
            BytesRef stored = Objects.requireNonNull(document.getBinaryValue(Fields.STORED));
            RecordRef ref = RecordRef.ofKey(Objects.requireNonNull(document.get(Fields.KEY)));
            StoredTexts texts = readable.get(ref.type()).of(StoredTexts.decoded(stored));
            hits.add(new Hit(ref, texts.title(), texts.subtitle(), highlights.of(texts), texts.values()));
        }
        return hits;
    }
}
