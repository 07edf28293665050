package org.quanhe.crm.search.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.lucene.LuceneBackendProvider;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;

/**
 * The engine of the application by its seam, asked as the search page asks: with the rights of somebody who may see
 * what his eight teams own and what is his own, with five facets, with highlights. Those teams own everything, so that
 * all engines have the same to find; the engine cannot know that.
 */
final class OurEngine implements Competitor {
    private static final Filter RIGHTS = new Filter.Or(List.of(
            Filter.eq("owner", 17L),
            Filter.in(
                    "team",
                    IntStream.rangeClosed(1, Crowd.TEAMS)
                            .mapToObj(i -> "team" + i)
                            .toList())));
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int FEW_PARTS = 8;
    private static final List<String> FACETS = List.of("stage", "owner", "team", "city", "tags");

    private final Path folder = Folders.fresh("ours");
    private final SearchBackend backend = new LuceneBackendProvider().open(folder);

    OurEngine() {
        backend.use(List.of(CustomerDocuments.type()));
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public void add(List<Customer> customers) {
        backend.apply(customers.stream()
                .<IndexChange>map(customer -> new IndexChange.Put(CustomerDocuments.of(customer)))
                .toList());
    }

    @Override
    public void finish() {
        backend.commit();
        backend.documents();
    }

    /** As in a server that nobody writes to for a minute. */
    @Override
    public void rest() {
        long end = System.nanoTime() + REST.toNanos();
        while (System.nanoTime() < end && Folders.files(folder, ".si") > FEW_PARTS) {
            backend.rest();
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean answersAnything() {
        return true;
    }

    @Override
    public List<Long> firstTen(String text) {
        return ask(text, RIGHTS, FACETS);
    }

    private List<Long> ask(String text, Filter rights, List<String> facets) {
        return backend
                .search(new SearchRequest(
                        text, Map.of(CustomerDocuments.TYPE, rights), facets, Labelled.FIRST, null, 0))
                .hits()
                .stream()
                .map(hit -> hit.ref().id())
                .toList();
    }

    @Override
    public long bytes() {
        return Folders.bytes(folder);
    }

    @Override
    public void close() {
        backend.close();
        Folders.delete(folder);
    }

    /** The same index without rights and facets, for what they cost. The seam has no way to go without highlights. */
    Competitor bare() {
        return new Competitor() {
            @Override
            public String name() {
                return "ours, bare";
            }

            @Override
            public void add(List<Customer> customers) {}

            @Override
            public void finish() {}

            @Override
            public List<Long> firstTen(String text) {
                return ask(text, Filter.ALL, List.of());
            }

            @Override
            public long bytes() {
                return OurEngine.this.bytes();
            }

            @Override
            public void close() {}
        };
    }
}
