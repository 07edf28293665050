package org.quanhe.crm.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar crm.jar} as a process that a test may start, kill and start again on the same CRM_HOME.
 *
 * <p>Set environment first, then {@link #start()}. Whatever still runs at the end of the test JVM is stopped.
 */
public final class CrmProcess {
    public static final String ADMIN_PASSWORD = "korrekt-Pferd-Batterie-9";
    /** The client compiler alone, for servers that live a minute: their boot is shorter by a third. */
    private static final String BOOT_FAST = "-XX:TieredStopAtLevel=1";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path home;
    private final UnpackedBundle unpacked;
    private final int port = Ports.free();
    private final Map<String, String> environment = new LinkedHashMap<>();
    /** No archive for a server that lives a minute. */
    private List<String> launcherOptions = List.of("-Dcrm.classArchive=false");

    /** Folder below CRM_HOME with a disk of its own, and the size of that in MB; empty without one. */
    private String diskAt = "";

    private int diskMegabytes;

    private boolean asUsersDo;

    private boolean movableTime;

    private Process process;

    private CrmProcess(Path home) {
        this.home = home;
        this.unpacked = new UnpackedBundle(home.resolveSibling("unpacked"));
        with("CRM_HOME", home.toString());
        with("CRM_HTTP_PORT", Integer.toString(port));
        with("CRM_ADMIN_PASSWORD", ADMIN_PASSWORD);
        with("CRM_JAVA_OPTIONS", BOOT_FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /**
     * A server on an empty CRM_HOME below {@code target/it}, with H2 in a file unless the environment says otherwise.
     */
    public static CrmProcess fresh(String name) {
        var home = Path.of("target", "it", name).toAbsolutePath();
        delete(home);
        var process = new CrmProcess(home);
        delete(process.log());
        return process;
    }

    /** Sets a variable of the environment for the next start. */
    public CrmProcess with(String key, String value) {
        environment.put(key, value);
        return this;
    }

    /** At each start an empty disk of that many MB lies at that folder below CRM_HOME, for this server alone. */
    public CrmProcess withDiskAt(String folder, int megabytes) {
        diskAt = folder;
        diskMegabytes = megabytes;
        return this;
    }

    /** That disk as the running server sees it. */
    public Path disk() {
        return Path.of("/proc/" + process.pid() + "/root" + home.resolve(diskAt));
    }

    /** The disk is the server's own, and gone with it: nobody's rights are needed for it but those of a user. */
    private List<String> prefix() {
        if (diskAt.isEmpty()) {
            return List.of();
        }
        var mount = "mkdir -p \"$0\" && mount -t tmpfs -o size=" + diskMegabytes + "m tmpfs \"$0\" && exec \"$@\"";
        return List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                mount,
                home.resolve(diskAt).toString());
    }

    /**
     * From now on it starts as users start it: everything is unpacked, every compiler, and the class archive that
     * shortens a second start.
     */
    public CrmProcess asUsersDo() {
        asUsersDo = true;
        launcherOptions = List.of();
        environment.remove("CRM_JAVA_OPTIONS");
        return this;
    }

    /** Its time is what {@link org.quanhe.crm.harness.clock.MovableTime} says. */
    CrmProcess withMovableTime() {
        movableTime = true;
        return this;
    }

    private Path jar() {
        Path jar = Path.of("target", "crm.jar").toAbsolutePath();
        return movableTime ? TimedJar.of(jar) : jar;
    }

    /** Starts and waits until ready; throws with the tail of the log if that does not happen. */
    public CrmProcess start() {
        try {
            Files.createDirectories(home);
            if (!asUsersDo) {
                unpacked.layInto(home);
            }
            var command = new ArrayList<>(prefix());
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(launcherOptions);
            command.add("-jar");
            command.add(jar().toString());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().keySet().removeIf(key -> key.startsWith("CRM_"));
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
        if (!asUsersDo) {
            unpacked.keep(home);
        }
        return this;
    }

    private void awaitReady() {
        var end = System.nanoTime() + Patience.LONG.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                kill9();
                throw new AssertionError("crm.jar did not get ready; " + log() + " ends with:\n" + logTail());
            }
            Patience.pause(100);
        }
    }

    private boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create(root() + "/health/ready"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends launcher and server at once, as a power cut would. */
    public void kill9() {
        if (process == null) {
            return;
        }
        var family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        family.forEach(member -> member.onExit().join());
    }

    /** Ends the launcher alone; the server has to notice. Returns the server's handle. */
    public ProcessHandle kill9LauncherOnly() {
        var server = process.children().findFirst().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        return server;
    }

    /** Asks to stop, as Ctrl-C does, and waits for the end. */
    public void stop() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                kill9();
            }
        } catch (InterruptedException e) {
            kill9();
        }
    }

    /** The launcher's process id. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Address of the server, without a path: {@code http://127.0.0.1:12345}. */
    public String root() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public Path home() {
        return home;
    }

    public Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }

    /** A client of this server, not signed in. */
    public Crm crm() {
        return new Crm(root());
    }

    private String logTail() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var content = Files.walk(folder)) {
            for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
