package org.quanhe.crm.search.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.search.lucene.LuceneBackendProvider;
import org.quanhe.crm.search.spi.IndexChange;
import org.quanhe.crm.search.spi.ListAnswer;
import org.quanhe.crm.search.spi.ListRequest;
import org.quanhe.crm.search.spi.SearchBackend;
import org.quanhe.crm.search.spi.SearchRequest;

/**
 * Prints the CPU time of each kind of call on so many customers (first argument, default 100,000), and when others find
 * what was saved; with {@code others} behind the number that alone.
 */
public final class IndexBenchmark {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int BATCH = 500;
    private static final Filter OWN = Filter.eq("owner", 17L);

    private final SearchBackend backend;
    private final int customers;

    private IndexBenchmark(SearchBackend backend, int customers) {
        this.backend = backend;
        this.customers = customers;
    }

    public static void main(String[] args) throws IOException {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("crm-search-bench");
        try (SearchBackend backend = new LuceneBackendProvider().open(folder)) {
            backend.use(List.of(MadeUpCustomers.type()));
            IndexBenchmark benchmark = new IndexBenchmark(backend, customers);
            benchmark.build();
            if (args.length < 2) {
                benchmark.searches();
                benchmark.lists();
                benchmark.saves();
            }
            benchmark.savesOfOthers();
            backend.commit();
            System.out.printf("index %.0f MB, heap used %.0f MB%n", megabytes(folder), used());
        } finally {
            delete(folder);
        }
    }

