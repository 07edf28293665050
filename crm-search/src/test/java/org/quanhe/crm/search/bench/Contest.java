package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Asks the same questions of all engines in turn, so that a busy moment of the machine hits all of them alike. */
final class Contest {
    private static final int BATCH = 500;
    private static final int THREADS = 2;
    private static final int SLICE = 100;
    private static final int WARMING = 12;

    private final long customers;
    private final List<Competitor> competitors;
    private final List<Score> scores = new ArrayList<>();

    Contest(long customers, List<Competitor> competitors) {
        this.customers = customers;
        this.competitors = competitors;
        competitors.forEach(competitor -> scores.add(new Score(competitor.name())));
    }

    /**
     * Builds, warms up with other questions, asks.
     *
     * @return what was measured, in the order of the engines
     */
    List<Score> held(List<Labelled> questions, long seed) {
        build();
        warmUp(seed);
        ask(questions);
        threaded(questions);
        if (competitors.get(0).answersAnything()) {
            scores.get(0).badInput(BadInput.slowest(competitors.get(0)));
        }
        return scores;
    }

    /** All customers into all engines, one engine after the other. */
    void build() {
        for (int i = 0; i < competitors.size(); i++) {
            Competitor competitor = competitors.get(i);
            long before = heap();
            long nanos = 0;
            for (long from = 1; from <= customers; from += BATCH) {
                List<Customer> batch = LongStream.range(from, Math.min(customers + 1, from + BATCH))
                        .mapToObj(Crowd::customer)
                        .toList();
                long start = System.nanoTime();
                competitor.add(batch);
                nanos += System.nanoTime() - start;
            }
            long start = System.nanoTime();
            competitor.finish();
            nanos += System.nanoTime() - start;
            competitor.rest();
            competitor.firstTen("nguyen");
            scores.get(i).built(nanos / 1e9, competitor.bytes(), Math.max(0, heap() - before));
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void warmUp(long seed) {
        Labelling.unlabelled(customers, WARMING, seed + 1_000_003)
                .forEach(text -> competitors.forEach(competitor -> competitor.firstTen(text)));
    }

    /** Every question to all engines before the next one, another engine first each time, and every way round. */
    List<Score> ask(List<Labelled> questions) {
        int turn = 0;
        for (Labelled question : questions) {
            turn++;
            for (int i = 0; i < competitors.size(); i++) {
                int which = Math.floorMod((turn % 2 == 0 ? i : -i) + turn / 2, competitors.size());
                long start = System.nanoTime();
                List<Long> hits =
                        competitors.get(which).firstTen(question.question().text());
                long nanos = System.nanoTime() - start;
                scores.get(which).add(Answer.judged(question, hits, nanos));
            }
        }
        return scores;
    }

    private void threaded(List<Labelled> questions) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int from = 0; from < questions.size(); from += SLICE) {
                List<Labelled> slice = questions.subList(from, Math.min(questions.size(), from + SLICE));
                for (int i = 0; i < competitors.size(); i++) {
                    scores.get(i).threaded(slice.size(), seconds(competitors.get(i), slice, threads));
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    private static double seconds(Competitor competitor, List<Labelled> slice, ExecutorService threads) {
        AtomicInteger next = new AtomicInteger();
        Runnable asking = () -> {
            for (int i = next.getAndIncrement(); i < slice.size(); i = next.getAndIncrement()) {
                competitor.firstTen(slice.get(i).question().text());
            }
        };
        long start = System.nanoTime();
        List<? extends Future<?>> running = IntStream.range(0, THREADS)
                .mapToObj(i -> threads.submit(asking))
                .toList();
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
