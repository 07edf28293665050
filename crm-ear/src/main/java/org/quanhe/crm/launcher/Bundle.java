package org.quanhe.crm.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The unpacked content of {@code crm.jar}, once per build.
 *
 * <p>The server's jars lie unpacked on an ordinary class path, because only classes of an ordinary class path come out
 * of a class-data archive.
 */
record Bundle(Path folder) {
    private static final String PREFIX = "bundle/";
    private static final String OWN_CLASSES = Bundle.class.getPackageName().replace('.', '/') + "/";

    Path application() {
        return folder.resolve("crm-web.war");
    }

    Path launcherJar() {
        return folder.resolve("launcher.jar");
    }

    Path serverJar() {
        return folder.resolve("server").resolve("launch-micro.jar");
    }

    static Bundle unpack(Path runtime) throws IOException {
        Files.createDirectories(runtime);
        try (var jar = new JarFile(ownJar().toFile())) {
            var bundle = new Bundle(runtime.resolve("build-" + buildId(jar)));
            if (!Files.exists(bundle.folder)) {
                var draft = Files.createTempDirectory(runtime, "unpacking-");
                new Bundle(draft).fill(jar);
                // one rename: a start that is killed half-way leaves no half-filled folder under the final name
                try {
                    Files.move(draft, bundle.folder, StandardCopyOption.ATOMIC_MOVE);
                } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
                    Folders.delete(draft); // somebody else was faster
                }
            }
            return bundle;
        }
    }

    private static Path ownJar() {
        try {
            var given = System.getProperty("crm.jar");
            return given != null
                    ? Path.of(given)
                    : Path.of(Bundle.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Same content, same id: the checksums stand in the jar's directory, nothing has to be read. */
    private static String buildId(JarFile jar) {
        var sum = new CRC32();
        jar.stream()
                .filter(entry ->
                        entry.getName().startsWith(PREFIX) || entry.getName().startsWith(OWN_CLASSES))
                .forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes()));
        return Long.toHexString(sum.getValue());
    }

    private void fill(JarFile jar) throws IOException {
        for (var name : List.of("crm-web.war", "payara-micro.jar", "h2.jar")) {
            try (var in = jar.getInputStream(jar.getEntry(PREFIX + name))) {
                Files.copy(in, folder.resolve(name));
            }
        }
        writeLauncherJar(jar);
        unfoldServer();
    }

    private void writeLauncherJar(JarFile jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(launcherJar()))) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(OWN_CLASSES) && !entry.isDirectory())
                    .forEach(entry -> copy(jar, entry, out));
        }
    }

    private static void copy(JarFile from, ZipEntry entry, JarOutputStream to) {
        try (InputStream in = from.getInputStream(entry)) {
            to.putNextEntry(new ZipEntry(entry.getName()));
            in.transferTo(to);
            to.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Payara Micro unfolds itself into a folder of plain jars. */
    private void unfoldServer() throws IOException {
        var micro = folder.resolve("payara-micro.jar");
        var command = List.of(
                JavaHome.java(),
                "-jar",
                micro.toString(),
                "--rootdir",
                folder.resolve("server").toString(),
                "--outputlauncher");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (!Files.exists(serverJar())) {
            throw new LaunchRefused("The server could not be unpacked into " + folder
                    + ": is there room (250 MB) and the right to write? It said: " + said);
        }
        Files.delete(micro);
        // the server's own is older, and walks no index backwards
        Files.move(folder.resolve("h2.jar"), serverH2(), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path serverH2() {
        var there = folder.resolve("server").resolve("runtime").resolve("h2.jar");
        if (!Files.exists(there)) {
            // beside one of another name ours would be the second on the class path, or not on it at all
            throw new IllegalStateException("the server brings no " + there);
        }
        return there;
    }
}
