package org.quanhe.crm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** Resident memory of launcher and server together, in MB, watched from a start to the next; -1 without /proc. */
final class ResidentMemory {
    private static final long EVERY_MILLIS = 500;

    /**
     * What is resident at one moment.
     *
     * @param all with pages of files, which the system takes back when it needs them
     * @param own without them
     */
    record Resident(double all, double own) {}

    private final Supplier<List<ProcessHandle>> processes;
    private Resident most = new Resident(-1, -1);

    /** @param processes those that are counted; asked each time, for a server may be started anew */
    ResidentMemory(Supplier<List<ProcessHandle>> processes) {
        this.processes = processes;
    }

    /** Looks from now on, as long as this JVM lives; only what comes next counts for the peak. */
    synchronized void watch() {
        most = new Resident(-1, -1);
        var watcher = new Thread(this::look, "resident memory");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look() {
        try {
            while (true) {
                note(now());
                Server.pause(EVERY_MILLIS);
            }
        } catch (RuntimeException gone) {
            // the server was stopped: the next one has a watcher of its own
        }
    }

    private synchronized void note(Resident seen) {
        most = seen.all > most.all ? seen : most;
    }

    /** When most was resident: seen twice a second, so the system's own note of the peak may be somewhat higher. */
    synchronized Resident most() {
        return most;
    }

    Resident now() {
        return new Resident(sum("VmRSS"), sum("RssAnon"));
    }

    /** The highest that the system noted for each process. */
    double peak() {
        return sum("VmHWM");
    }

    private double sum(String line) {
        var sum = 0.0;
        for (var process : processes.get()) {
            var status = Path.of("/proc", Long.toString(process.pid()), "status");
            if (!Files.exists(Path.of("/proc/self/status"))) {
                return -1;
            }
            sum += kilobytes(status, line) / 1024.0;
        }
        return sum;
    }

    private static long kilobytes(Path status, String name) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
