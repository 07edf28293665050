package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.SearchAnswer;
import org.quanhe.crm.search.SearchAnswer.FacetValue;
import org.quanhe.crm.search.SearchAnswer.Hit;
import org.quanhe.crm.search.SearchAnswer.Reach;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.spi.SearchRequest;

/** Answers the search box. Rights are part of the one query that hits, totals and facets come from. */
final class Searches {
    /** Totals and facets are exact up to here. */
    static final int EXACT_UP_TO = 10_000;

    /** Up to here hits are counted and ranked in one pass. */
    private static final int FEW = 1_000;

    /** With fewer hits the search goes on, */
    private static final int FEW_IN_ONE_PLACE = 3;

    /** and with fewer hits that have the words here and there. */
    private static final int FEW_HERE_AND_THERE = 10;

    /** Where more titles than that have all words, no others are among the best. */
    private static final int MANY_TITLES = 100;

    /** Nobody pages further through hits; a list does that. */
    private static final int DEEPEST = 2_000;

    private static final String TYPE = "type";

    private final RememberingSearcher searcher;
    private final Schema schema;
    private final SearchRequest request;
    private final TypedText typed;
    private final TypedText spared;
    private @Nullable Boolean sparing;
    private final Vocabulary vocabulary;
    private final Map<String, Query> scopes = new LinkedHashMap<>();
    private final Map<String, Readable> readable = new HashMap<>();
    private final List<String> counted = new ArrayList<>();

    Searches(RememberingSearcher searcher, Schema schema, SearchRequest request) {
        this.searcher = searcher;
        this.schema = schema;
        this.request = request;
        this.typed = TypedText.of(request.text());
        this.spared = typed.spared();
        this.vocabulary = searcher.vocabulary();
        request.scopes().forEach((type, filter) -> {
            Query scope = new FilterQueries(schema, type).scope(filter);
            scopes.put(type, filter.equals(Filter.ALL) ? scope : new ScopeQuery(scope));
            readable.put(type, new Readable(schema, type, request.hiddenOf(type)));
        });
        counted.add(Fields.TYPE);
        request.facets().stream()
                .filter(f -> !f.equals(TYPE)
                        && !request.chosen().containsKey(f)
                        && hiding(f).isEmpty())
                .map(Fields::facet)
                .forEach(counted::add);
    }

    static SearchAnswer answer(RememberingSearcher searcher, Schema schema, SearchRequest request) throws IOException {
        return new Searches(searcher, schema, request).answer();
    }

    private SearchAnswer answer() throws IOException {
        int of = Objects.hash(typed.key(), request.scopes().keySet(), request.chosen());
        Start start = start(of);
        int to = start.from() + request.limit();
        Reached reached = start.first() ? widened(to) : reached(start.stage(), to);
        Query query = narrowed(reached.query(), "");
        Tally tally = request.chosen().isEmpty() ? reached.tally() : Tally.ranked(searcher, query, counted, FEW, to);
        ScoreDoc[] best = tally.best().orElse(null);
        if (best == null) {
            // of many hits the best are found without ranking all, and counted without ranking any
            tally = Tally.of(searcher, query, counted, EXACT_UP_TO);
            best = searcher.search(first(reached, query, to), new TopScoreDocCollectorManager(to, null, 1)).scoreDocs;
        }
        if (start.first() && !request.favoured().isEmpty()) {
            best = new Favoured(searcher, request.favoured()).first(best, query, to);
        }
        Stage stage = reached.stage();
        List<Hit> hits = hits(best, stage, start.from());
        boolean more = !hits.isEmpty()
                && to < Math.min(tally.total(), DEEPEST)
                && request.favoured().isEmpty();
        return new SearchAnswer(
                hits,
                Math.min(tally.total(), EXACT_UP_TO),
                tally.exact(),
                facets(tally, reached.query(), query),
                start.from() > 0 ? cursor(of, stage, Math.max(0, start.from() - request.limit())) : null,
                more ? cursor(of, stage, to) : null,
                reach(stage),
                start.first() && !stage.literal() ? MeantWords.of(request.text(), hits) : null);
    }

    /** Where so many have all words in one place that the best are among them, only those are ranked. */
    private Query first(Reached reached, Query query, int to) throws IOException {
        if (!reached.manyTitles() || !request.chosen().isEmpty() || to > MANY_TITLES) {
            return query;
        }
        List<Query> first = new ArrayList<>(List.of(WordQueries.exact(typed)));
        OnePlaceQueries.inTitle(reached.wanted().typed(), reached.wanted().similar())
                .ifPresent(first::add);
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(searcher.pruned(FilterQueries.any(first)), Occur.FILTER)
                .build();
    }

