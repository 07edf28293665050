package org.quanhe.crm.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What {@code crm.jar} unpacks into a new CRM_HOME, 250 MB that no server ever changes: the first server of a build
 * unpacks it, later ones find it there.
 */
final class UnpackedBundle {
    private static final String BUILDS = "build-*";

    private final Path kept;

    /** @param kept folder for what was unpacked, on the same disk as each CRM_HOME */
    UnpackedBundle(Path kept) {
        this.kept = kept;
    }

    /** Lays what is there into a CRM_HOME that is about to be used for the first time. */
    void layInto(Path home) {
        try {
            Path runtime = Files.createDirectories(home.resolve("runtime"));
            for (Path build : builds(kept)) {
                Path there = runtime.resolve(build.getFileName());
                if (!Files.exists(there)) {
                    Files.createSymbolicLink(there, build);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what a server has unpacked there, once: the same files under a second name. */
    void keep(Path home) {
        try {
            for (Path build : builds(home.resolve("runtime"))) {
                Path target = kept.resolve(build.getFileName());
                if (!Files.isSymbolicLink(build) && !Files.exists(target)) {
                    Path draft = Files.createTempDirectory(Files.createDirectories(kept), "draft-");
                    link(build, draft);
                    rename(draft, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> builds(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(folder, BUILDS)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try (var content = Files.walk(from)) {
            for (Path path : content.skip(1).toList()) {
                Path twin = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectory(twin);
                } else {
                    Files.createLink(twin, path);
                }
            }
        }
    }

    private static void rename(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // another test JVM was faster
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }
}
