package org.quanhe.crm.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
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

/** When others see what was saved. By the index's clock no time passes unless a test lets it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FreshnessTest {
    private static final String TYPE = "customers";
    private static final String FIRST = "first";

    /** Too many for the memory in front of the disk, where nothing can be held up. */
    private static final int MANY = 1_500;

    @TempDir
    private Path folder;

    private final AtomicLong clock = new AtomicLong(1);
    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean heldUp;
    private SearchBackend backend;

    @BeforeEach
    void open() throws IOException {
        backend = new LuceneBackend(new IndexFolder(folder), this::storage, clock::get);
        FieldView name =
                new FieldView("name", FieldKind.TEXT, "name", List.of(), "", "", 0, Set.of(FieldView.Use.TITLE));
        backend.use(List.of(new RecordTypeView(TYPE, "", List.of(name), "name", true, true, true)));
    }

    @AfterEach
    void close() {
        released.countDown();
        backend.close();
    }

    private Directory storage(Path path) throws IOException {
        return new FilterDirectory(FSDirectory.open(path)) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (heldUp && Thread.currentThread().getName().equals(FIRST)) {
                    atWork.countDown();
                    await(released);
                }
                return super.createOutput(name, context);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long found() {
        return found(0);
    }

    private long found(long generation) {
        return backend.search(new SearchRequest("anna", Map.of(TYPE, Filter.ALL), List.of(), 10, null, generation))
                .total();
    }

    private long save(int many) {
        return backend.apply(LongStream.rangeClosed(1, many)
                .mapToObj(id -> (IndexChange) new IndexChange.Put(customer(id)))
                .toList());
    }

    private static IndexDocument customer(long id) {
        String name = IntStream.range(0, 40)
                .mapToObj(i -> Long.toString((id * 40 + i) * 0x9E3779B97F4A7C15L, 36))
                .collect(Collectors.joining(" ", "Anna ", ""));
        return new IndexDocument(new RecordRef(TYPE, id), 1, name, "", Map.of("name", name));
    }

    /** Saves many, and lets somebody search who is held up while showing them. */
    private CompletableFuture<Long> firstIsHeldUpWithMany() {
        found();
        save(MANY);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(26));
        heldUp = true;
        CompletableFuture<Long> first = new CompletableFuture<>();
        new Thread(() -> first.complete(found()), FIRST).start();
        await(atWork);
        return first;
    }

    @Test
    void whatOthersSavedIsFoundWithoutAnybodyAskingForIt() {
        found();
        save(3);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(26));
        assertThat(found()).isEqualTo(3);
    }

    @Test
    void whatIsSavedInOneMomentIsShownTogether() {
        save(3);
        assertThat(found()).isZero();
    }

    @Test
    void noSearchWaitsWhileTheSavesOfOthersAreBeingShown() {
        CompletableFuture<Long> first = firstIsHeldUpWithMany();
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        assertThat(found()).isZero();
        released.countDown();
        assertThat(first.join()).isEqualTo(MANY);
    }

    @Test
    void ownSaveIsWaitedForAlsoThen() {
        firstIsHeldUpWithMany();
        long generation = backend.apply(List.of(new IndexChange.Put(customer(MANY + 1))));
        CompletableFuture<Long> found = CompletableFuture.supplyAsync(() -> found(generation));
        released.countDown();
        assertThat(found.join()).isEqualTo(MANY + 1);
    }

    @Test
    void noSearchGoesOnWithoutWhatWasSavedMoreThanASecondAgo() {
        firstIsHeldUpWithMany();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(1));
        CompletableFuture<Long> found = CompletableFuture.supplyAsync(this::found);
        released.countDown();
        assertThat(found.join()).isEqualTo(MANY);
    }

    @Test
    void whatIsSavedWhileOthersAreShownIsFoundBehindThem() {
        CompletableFuture<Long> first = firstIsHeldUpWithMany();
        backend.apply(List.of(new IndexChange.Put(customer(MANY + 1))));
        released.countDown();
        first.join();
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(26));
        assertThat(found()).isEqualTo(MANY + 1);
    }
}
