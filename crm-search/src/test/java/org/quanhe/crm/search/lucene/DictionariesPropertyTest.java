package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/** What is read of an index in ways of our own says the same as Lucene's ways, whatever words are in how many parts. */
class DictionariesPropertyTest {
    private static final String FIELD = "word";
    private static final String OTHER = "other";

    /** An index with a part for each list of words, a document for each word. */
    private static final class Index implements AutoCloseable {
        private final Directory directory = new ByteBuffersDirectory();
        private final DirectoryReader reader;

        Index(List<List<String>> parts) throws IOException {
            IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (List<String> words : parts) {
                    for (String word : words) {
                        Document document = new Document();
                        document.add(new StringField(word.length() % 3 == 0 ? OTHER : FIELD, word, Store.NO));
                        writer.addDocument(document);
                    }
                    writer.commit();
                }
            }
            reader = DirectoryReader.open(directory);
        }

        @Override
        public void close() throws IOException {
            reader.close();
            directory.close();
        }
    }

    /** Few letters, so that many words lie near each other; digits, and letters of two other scripts. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withChars("abcdz019жđ陳").ofMinLength(1).ofMaxLength(9);
    }

    @Provide
    Arbitrary<List<List<String>>> parts() {
        return words().list().ofMaxSize(40).list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 300)
    void nearAreThoseThatAnAutomatonTakes(
            @ForAll("parts") List<List<String>> parts,
            @ForAll("words") String typed,
            @ForAll @IntRange(min = 1, max = 2) int most)
            throws IOException {
        Map<String, Integer> slips = new HashMap<>();
        Map<String, Integer> records = new TreeMap<>();
        try (Index index = new Index(parts)) {
            WordsOfParts words = new WordsOfParts();
            for (LeafReaderContext part : index.reader.leaves()) {
                words.of(part.reader(), FIELD)
                        .ifPresent(some -> some.near(typed, most, (word, between, inRecords) -> {
                            slips.put(word, between);
                            records.merge(word, inRecords, Integer::sum);
                        }));
            }
        }
        Map<String, Integer> wanted = new TreeMap<>();
        CharacterRunAutomaton near = new CharacterRunAutomaton(new LevenshteinAutomata(typed, true).toAutomaton(most));
        CharacterRunAutomaton nearest = new CharacterRunAutomaton(new LevenshteinAutomata(typed, true).toAutomaton(1));
        parts.forEach(words -> words.stream()
                .filter(word -> word.length() % 3 != 0 && !word.equals(typed) && near.run(word))
                .forEach(word -> wanted.merge(word, 1, Integer::sum)));
        assertThat(records).isEqualTo(wanted);
        slips.forEach((word, between) -> assertThat(between).isEqualTo(nearest.run(word) ? 1 : 2));
    }

    @Property(tries = 200)
    void placesAreThoseOfLucene(@ForAll("parts") List<List<String>> parts, @ForAll("words") String absent)
            throws IOException {
        try (Index index = new Index(parts)) {
            RememberingSearcher searcher = new RememberingSearcher(index.reader, new WordsOfParts());
            TermPlaces places = new TermPlaces(searcher.getTopReaderContext());
            List<String> asked = new ArrayList<>(List.of(absent));
            parts.forEach(asked::addAll);
            for (String word : asked) {
                for (String field : List.of(FIELD, OTHER, "nowhere")) {
                    Term term = new Term(field, word);
                    TermStates found = places.of(term);
                    TermStates wanted = TermStates.build(searcher, term, true);
                    assertThat(found.docFreq()).isEqualTo(wanted.docFreq());
                    assertThat(found.totalTermFreq()).isEqualTo(wanted.totalTermFreq());
                    for (LeafReaderContext part : index.reader.leaves()) {
                        assertThat(text(found, part)).isEqualTo(text(wanted, part));
                    }
                    String beginning = word.substring(0, (word.length() + 1) / 2);
                    int begin = new IndexSearcher(index.reader).count(new PrefixQuery(new Term(field, beginning)));
                    assertThat(searcher.count(new BeginningQuery(new Term(field, beginning))))
                            .isEqualTo(begin);
                    assertThat(places.begins(new Term(field, beginning))).isEqualTo(begin > 0);
                }
            }
        }
    }

    private static String text(TermStates states, LeafReaderContext part) throws IOException {
        TermState state = states.get(part);
        return state == null ? "" : state.toString();
    }

    /** Words are kept no longer than the part that they were read of. */
    @Property(tries = 20)
    void wordsGoWithTheirPart(@ForAll("parts") List<List<String>> parts) throws IOException {
        WordsOfParts words = new WordsOfParts();
        try (Index index = new Index(parts)) {
            for (LeafReaderContext part : index.reader.leaves()) {
                assertThat(words.of(part.reader(), FIELD)).isEqualTo(words.of(part.reader(), FIELD));
            }
            assertThat(words.size()).isEqualTo(index.reader.leaves().size());
        }
        assertThat(words.size()).isZero();
    }
}
