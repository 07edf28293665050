package org.quanhe.crm.search.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Our engine, plain Lucene and PostgreSQL on the same made-up customers, asked the same questions in turn:
 * {@code ./mvnw -Pbench -pl crm-search -am -Dbench.search="--customers 100000"}.
 *
 * <p>It prints figures beside their targets and judges nobody: a missed target ends it as well as a met one.
 */
public final class SearchContest {
    private static final Path FILE = Path.of("target", "search-bench.md");

    private final ContestOptions options;
    private final Conditions conditions = new Conditions();
    private final StringBuilder report = new StringBuilder();

    private SearchContest(ContestOptions options) {
        this.options = options;
    }

    /** @param arguments see {@link ContestOptions#USAGE} */
    public static void main(String[] arguments) throws IOException {
        try {
            new SearchContest(ContestOptions.of(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        System.exit(0); // PostgreSQL's threads would stay
    }

    private void run() throws IOException {
        line(
                "Quanhe CRM, search: %d questions of each kind, seed %d, Java %s, %d processors, load average before %.1f%n",
                options.questions(),
                options.seed(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                load());
        Score before = null;
        int fewer = 0;
        for (int customers : options.customers()) {
            Score ours = contest(customers);
            if (before != null) {
                conditions.growth(fewer, before, customers, ours);
            }
            before = ours;
            fewer = customers;
        }
        if (!conditions.rows().isEmpty()) {
            line("| condition | found | target | met |%n|---|---:|---:|---|");
            conditions.rows().forEach(row -> report.append(row).append('\n'));
        }
        line("%nLoad average of the machine at the end: %.1f.", load());
        Files.createDirectories(FILE.toAbsolutePath().getParent());
        Files.writeString(FILE, report);
        System.out.println("\n" + report + "\nwritten to " + FILE.toAbsolutePath());
    }

    private Score contest(int customers) {
        tell("labelling questions about %,d customers", customers);
        List<Labelled> questions = Labelling.questions(customers, options.questions(), options.seed(), options.only());
        tell("%,d questions", questions.size());
        List<Competitor> competitors = options.competitors();
        try {
            List<Score> scores = new Contest(customers, competitors).held(questions, options.seed());
            report.append(new ContestReport(scores).table(customers)).append('\n');
            if (options.engines().get(0).equals("ours")) {
                conditions.of(customers, scores);
            }
            if (options.misses() > 0) {
                System.out.println(ContestReport.misses(scores.get(0), options.misses()));
            }
            return scores.get(0);
        } finally {
            competitors.forEach(Competitor::close);
        }
    }

    private void line(String form, Object... values) {
        report.append(String.format(Locale.ROOT, form, values)).append('\n');
    }

    private static void tell(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
