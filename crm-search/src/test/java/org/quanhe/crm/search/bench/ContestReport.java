package org.quanhe.crm.search.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A contest as a table in Markdown, with what our engine missed. */
final class ContestReport {
    private static final int SHOWN = 5;

    private final List<Score> scores;
    private final StringBuilder text = new StringBuilder();

    ContestReport(List<Score> scores) {
        this.scores = scores;
    }

    String table(long customers) {
        line("| with %,d customers | target | %s |"
                .formatted(customers, scores.stream().map(Score::engine).collect(Collectors.joining(" | "))));
        line("|---|---:|" + "---:|".repeat(scores.size()));
        List<Map<Kind, Double>> recalls = scores.stream().map(Score::recalls).toList();
        recalls.get(0).keySet().forEach(kind -> {
            String target = kind.target() == 0 ? "" : String.format(Locale.ROOT, "%.3f", kind.target());
            row(kind.name(), target, score -> recall(kind, score));
        });
        row("**recall@10, mean of the kinds**", "", score -> number("%.3f", score.recall()));
        row("mean reciprocal rank", "", score -> number("%.3f", score.meanReciprocalRank()));
        row("p50, ms", "", score -> number("%.2f", score.percentile(50)));
        row("p95, ms", "", score -> number("%.2f", score.percentile(95)));
        row("p99, ms", "", score -> number("%.2f", score.percentile(99)));
        row("mean, ms", "", score -> number("%.2f", score.meanMillis()));
        row("questions a second, two threads", "", score -> number("%,.0f", score.perSecond()));
        row("build, s", "", score -> measured("%,.1f", score.buildSeconds() < .001 ? 0 : score.buildSeconds()));
        row("on disk, MB", "", score -> number("%,.0f", score.megabytes()));
        row("own heap in this JVM, MB", "", score -> measured("%,.0f", score.heapMegabytes()));
        return text.toString();
    }

    private static String recall(Kind kind, Score score) {
        double recall = score.recalls().getOrDefault(kind, 0.0);
        String shown = number("%.3f", recall);
        return kind.target() == 0 || recall < kind.target() ? shown : "**" + shown + "**";
    }

    private void row(String name, String target, Function<Score, String> cell) {
        line("| " + name + " | " + target + " | " + scores.stream().map(cell).collect(Collectors.joining(" | "))
                + " |");
    }

    private static String measured(String form, double value) {
        return value == 0 ? "" : number(form, value);
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** By kind: what was asked, of whom it was made, and what came first; the slowest answers too. */
    static String misses(Score ours, int ofEachKind) {
        List<String> lines = new ArrayList<>();
        ours.recalls().forEach((kind, recall) -> {
            List<Answer> all = ours.answers().stream()
                    .filter(answer -> answer.asked().kind().equals(kind))
                    .toList();
            List<Answer> missed = all.stream()
                    .filter(answer -> answer.recall() < 1 || !answer.inOrder())
                    .toList();
            if (!missed.isEmpty()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%n%s: recall %.3f (target %.3f), %d of %d in part or all missed, p50 %.2f ms, p95 %.2f ms",
                        kind.name(),
                        recall,
                        kind.target(),
                        missed.size(),
                        all.size(),
                        ours.percentile(kind, 50),
                        ours.percentile(kind, 95)));
                missed.stream().limit(ofEachKind).forEach(answer -> lines.add(miss(answer)));
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private static String miss(Answer answer) {
        Labelled asked = answer.asked();
        StringBuilder line = new StringBuilder("  asked   ")
                .append(asked.question().text())
                .append(String.format(
                        Locale.ROOT,
                        "   (%d of %s belong%s, %d hits)",
                        answer.right(),
                        asked.belonging() == Labelled.FIRST ? "10 or more" : asked.belonging(),
                        answer.inOrder() ? "" : ", before a better one",
                        answer.hits().size()))
                .append("\n    meant ")
                .append(shown(asked.about()));
        answer.hits().stream().limit(SHOWN).forEach(hit -> line.append("\n      hit ")
                .append(asked.question().belongs().test(Traits.of(Crowd.customer(hit))) ? "+ " : "- ")
                .append(shown(hit)));
        return line.toString();
    }

    private static String shown(long number) {
        Customer customer = Crowd.customer(number);
        return String.join(
                " · ",
                String.valueOf(number),
                customer.name(),
                customer.company().written(),
                customer.phones().stream().map(Phone::written).collect(Collectors.joining(", ")),
                String.join(", ", customer.mails()),
                customer.street(),
                customer.city(),
                customer.notes());
    }
}
