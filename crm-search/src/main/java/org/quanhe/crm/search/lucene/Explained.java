package org.quanhe.crm.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.search.SearchAnswer.Reach;
import org.quanhe.crm.search.SearchExplanation;
import org.quanhe.crm.search.SearchExplanation.Means;
import org.quanhe.crm.search.SearchExplanation.Met;
import org.quanhe.crm.search.SearchExplanation.Obstacle;
import org.quanhe.crm.search.SearchExplanation.Way;
import org.quanhe.crm.search.analysis.Word;
import org.quanhe.crm.search.analysis.Words;
import org.quanhe.crm.search.spi.SearchRequest;

/** Tells why a search finds a record, or does not: the query is asked leaf for leaf whether the record answers it. */
final class Explained {
    private static final int MOST_WORDS = 12;

    /** Places behind it are not told; nobody pages so far. */
    private static final int DEEPEST = 2_000;

    private final RememberingSearcher searcher;
    private final SearchRequest request;
    private final RecordRef record;
    private final Searches searches;
    private final TypedText typed;
    private final Readable everything;
    private final Readable readable;
    private final int doc;

    private Explained(RememberingSearcher searcher, Schema schema, SearchRequest request, RecordRef record, int doc) {
        this.searcher = searcher;
        this.request = request;
        this.record = record;
        this.searches = new Searches(searcher, schema, request);
        this.typed = TypedText.of(request.text());
        this.everything = new Readable(schema, record.type(), Set.of());
        this.readable = new Readable(schema, record.type(), request.hiddenOf(record.type()));
        this.doc = doc;
    }

    static SearchExplanation of(RememberingSearcher searcher, Schema schema, SearchRequest request, RecordRef record)
            throws IOException {
        ScoreDoc[] there = searcher.search(new TermQuery(new Term(Fields.KEY, record.key())), 1).scoreDocs;
        if (there.length == 0) {
            return new SearchExplanation("", EnumSet.of(Obstacle.ABSENT), Reach.TYPED, List.of(), 0, 0, 0, true);
        }
        return new Explained(searcher, schema, request, record, there[0].doc).explanation();
    }

    private SearchExplanation explanation() throws IOException {
        Searches.Reached reached = searches.widened(1);
        Query query = searches.narrowed(reached.query(), "");
        Set<Obstacle> obstacles = obstacles(reached);
        Query words = searches.ranked(reached.wanted());
        Document stored = searcher.storedFields().document(doc);
        StoredTexts texts = StoredTexts.decoded(Objects.requireNonNull(stored.getBinaryValue(Fields.STORED)));
        Tally tally = Tally.of(searcher, query, List.of(), Searches.EXACT_UP_TO);
        return new SearchExplanation(
                texts.title(),
                obstacles,
                Searches.reach(reached.stage()),
                typed.blank() ? List.of() : met(words, texts),
                typed.blank() ? 0 : Leaves.weight(searcher, words, doc),
                obstacles.isEmpty() ? place(query) : 0,
                Math.min(tally.total(), Searches.EXACT_UP_TO),
                tally.exact());
    }

    private Set<Obstacle> obstacles(Searches.Reached reached) throws IOException {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        Query scope = searches.scopeOf(record.type());
        Query words = WordQueries.finding(reached.wanted());
        if (!Leaves.answers(searcher, scope, doc)) {
            obstacles.add(Obstacle.RIGHT);
        }
        if (!Leaves.answers(searcher, searches.narrowed(new MatchAllDocsQuery(), ""), doc)) {
            obstacles.add(Obstacle.FILTER);
        }
        if (!Leaves.answers(searcher, words, doc)) {
            obstacles.add(goingFurther(reached.wanted()) ? Obstacle.ENOUGH_FOUND : Obstacle.WORDS);
        } else if (!typed.blank() && !Leaves.answers(searcher, readable.within(new MatchAllDocsQuery(), words), doc)) {
            obstacles.add(Obstacle.HIDDEN_FIELD);
        }
        return obstacles;
    }

    /** True if a wider search met the record. */
    private boolean goingFurther(WordQueries.Wanted wanted) throws IOException {
        for (Stage wider : Stage.WIDER) {
            if (wider.compareTo(wanted.stage()) > 0
                    && searches.widens(wider, wanted)
                    && Leaves.answers(searcher, WordQueries.finding(searches.wanted(wider)), doc)) {
                return true;
            }
        }
        return false;
    }

    private long place(Query query) throws IOException {
        ScoreDoc[] best = searcher.search(query, new TopScoreDocCollectorManager(DEEPEST, null, DEEPEST)).scoreDocs;
        for (int i = 0; i < best.length; i++) {
            if (best[i].doc == doc) {
                return i + 1L;
            }
        }
        return 0;
    }

    private List<Met> met(Query query, StoredTexts texts) throws IOException {
        List<Word> words = Words.of(request.text(), MOST_WORDS);
        Map<String, List<Way>> ways = new LinkedHashMap<>();
        words.forEach(word -> ways.put(asTyped(word), new ArrayList<>()));
        for (Leaves.Leaf leaf : Leaves.of(query)) {
            double weight = Leaves.weight(searcher, leaf.boosted(), doc);
            if (weight > 0) {
                String field = field(leaf, texts);
                Optional<Word> asked = words.stream().filter(leaf::asks).findFirst();
                Optional<Word> similar = asked.isPresent()
                        ? Optional.empty()
                        : words.stream().filter(leaf::asksSimilar).findFirst();
                String word = asked.or(() -> similar).map(this::asTyped).orElse("");
                ways.computeIfAbsent(word, w -> new ArrayList<>())
                        .add(new Way(
                                similar.isPresent() ? Means.SIMILAR : leaf.means(words),
                                field,
                                request.hiddenOf(record.type()).contains(field),
                                weight));
            }
        }
        return ways.entrySet().stream()
                .map(entry -> new Met(entry.getKey(), inOrder(entry.getValue())))
                .toList();
    }

    private String asTyped(Word word) {
        return request.text().substring(word.start(), word.end());
    }

    /** The weightiest first, each way once; of places that have all words the best alone counts. */
    private static List<Way> inOrder(List<Way> ways) {
        List<Way> ordered = ways.stream()
                .sorted(Comparator.comparingDouble(Way::weight).reversed())
                .distinct()
                .toList();
        Optional<Way> place =
                ordered.stream().filter(way -> way.means() == Means.ONE_PLACE).findFirst();
        return ordered.stream()
                .filter(way -> way.means() != Means.ONE_PLACE || place.get() == way)
                .toList();
    }

    /** The field of the record in which a leaf was met; empty where its stored texts do not show it. */
    private String field(Leaves.Leaf leaf, StoredTexts texts) {
        if (leaf.ofTitle()) {
            return "title";
        }
        for (StoredTexts.Searched one : texts.searched()) {
            StoredTexts alone = new StoredTexts("", "", Map.of(), List.of(one));
            if (everything.words(alone).answer(leaf.query())) {
                return one.field();
            }
        }
        String externalId = texts.values().get(DocumentMapping.EXTERNAL_ID);
        boolean byId = externalId != null
                && everything
                        .words(new StoredTexts("", "", Map.of(DocumentMapping.EXTERNAL_ID, externalId), List.of()))
                        .answer(leaf.query());
        return byId ? DocumentMapping.EXTERNAL_ID : "";
    }
}
