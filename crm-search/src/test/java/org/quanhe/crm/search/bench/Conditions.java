package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is demanded of our engine beside the others, as rows with found, target and whether it is met. */
final class Conditions {
    private static final double WITHIN = .05;

    /** Ratios of recall are means of few questions; less than this is no difference. */
    private static final double SAME = 1e-9;

    private final List<String> rows = new ArrayList<>();

    List<String> rows() {
        return rows;
    }

    /** Conditions on a contest among engines, ours first, bare behind it. */
    void of(long customers, List<Score> scores) {
        Score ours = scores.get(0);
        List<Score> others = scores.subList(Math.min(2, scores.size()), scores.size());
        String at = String.format(Locale.ROOT, " at %,d", customers);
        kinds(ours, others, at);
        rival(ours, others).ifPresent(rival -> {
            for (Score mine : scores.subList(0, 2)) {
                String against = mine.engine() + " against " + rival.engine() + at;
                atLeast(5, "p50: times faster, " + against, rival.percentile(50) / mine.percentile(50));
                atLeast(3, "questions a second: times more, " + against, mine.perSecond() / rival.perSecond());
            }
        });
        atMost(15, "p95 in ms" + at, ours.percentile(95));
        atMost(50, "the slowest bad input in ms" + at, ours.badInputMillis());
        atMost(
                2,
                "p50 with facets and rights against bare" + at,
                ours.percentile(50) / scores.get(1).percentile(50));
        atLeast(2_000, "records a second into the index" + at, customers / ours.buildSeconds());
        atMost(256, "own heap in MB" + at, ours.heapMegabytes());
    }

    private void kinds(Score ours, List<Score> others, String at) {
        List<String> below = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        ours.recalls().forEach((kind, recall) -> {
            if (recall < kind.target()) {
                below.add(kind.name());
            }
            if (others.stream().anyMatch(other -> other.recalls().getOrDefault(kind, 0.0) > recall + SAME)) {
                behind.add(kind.name());
            }
        });
        atMost(0, "kinds below their target" + at + list(below), below.size());
        if (!others.isEmpty()) {
            atMost(0, "kinds below the best engine" + at + list(behind), behind.size());
        }
        ours.firstRight().forEach((kind, share) -> {
            if (kind.name().equals("Vietnamese: with accents")) {
                atLeast(.995, "the exactly accented record is first" + at, share);
            }
        });
        ours.inOrder().entrySet().stream()
                .filter(entry -> entry.getKey().name().startsWith("Sino"))
                .forEach(entry -> atLeast(1, entry.getKey().name() + " below direct hits" + at, entry.getValue()));
    }

    private static String list(List<String> names) {
        return names.isEmpty() ? "" : " (" + String.join("; ", names) + ")";
    }

    /** The fastest that comes near our recall, or if none does, the one with the best. */
    private static Optional<Score> rival(Score ours, List<Score> others) {
        Optional<Score> near = others.stream()
                .filter(other -> other.recall() >= ours.recall() - WITHIN)
                .min(Comparator.comparingDouble(other -> other.percentile(50)));
        return near.isPresent() ? near : others.stream().max(Comparator.comparingDouble(Score::recall));
    }

    /** Our engine with ten times as many. */
    void growth(long few, Score withFew, long many, Score withMany) {
        atMost(
                4,
                String.format(Locale.ROOT, "p50: times that of %,d, with %,d", few, many),
                withMany.percentile(50) / withFew.percentile(50));
    }

    private void atLeast(double target, String what, double found) {
        row(what, found, "≥ " + number(target), found >= target - SAME);
    }

    private void atMost(double target, String what, double found) {
        row(what, found, "≤ " + number(target), found <= target + SAME);
    }

    private void row(String what, double found, String target, boolean met) {
        rows.add("| " + what + " | " + number(found) + " | " + target + " | " + (met ? "yes" : "**no**") + " |");
    }

    private static String number(double value) {
        String form = value >= 100 || value == Math.rint(value) ? "%,.0f" : value < 1 ? "%.3f" : "%.1f";
        return String.format(Locale.ROOT, form, value);
    }
}