    /** Where the answer begins. */
    private record Start(boolean first, Stage stage, int from) {}

    private Start start(int of) {
        if (request.cursor() == null) {
            return new Start(true, Stage.TYPED, 0);
        }
        long place = Position.read(Objects.requireNonNull(request.cursor()), of).number();
        int stages = Stage.values().length;
        return new Start(false, Stage.values()[(int) (place % stages)], (int) (place / stages));
    }

    private static String cursor(int of, Stage stage, int from) {
        return new Position(of, null, (long) from * Stage.values().length + stage.ordinal()).cursor();
    }

    static Reach reach(Stage stage) {
        return switch (stage) {
            case TYPED, SPARED -> Reach.TYPED;
            case LOOSE -> Reach.FEWER_WORDS;
            default -> Reach.SIMILAR;
        };
    }

    /**
     * How far the search went.
     *
     * @param query words and rights, without what was chosen
     * @param tally what that finds
     * @param manyTitles true if many titles have all words, or what was perhaps meant
     */
    record Reached(WordQueries.Wanted wanted, Query query, Tally tally, boolean manyTitles) {
        Stage stage() {
            return wanted.stage();
        }
    }

    private Reached reached(Stage stage, int best) throws IOException {
        WordQueries.Wanted wanted = wanted(stage);
        Query query = query(wanted);
        boolean manyTitles = manyTitles(wanted);
        Tally tally = manyTitles
                ? Tally.of(searcher, query, counted, MANY_TITLES)
                : Tally.ranked(searcher, query, counted, FEW, best);
        return new Reached(wanted, query, tally, manyTitles);
    }

    private boolean manyTitles(WordQueries.Wanted wanted) throws IOException {
        Optional<Query> titles = OnePlaceQueries.inTitle(wanted.typed(), wanted.similar());
        return titles.isPresent() && counted(titles.get(), MANY_TITLES) > MANY_TITLES;
    }

    WordQueries.Wanted wanted(Stage stage) throws IOException {
        TypedText asked = asked(stage);
        return new WordQueries.Wanted(asked, stage, Similar.of(asked, stage, vocabulary, this::knows));
    }

    private TypedText asked(Stage stage) throws IOException {
        return stage == Stage.SPARED || stage != Stage.TYPED && sparing() ? spared : typed;
    }

    /** Where nothing more is met without it, a word was no form of address, and may be part of a name with a slip. */
    private boolean sparing() throws IOException {
        if (sparing == null) {
            sparing = !typed.equals(spared) && literal(spared) > literal(typed);
        }
        return sparing;
    }

    private long literal(TypedText text) throws IOException {
        return counted(WordQueries.finding(WordQueries.Wanted.typed(text)), EXACT_UP_TO);
    }

    /**
     * A word of records that the reader may not see must not count: what is not corrected would tell that it is there.
     */
    private boolean knows(Word word) throws IOException {
        return finds(WordQueries.begins(word));
    }

    private boolean finds(Query words) throws IOException {
        return counted(words, 0) > 0;
    }

    /** Goes on while too little is found; what was chosen does not matter for that. */
    Reached widened(int best) throws IOException {
        Reached reached = reached(Stage.TYPED, best);
        if (!typed.parts().isEmpty() && !enough(reached) && (reached.tally().total() == 0 || !isExact())) {
            for (Stage wider : Stage.WIDER) {
                boolean further = wider == Stage.LOOSE ? reached.tally().total() == 0 : !enough(reached);
                if (further && widens(wider, reached.wanted())) {
                    Reached more = reached(wider, best);
                    // where nothing more is met, what was met stands as it was typed
                    boolean nothing = more.tally().exact()
                            && more.tally().total() <= reached.tally().total();
                    reached = nothing ? reached : more;
                }
            }
        }
        return reached;
    }

    /**
     * Enough are a few that have all words in one place, or a page of records of which one has the words as they are.
     * Names that the other language reads like this do not count: a slip may still be what keeps the others away.
     */
    private boolean enough(Reached reached) throws IOException {
        if (reached.manyTitles()) {
            return true;
        }
        long found = reached.tally().total();
        if (found >= FEW_IN_ONE_PLACE && SinoQueries.of(typed.words()).isPresent()) {
            found = counted(WordQueries.direct(reached.wanted()), FEW_HERE_AND_THERE);
        }
        if (found < FEW_IN_ONE_PLACE) {
            return false;
        }
        TypedText asked = reached.wanted().typed();
        Optional<Query> place = OnePlaceQueries.finding(asked, reached.wanted().similar());
        return place.isEmpty()
                || counted(place.get(), FEW_IN_ONE_PLACE) >= FEW_IN_ONE_PLACE
                || found >= FEW_HERE_AND_THERE && finds(WordQueries.asTyped(asked));
    }

