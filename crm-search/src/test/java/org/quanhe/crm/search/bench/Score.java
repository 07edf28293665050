package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What was measured of one engine. */
final class Score {
    private final String engine;
    private final List<Answer> answers = new ArrayList<>();
    private double buildSeconds;
    private double threadedSeconds;
    private long threadedQuestions;
    private long bytes;
    private long heap;
    private double badInputMillis;

    Score(String engine) {
        this.engine = engine;
    }

    String engine() {
        return engine;
    }

    void add(Answer answer) {
        answers.add(answer);
    }

    List<Answer> answers() {
        return answers;
    }

    /** What the slowest bad input took, in milliseconds. */
    void badInput(double millis) {
        badInputMillis = millis;
    }

    double badInputMillis() {
        return badInputMillis;
    }

    void built(double seconds, long onDisk, long onHeap) {
        buildSeconds = seconds;
        bytes = onDisk;
        heap = onHeap;
    }

    void threaded(long questions, double seconds) {
        threadedQuestions += questions;
        threadedSeconds += seconds;
    }

    double buildSeconds() {
        return buildSeconds;
    }

    double megabytes() {
        return bytes / 1e6;
    }

    /** Megabytes that live in this JVM because of the engine; of a server of its own nothing is known. */
    double heapMegabytes() {
        return heap / 1e6;
    }

    double perSecond() {
        return threadedQuestions / threadedSeconds;
    }

    /** Mean recall@10 by kind, in the order asked. */
    Map<Kind, Double> recalls() {
        return byKind(Answer::recall);
    }

    /** How often the first hit belongs, by kind. */
    Map<Kind, Double> firstRight() {
        return byKind(answer -> answer.firstRight() == 1 ? 1 : 0);
    }

    /** How often those with a better claim come first, by kind. */
    Map<Kind, Double> inOrder() {
        return byKind(answer -> answer.inOrder() ? 1 : 0);
    }

    private Map<Kind, Double> byKind(ToDoubleFunction<Answer> measure) {
        return answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.asked().kind(), LinkedHashMap::new, Collectors.averagingDouble(measure)));
    }

    /** Mean of the kinds, each with the same weight. */
    double recall() {
        return recalls().values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    double meanReciprocalRank() {
        return answers.stream().mapToDouble(Answer::reciprocalRank).average().orElse(0);
    }

    /** So many of a hundred answers took no longer, in milliseconds. */
    double percentile(double of100) {
        return percentile(answers, of100);
    }

    double percentile(Kind kind, double of100) {
        return percentile(
                answers.stream().filter(a -> a.asked().kind().equals(kind)).toList(), of100);
    }

    private static double percentile(List<Answer> of, double of100) {
        long[] nanos = of.stream().mapToLong(Answer::nanos).sorted().toArray();
        return nanos.length == 0 ? 0 : nanos[(int) Math.min(nanos.length - 1, nanos.length * of100 / 100)] / 1e6;
    }

    double meanMillis() {
        return Arrays.stream(answers.stream().mapToLong(Answer::nanos).toArray())
                        .average()
                        .orElse(0)
                / 1e6;
    }
}
