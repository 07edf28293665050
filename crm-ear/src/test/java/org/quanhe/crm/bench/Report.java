package org.quanhe.crm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One table: what was measured, what was found, what was aimed at. */
final class Report {
    private static final Path FILE = Path.of("target", "bench.md");

    private final List<String> rows = new ArrayList<>();
    private final List<String> loads = new ArrayList<>();

    void atMost(double target, String unit, String measure, double found) {
        row(measure, found, unit, "≤ " + number(target), found <= target);
    }

    void atLeast(double target, String unit, String measure, double found) {
        row(measure, found, unit, "≥ " + number(target), found >= target);
    }

    /** A figure that nothing is demanded of. */
    void add(String unit, String measure, double found) {
        rows.add("| " + measure + " | " + number(found) + " " + unit + " | | |");
    }

    private void row(String measure, double found, String unit, String target, boolean met) {
        rows.add("| " + measure + " | " + number(found) + " " + unit + " | " + target + " | " + (met ? "yes" : "**no**")
                + " |");
    }

    /** Notes how busy the machine is, neighbours included. */
    void noteLoad(String when) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        loads.add(when + " " + String.format(Locale.ROOT, "%.1f", load));
    }

    void publish(Options options, Path log) {
        var text = "Quanhe CRM, %,d customers in H2, %d clients, %s, %d processors%n%n"
                .formatted(
                        options.customers(),
                        Load.CLIENTS,
                        "Java " + System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors());
        text += "| measure | found | target | met |\n|---|---:|---:|---|\n" + String.join("\n", rows) + "\n\n";
        text +=
                "CPU-ms: processor time of the server's JVM for one call, the index included. Load average of the machine: "
                        + String.join(", ", loads) + ".\n";
        try {
            Files.writeString(FILE, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("\n" + text);
        Bench.tell("written to %s; the server's log is %s", FILE.toAbsolutePath(), log);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 && value != Math.rint(value) ? "%.1f" : "%,.0f", value);
    }
}
