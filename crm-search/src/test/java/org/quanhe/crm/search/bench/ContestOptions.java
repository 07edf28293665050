package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param customers sizes of crowds, one contest each
 * @param questions of each kind
 * @param seed other seeds give other questions
 * @param engines which of {@code ours}, {@code plain}, {@code postgres} take part
 * @param misses how many questions of each kind are shown that our engine did not answer in full
 * @param only kinds whose name contains this
 */
record ContestOptions(
        List<Integer> customers, int questions, long seed, List<String> engines, int misses, String only) {
    static final String USAGE = "options: --customers 100000[,1000000]  --questions 50 (each kind)  --seed 1"
            + "  --engines ours,plain,postgres  --misses 0 (each kind)  --only part-of-a-kind's-name";

    static ContestOptions of(String... arguments) {
        ContestOptions options =
                new ContestOptions(List.of(100_000), 50, 1, List.of("ours", "plain", "postgres"), 0, "");
        Iterator<String> words = List.of(arguments).iterator();
        try {
            while (words.hasNext()) {
                options = options.with(words.next(), words.next());
            }
            return options;
        } catch (NoSuchElementException | NumberFormatException e) {
            throw new IllegalArgumentException(USAGE, e);
        }
    }

    private ContestOptions with(String name, String value) {
        return switch (name) {
            case "--customers" -> new ContestOptions(sizes(value), questions, seed, engines, misses, only);
            case "--questions" -> new ContestOptions(customers, Integer.parseInt(value), seed, engines, misses, only);
            case "--seed" -> new ContestOptions(customers, questions, Long.parseLong(value), engines, misses, only);
            case "--engines" -> new ContestOptions(customers, questions, seed, List.of(value.split(",")), misses, only);
            case "--misses" -> new ContestOptions(customers, questions, seed, engines, Integer.parseInt(value), only);
            case "--only" -> new ContestOptions(customers, questions, seed, engines, misses, value.replace('_', ' '));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static List<Integer> sizes(String value) {
        return Stream.of(value.replace("_", "").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** The engines, ours first and bare behind it; empty. */
    List<Competitor> competitors() {
        List<Competitor> all = new ArrayList<>();
        for (String engine : engines) {
            switch (engine) {
                case "ours" -> {
                    OurEngine ours = new OurEngine();
                    all.add(ours);
                    all.add(ours.bare());
                }
                case "plain" -> all.add(new PlainLucene());
                case "postgres" -> all.add(new Postgres());
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return all;
    }
}
