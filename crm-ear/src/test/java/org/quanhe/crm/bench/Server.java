package org.quanhe.crm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.quanhe.crm.harness.Crm;
import org.quanhe.crm.harness.CrmProcess;

/** {@code crm.jar} under measurement: what it takes of time, processor and memory. */
final class Server {
    private static final Duration ARCHIVE = Duration.ofMinutes(10);
    private static final long LONGEST_REST_MILLIS = 20_000;
    private static final long WINDOW_MILLIS = 250;

    private final CrmProcess crm = CrmProcess.fresh("bench")
            .asUsersDo()
            // all visitors come from this machine
            .with("CRM_FORM_PER_ADDRESS", "1000000")
            .with("CRM_FORM_PER_FORM", "1000000");
    private final ResidentMemory memory = new ResidentMemory(() -> List.of(crm.handle(), jvm()));

    /** Starts, and returns the time from {@code java -jar crm.jar} to the first 200 of {@code /health/ready}. */
    Duration start() {
        var began = System.nanoTime();
        crm.start();
        var taken = Duration.ofNanos(System.nanoTime() - began);
        memory.watch();
        return taken;
    }

    void stop() {
        crm.stop();
    }

    /** Nobody who signed in. */
    Crm stranger() {
        return crm.crm();
    }

    Crm administrator() {
        return crm.crm().signIn("admin", CrmProcess.ADMIN_PASSWORD);
    }

    Crm atForm() {
        return FormSession.signIn(crm.crm(), "admin", CrmProcess.ADMIN_PASSWORD);
    }

    /** Waits for what the first start leaves to those after it: without the archive there is no second start. */
    void awaitClassArchive() {
        var end = System.nanoTime() + ARCHIVE.toNanos();
        while (!hasClassArchive() && System.nanoTime() < end) {
            pause(500);
        }
    }

    private boolean hasClassArchive() {
        try (var files = Files.walk(crm.home().resolve("runtime"), 2)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsa"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time of the server's JVM until now, user and system; the launcher only waits. */
    Duration cpu() {
        return jvm().info().totalCpuDuration().orElseThrow();
    }

    /** Returns when the server has done what it left for later, such as indexing and flushing. */
    void awaitRest() {
        var end = System.nanoTime() + LONGEST_REST_MILLIS * 1_000_000;
        int quiet = 0;
        while (quiet < 3 && System.nanoTime() < end) {
            var before = cpu();
            pause(WINDOW_MILLIS);
            quiet = cpu().minus(before).toMillis() <= WINDOW_MILLIS / 20 ? quiet + 1 : 0;
        }
    }

    /** Since the last start. */
    ResidentMemory memory() {
        return memory;
    }

    private ProcessHandle jvm() {
        return crm.handle().children().findFirst().orElseThrow(() -> new IllegalStateException("no server: " + log()));
    }

    Path log() {
        return crm.log();
    }

    /** Median of several starts of a server that was stopped before; leaves the last one running. */
    Duration medianOfStarts(int count) {
        var starts = new ArrayList<Duration>();
        for (int i = 0; i < count; i++) {
            stop();
            starts.add(start());
        }
        starts.sort(null);
        return starts.get((count - 1) / 2).plus(starts.get(count / 2)).dividedBy(2);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
