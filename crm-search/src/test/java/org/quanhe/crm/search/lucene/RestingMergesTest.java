package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.FieldKind;
import org.quanhe.crm.records.FieldView;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;

/** What many saves left is merged while nobody writes. By the index's clock no time passes unless a test lets it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RestingMergesTest {
    private static final String TYPE = "customers";
    private static final int MANY_PARTS = 8;

    /** How many are saved at once: parts of several sizes, of which the usual merges leave some of each. */
    private static final int[] SAVES = {2500, 2500, 2500, 2500, 500, 500, 500, 500, 100, 100, 100, 100, 1, 1, 1, 1};

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong(1);
    private SearchBackend backend;

    @BeforeEach
    void open() throws IOException {
        backend = new LuceneBackend(new IndexFolder(folder), FSDirectory::open, clock::get);
        FieldView name =
                new FieldView("name", FieldKind.TEXT, "name", List.of(), "", "", 0, Set.of(FieldView.Use.TITLE));
        backend.use(List.of(new RecordTypeView(TYPE, "", List.of(name), "name", true, true, true)));
    }

    @AfterEach
    void close() {
        backend.close();
    }

    private long found(long generation) {
        return backend.search(new SearchRequest("anna", Map.of(TYPE, Filter.ALL), List.of(), 10, null, generation))
                .total();
    }

    private static IndexChange customer(long id) {
        String name = IntStream.range(0, 20)
                .mapToObj(i -> Long.toString((id * 40 + i) * 0x9E3779B97F4A7C15L, 36))
                .collect(Collectors.joining(" ", "Anna ", ""));
        return new IndexChange.Put(new IndexDocument(new RecordRef(TYPE, id), 1, name, "", Map.of("name", name)));
    }

    /** Each save is a part of its own until the usual merges come. */
    private long saveAll() {
        long id = 0;
        for (int many : SAVES) {
            long from = id;
            found(backend.apply(LongStream.range(from, from + many)
                    .mapToObj(RestingMergesTest::customer)
                    .toList()));
            id += many;
        }
        return id;
    }

    private int parts() throws IOException {
        backend.commit();
        Path index;
        try (Stream<Path> files = Files.walk(folder)) {
            index = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow()
                    .getParent();
        }
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
            return reader.leaves().size();
        }
    }

    private void passes(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        backend.rest();
    }

    @Test
    void whatManySavesLeftIsMergedWhileNobodyWritesAndFoundAsBefore() throws IOException {
        long saved = saveAll();
        assertThat(parts()).isGreaterThan(MANY_PARTS);
        long before = found(0);
        passes(1);
        passes(3);
        assertThat(parts()).as("somebody wrote a moment ago").isGreaterThan(MANY_PARTS);
        while (parts() > MANY_PARTS) {
            passes(1);
            Thread.onSpinWait();
        }
        passes(1);
        assertThat(found(0)).isEqualTo(before);
        assertThat(found(backend.apply(List.of(customer(saved))))).isGreaterThanOrEqualTo(before);
        assertThat(backend.documents()).isEqualTo(saved + 1);
    }

    @Test
    void whoWritesEndsTheRestAndItBeginsAnewBehindThat() throws IOException {
        long saved = saveAll();
        passes(6);
        found(backend.apply(List.of(customer(saved))));
        passes(1);
        assertThat(backend.documents()).isEqualTo(saved + 1);
        while (parts() > MANY_PARTS) {
            passes(1);
            Thread.onSpinWait();
        }
        assertThat(backend.documents()).isEqualTo(saved + 1);
    }
}
