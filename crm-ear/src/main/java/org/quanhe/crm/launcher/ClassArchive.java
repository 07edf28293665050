package org.quanhe.crm.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Class-data archive of the server: read at start if it is there, else made in the background after the first good
 * start. It saves a third of the start; whatever goes wrong with it, the JVM starts without.
 */
record ClassArchive(Bundle bundle, String classPath) {

    private static boolean wanted() {
        return !"false".equals(System.getProperty("crm.classArchive"));
    }

    /** One archive per JVM: another version could not read it. */
    private Path file(String ending) {
        var jvm = Integer.toHexString(
                (System.getProperty("java.vm.version") + System.getProperty("java.vm.name") + classPath).hashCode());
        return bundle.folder().resolve("classes-" + jvm + ending);
    }

    private Path archive() {
        return file(".jsa");
    }

    private Path list() {
        return file(".lst");
    }

    /** JVM options: read the archive, or note the classes that will make one. */
    List<String> options() {
        if (!wanted()) {
            return List.of();
        }
        return Files.exists(archive())
                ? List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of("-XX:DumpLoadedClassList=" + list());
    }

    /**
     * Makes the archive if it is missing, once the first visitors have been served; ends when it is made or could not
     * be made.
     */
    void make() throws IOException, InterruptedException {
        if (!wanted() || Files.exists(archive()) || !Files.exists(list())) {
            return;
        }
        Thread.sleep(5_000);
        // The running JVM may be in the middle of its last line.
        var lines = new ArrayList<>(Files.readAllLines(list()));
        lines.remove(lines.size() - 1);
        var settled = file(".txt");
        Files.write(settled, lines);
        var draft = file(".draft");
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
            command.addAll(List.of("/usr/bin/nice", "-n", "19"));
        }
        command.addAll(List.of(
                JavaHome.java(),
                "-XX:+UseSerialGC",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + settled,
                "-XX:SharedArchiveFile=" + draft,
                "-Xlog:disable",
                "-cp",
                classPath));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() == 0 && Files.exists(draft)) {
            Files.move(draft, archive());
        }
        Files.deleteIfExists(settled);
    }
}
