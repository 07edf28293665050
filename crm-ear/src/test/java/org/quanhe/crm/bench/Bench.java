package org.quanhe.crm.bench;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Starts {@code crm.jar} on an empty CRM_HOME, fills it, and measures what users do: {@code ./mvnw -Pbench}.
 *
 * <p>It prints figures beside their targets and judges nobody: a missed target ends it as well as a met one.
 */
public final class Bench {
    private static final long COMPARED_FROM = 100_000;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Options options;
    private final Server server = new Server();
    private final Report report = new Report();

    private Bench(Options options) {
        this.options = options;
    }

    /** @param arguments see {@link Options#USAGE} */
    public static void main(String[] arguments) {
        try {
            new Bench(Options.of(arguments)).run();
        } catch (IllegalArgumentException e) {
            System.err.println(Options.USAGE);
            System.exit(2);
        }
        System.exit(0); // the clients' threads would stay
    }

    private void run() {
        report.noteLoad("before");
        starts();
        var listBefore = imports();
        if (options.fields() > 0) {
            new Shaped(server, report, options).measure();
        } else {
            load(listBefore);
        }
        if (options.leads() > 0) {
            new Sales(server, report, options).measure();
            report.noteLoad("after sales");
        }
        new Freshness(server, report, options.edits()).measure();
        report.noteLoad("after the edits");
        memory();
        lastStart();
        report.noteLoad("at the end");
        server.stop();
        report.publish(options, server.log());
    }

    private void starts() {
        tell("first start, on an empty CRM_HOME");
        report.add("s", "first start, nothing there yet", seconds(server.start()));
        server.awaitClassArchive();
        tell("%d second starts", options.starts());
        var median = server.medianOfStarts(options.starts());
        report.atMost(25, "s", "second start to ready, median of " + options.starts(), seconds(median));
        report.add("CPU-s", "processor time of the last start", seconds(server.cpu()));
    }

    /** Imports all, and returns what the list took with a hundred thousand if there are more in the end. */
    private List<Act> imports() {
        var imports = new Imports(server);
        var first = imports.upTo(Math.min(Imports.FIRST, options.customers()));
        report.atLeast(1_000, "rows/s", name("import, the first %,d after a start", imports.written()), first);
        var compared = new ArrayList<Act>();
        if (options.customers() > Imports.FIRST) {
            var from = imports.written();
            var stretch = imports.upTo(Math.min(COMPARED_FROM, options.customers()));
            report.add("rows/s", name("import, from %,d to %,d", from, imports.written()), stretch);
            report.atLeast(2_000, "rows/s", name("import, all %,d", imports.written()), imports.rate());
        }
        report.add("CPU-ms", name("import, a row, mean of %,d", imports.written()), imports.cpuMillisOfRow());
        if (options.customers() > COMPARED_FROM) {
            var acts = new Acts(server, imports.written());
            compared.addAll(acts.measured(List.of(acts.list()), options));
            var stretch = imports.upTo(options.customers());
            report.add("rows/s", name("import, from %,d to %,d", COMPARED_FROM, imports.written()), stretch);
        }
        report.noteLoad("after the import");
        return compared;
    }

    private void load(List<Act> listBefore) {
        var acts = new Acts(server, options.customers());
        var measured = acts.measured(acts.all(), options);
        for (var act : measured) {
            report.atMost(act.target, "CPU-ms", act.name, act.cpuMillis());
        }
        for (var before : listBefore) {
            report.add("CPU-ms", name("%s with %,d customers", before.name, COMPARED_FROM), before.cpuMillis());
            report.atMost(
                    1.5,
                    "times",
                    name("%s, with %,d against %,d", before.name, options.customers(), COMPARED_FROM),
                    measured.get(0).cpuMillis() / before.cpuMillis());
        }
        for (var act : measured) {
            report.add("ms", act.name + ", wait for an answer with all clients calling", act.waitedMillis());
        }
        report.noteLoad("after the calls");
    }

    private void memory() {
        var now = server.memory().now();
        var most = server.memory().most();
        report.atMost(900, "MB", "resident memory of launcher and server at the end", now.all());
        report.add("MB", "of it private, without pages of files", now.own());
        report.atMost(900, "MB", "its peak", server.memory().peak());
        report.add("MB", "of it private", most.own());
    }

    private void lastStart() {
        report.add("s", "second start with all customers there", seconds(server.medianOfStarts(1)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static String name(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static void tell(String format, Object... values) {
        System.out.println(LocalTime.now().format(CLOCK) + "  " + name(format, values));
    }
}