    private long counted(Query words, int most) throws IOException {
        return Tally.of(searcher, FilterQueries.all(List.of(searcher.pruned(words), scope(words))), List.of(), most)
                .total();
    }

    /** True if that stage may find more than what was looked for before. */
    boolean widens(Stage wider, WordQueries.Wanted before) throws IOException {
        return switch (wider) {
            case TYPED -> false;
            case SPARED -> !typed.equals(spared);
            case SIMILAR -> true;
            case ALL_SIMILAR ->
                !Similar.of(asked(wider), wider, vocabulary, this::knows).equals(before.similar());
            case LOOSE -> WordQueries.sparesOne(asked(wider));
        };
    }

    private boolean isExact() throws IOException {
        return finds(WordQueries.exact(typed));
    }

    /** Finds and ranks; where the reader may not read every text, titles alone decide what stands together. */
    Query ranked(WordQueries.Wanted wanted) {
        return WordQueries.ranked(wanted, readable.values().stream().noneMatch(Readable::hidesWords));
    }

    private Query query(WordQueries.Wanted wanted) throws IOException {
        Query finding = WordQueries.finding(wanted);
        return searcher.rewrite(new BooleanQuery.Builder()
                .add(searcher.pruned(ranked(wanted)), Occur.MUST)
                .add(scope(finding), Occur.FILTER)
                .build());
    }

    /** The hits that have what was chosen, but of one field everything. */
    Query narrowed(Query query, String but) {
        List<Query> chosen = new ArrayList<>();
        request.chosen().forEach((field, values) -> {
            if (!field.equals(but)) {
                chosen.add(chosen(field, values));
            }
        });
        if (chosen.isEmpty()) {
            return query;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(query, Occur.MUST);
        chosen.forEach(one -> all.add(one, Occur.FILTER));
        return all.build();
    }

    private Query chosen(String field, List<Object> values) {
        return FilterQueries.any(
                field.equals(TYPE)
                        ? values.stream()
                                .<Query>map(type -> new TermQuery(new Term(Fields.TYPE, type.toString())))
                                .toList()
                        : scopes.keySet().stream()
                                .filter(type -> !request.hiddenOf(type).contains(field))
                                .map(type -> new FilterQueries(schema, type).query(Filter.in(field, values)))
                                .toList());
    }

    /** Records of the type that the reader may see and the question is about. */
    Query scopeOf(String type) {
        return scopes.getOrDefault(type, new MatchNoDocsQuery("not asked for"));
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

    private Map<String, List<FacetValue>> facets(Tally tally, Query all, Query narrowed) throws IOException {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        // what was chosen of a type's fields says nothing of other types
        facets.put(TYPE, request.chosen().isEmpty() ? tally.values(Fields.TYPE) : values(TYPE, all));
        for (String field : request.facets()) {
            if (!facets.containsKey(field)) {
                boolean own = request.chosen().containsKey(field);
                boolean read = hiding(field).isEmpty();
                facets.put(
                        field,
                        own || !read
                                ? whereRead(field, own ? narrowed(all, field) : narrowed)
                                : tally.values(Fields.facet(field)));
            }
        }
        return facets;
    }

    private List<FacetValue> values(String field, Query query) throws IOException {
        String counts = field.equals(TYPE) ? Fields.TYPE : Fields.facet(field);
        return Tally.of(searcher, query, List.of(counts), EXACT_UP_TO).values(counts);
    }

    /** Counted apart, in the types in which the reader may read the field. */
    private List<FacetValue> whereRead(String field, Query query) throws IOException {
        List<Query> others = scopes.keySet().stream()
                .filter(type -> !hiding(field).contains(type))
                .<Query>map(type -> new TermQuery(new Term(Fields.TYPE, type)))
                .toList();
        return values(field, FilterQueries.all(List.of(query, FilterQueries.any(others))));
    }

    private List<Hit> hits(ScoreDoc[] found, Stage stage, int from) throws IOException {
        Highlights highlights = new Highlights(asked(stage), stage);
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
