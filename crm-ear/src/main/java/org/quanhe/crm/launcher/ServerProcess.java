package org.quanhe.crm.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/** The child JVM that is the server. It lives no longer than we do. */
final class ServerProcess {
    /** A stop takes about a second; who takes longer than this hangs. */
    private static final int PATIENCE_SECONDS = 8;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(LaunchSettings settings, Bundle bundle) throws IOException {
        var builder = new ProcessBuilder(command(settings, bundle))
                .redirectOutput(Redirect.INHERIT)
                .redirectError(Redirect.INHERIT);
        // glibc gives every thread an arena of its own otherwise: 100 MB of resident memory for nothing
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        var server = new ServerProcess(builder.start());
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop server"));
        return server;
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    private void stop() {
        // not Process.destroy(): that closes the pipe first, and the child would halt instead of stopping in order
        process.toHandle().destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static List<String> command(LaunchSettings settings, Bundle bundle) throws IOException {
        var classPath = bundle.launcherJar() + File.pathSeparator + bundle.serverJar();
        var command = new ArrayList<String>();
        command.add(JavaHome.java());
        command.addAll(List.of("-Xmx340m", "-XX:+ExitOnOutOfMemoryError"));
        // Two processors collect garbage in half the time of one, while everybody waits: imports get a quarter faster.
        if (!settings.choosesCollector()) {
            command.add("-XX:+UseParallelGC");
        }
        // A heap that begins small and gives back: with a large machine's defaults it takes its maximum at once.
        command.addAll(List.of("-Xms200m", "-XX:MinHeapFreeRatio=25", "-XX:MaxHeapFreeRatio=50"));
        // Room for what eight requests hold at once: with less of it their data is moved to the old, to be cleared
        // there.
        command.add("-Xmn100m");
        // Compiled code that is not used any more goes when its room gets scarce. In the usual 240 MB that never is,
        // and 50 MB of it stay resident.
        command.add("-XX:ReservedCodeCacheSize=128m");
        // The optimising compiler is a third of what the first imports cost, and what it is slow to deliver runs slowly
        // until then. It puts less code into one method: measured side by side a start takes a tenth less processor
        // time, an import of 20,000 rows an eighth.
        command.addAll(List.of("-XX:MaxInlineLevel=9", "-XX:InlineSmallCode=1200", "-XX:FreqInlineSize=150"));
        // H2 looks every value that it reads up in one table of all, to share equal ones. Measured side by side it
        // costs a
        // list of 50 a tenth of its processor time, and memory.
        command.add("-Dh2.objectCache=false");
        command.addAll(moduleOptions(bundle));
        command.addAll(new ClassArchive(bundle, classPath).options());
        command.addAll(LaunchSettings.systemProperties());
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-cp", classPath, ServerMain.class.getName()));
        command.addAll(List.of(
                bundle.folder().toString(),
                settings.home().toString(),
                settings.address(),
                Integer.toString(settings.port()),
                settings.url()));
        return command;
    }

    /** What the server's manifest would open if it were started with {@code -jar}. */
    private static List<String> moduleOptions(Bundle bundle) throws IOException {
        try (var jar = new JarFile(bundle.serverJar().toFile())) {
            var manifest = jar.getManifest().getMainAttributes();
            var options = new ArrayList<String>();
            for (var name : List.of("Add-Exports", "Add-Opens")) {
                for (var target : manifest.getValue(name).split("\\s+")) {
                    options.add("--" + name.toLowerCase(Locale.ROOT) + "=" + target + "=ALL-UNNAMED");
                }
            }
            return options;
        }
    }
}