    private void build() {
        long cpu = 0;
        long start = System.nanoTime();
        for (int from = 1; from <= customers; from += BATCH) {
            List<IndexChange> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, customers + 1); i++) {
                batch.add(new IndexChange.Put(MadeUpCustomers.customer(i)));
            }
            long before = THREADS.getCurrentThreadCpuTime();
            backend.apply(batch);
            cpu += THREADS.getCurrentThreadCpuTime() - before;
        }
        backend.commit();
        double wall = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "build   %,d documents: %,.0f/s of one core, %,.0f/s by the clock with the generator%n",
                customers, customers / (cpu / 1e9), customers / wall);
    }

    private void searches() {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        classes.put("full name", List.of("nguyen thi anh", "Trần Văn Hùng", "le minh quan", "dang hoai phuong"));
        classes.put("prefix", List.of("ngu va", "n", "ng", "tran t", "ho p van quo", "pham th"));
        classes.put("frequent word", List.of("nguyen", "thi", "cong ty", "hà nội"));
        classes.put("phone tail", List.of("3456", "77180", "123456", "0912"));
        classes.put("mail", List.of("@gmail.com", "tranvan12", "nguyenthian"));
        classes.put("chinese", List.of("张伟", "陳明", "龙兴星", "王"));
        classes.put("pinyin", List.of("zhangwei", "zw", "li ming", "w"));
        classes.put("typo", List.of("nguyn quoc", "tarn hung", "phuonng"));
        classes.put("notes, address", List.of("dieu hoa quan", "budget approval", "hai ba trung"));
        classes.put("nothing", List.of("qqqqqq", "xyzzy foo"));
        classes.forEach((name, texts) -> {
            measure("search  " + name + " (all)", 200, i -> search(texts.get(i % texts.size()), Filter.ALL, List.of()));
            measure(
                    "search  " + name + " (own, facets)",
                    200,
                    i -> search(texts.get(i % texts.size()), OWN, List.of("stage", "owner", "city", "tags")));
        });
    }

    private void search(String text, Filter scope, List<String> facets) {
        backend.search(new SearchRequest(text, Map.of(MadeUpCustomers.TYPE, scope), facets, 20, null, 0));
    }

    private void lists() {
        measure("list    by name", 300, i -> page(Filter.ALL, "name", false, 0));
        measure("list    by name, descending, 5 pages", 60, i -> page(Filter.ALL, "name", true, 4));
        measure("list    by name, own", 300, i -> page(Filter.eq("owner", (long) (i % 200)), "name", false, 0));
        measure("list    by updatedAt, stage", 300, i -> page(Filter.eq("stage", "lead"), "updatedAt", true, 0));
        measure(
                "list    name contains",
                100,
                i -> page(
                        new Filter.Compare("name", Filter.Op.CONTAINS, i % 2 == 0 ? "phu" : "ngu"), "name", false, 0));
        measure(
                "list    notes contains rare",
                30,
                i -> page(new Filter.Compare("notes", Filter.Op.CONTAINS, "hd-" + (10_000 + i)), "name", false, 0));
        measure(
                "count   stage",
                300,
                i -> backend.count(request(Filter.eq("stage", "lead"), "name", false, null), 10_000));
        measure("count   all", 300, i -> backend.count(request(Filter.ALL, "name", false, null), 10_000));
    }

    private void page(Filter filter, String sort, boolean descending, int further) {
        ListAnswer page = backend.list(request(filter, sort, descending, null));
        for (int i = 0; i < further && page.more(); i++) {
            page = backend.list(request(filter, sort, descending, page.last()));
        }
    }

    private static ListRequest request(
            Filter filter, String sort, boolean descending, @org.jspecify.annotations.Nullable String cursor) {
        return new ListRequest(MadeUpCustomers.TYPE, filter, "", sort, descending, 50, cursor, false, 0);
    }

    private void saves() {
        measure("save and find it", 500, i -> {
            long number = 1 + i % customers;
            long generation =
                    backend.apply(List.of(new IndexChange.Put(MadeUpCustomers.customer(number, 2 + i / customers))));
            backend.search(new SearchRequest(
                    "kh-" + number, Map.of(MadeUpCustomers.TYPE, Filter.ALL), List.of(), 20, null, generation));
        });
        measure(
                "save only",
                2000,
                i -> backend.apply(List.of(new IndexChange.Put(MadeUpCustomers.customer(1 + (i * 7) % customers, 3)))));
    }

    /** A hundred new customers a second, and somebody who asks for each until it is found, without a generation. */
    private void savesOfOthers() {
        BlockingQueue<Long> saved = new LinkedBlockingQueue<>();
        ScheduledExecutorService editor = Executors.newSingleThreadScheduledExecutor();
        AtomicLong number = new AtomicLong(customers);
        editor.scheduleAtFixedRate(
                () -> {
                    backend.apply(List.of(new IndexChange.Put(MadeUpCustomers.customer(number.incrementAndGet()))));
                    saved.clear();
                    saved.add(number.get());
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        double[] millis = new double[200];
        try {
            for (int i = 0; i < millis.length; i++) {
                long wanted = saved.take();
                long start = System.nanoTime();
                while (!isFound("kh-" + wanted)) {
                    Thread.onSpinWait();
                }
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        } finally {
            editor.shutdownNow();
        }
        Arrays.sort(millis);
        System.out.printf(
                "others' saves found, at 100 a second: p50 %.1f  p95 %.1f  p99 %.1f ms by the clock%n",
                millis[millis.length / 2], millis[millis.length * 95 / 100], millis[millis.length * 99 / 100]);
    }

    private boolean isFound(String key) {
        return backend.search(new SearchRequest(key, Map.of(MadeUpCustomers.TYPE, Filter.ALL), List.of(), 20, null, 0))
                        .total()
                > 0;
    }

    private static void measure(String what, int times, IntConsumer call) {
        for (int i = 0; i < times; i++) {
            call.accept(i);
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            call.accept(i);
            millis[i] = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%-45s mean %6.2f  p50 %6.2f  p95 %6.2f CPU-ms%n",
                what, Arrays.stream(millis).average().orElse(0), millis[times / 2], millis[times * 95 / 100]);
    }

    private static double used() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1e6;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
