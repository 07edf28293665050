package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.IndexDocument;
import org.quanhe.crm.search.spi.ListRequest;
import org.quanhe.crm.search.spi.SearchBackend;

/** The index and a loop over all records agree on every condition. */
class FilterPropertyTest {
    private static final int RECORDS = 300;
    private static final long SEED = 20_240_229;

    private static final List<Map<String, Object>> VALUES = new ArrayList<>();
    private static SearchBackend backend;

    @BeforeContainer
    static void fill() throws IOException {
        Path folder = Files.createTempDirectory("filters");
        backend = new LuceneBackendProvider().open(folder);
        backend.use(List.of(MadeUpRecords.type()));
        Arbitrary<List<Map<String, Object>>> records =
                MadeUpRecords.values().list().ofSize(RECORDS);
        VALUES.addAll(records.generator(RECORDS, true)
                .next(new java.util.Random(SEED))
                .value());
        for (int i = 0; i < RECORDS; i++) {
            backend.apply(List.of(new IndexChange.Put(
                    new IndexDocument(new RecordRef(MadeUpRecords.TYPE, i), 1, "thing", "", VALUES.get(i)))));
        }
    }

    @AfterContainer
    static void close() {
        backend.close();
    }

    @Property(tries = 2000)
    void listHoldsExactlyTheRecordsThatFulfilTheCondition(@ForAll("filters") Filter filter) {
        long[] expected = LongStream.range(0, RECORDS)
                .filter(i -> NaiveFilter.holds(filter, VALUES.get((int) i)))
                .toArray();
        ListRequest request =
                new ListRequest(MadeUpRecords.TYPE, filter, "", "id", false, RECORDS, null, false, Long.MAX_VALUE);
        assertThat(backend.list(request).ids()).containsExactly(box(expected));
        assertThat(backend.count(request, RECORDS)).isEqualTo(expected.length);
    }

    @Provide
    Arbitrary<Filter> filters() {
        return MadeUpRecords.filters();
    }

    private static Long[] box(long[] numbers) {
        return LongStream.of(numbers).boxed().toArray(Long[]::new);
    }
}
