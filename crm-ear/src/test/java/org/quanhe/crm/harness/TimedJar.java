package org.quanhe.crm.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.quanhe.crm.harness.clock.MovableTime;

/** {@code crm.jar} as it is delivered, but for the clock of its application, which a test can move. */
final class TimedJar {
    private static final String BEANS =
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\" bean-discovery-mode=\"annotated\"/>";

    private TimedJar() {}

    /** Makes it from the jar of this build. */
    static Path of(Path jar) {
        try {
            Path timed = jar.resolveSibling("it")
                    .resolve("crm-timed-" + ProcessHandle.current().pid() + ".jar");
            Files.createDirectories(timed.getParent());
            Files.copy(jar, timed, StandardCopyOption.REPLACE_EXISTING);
            try (FileSystem content = FileSystems.newFileSystem(timed)) {
                Path application = content.getPath("bundle", "crm-web.war");
                Path draft = Files.createTempFile(timed.getParent(), "crm-web", ".war");
                Files.copy(application, draft, StandardCopyOption.REPLACE_EXISTING);
                addClock(draft);
                Files.move(draft, application, StandardCopyOption.REPLACE_EXISTING);
            }
            return timed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addClock(Path application) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(application);
                var clock = ShrinkWrap.create(JavaArchive.class, "clock.jar")
                        .addClass(MovableTime.class)
                        .addAsManifestResource(new StringAsset(BEANS), "beans.xml")
                        .as(ZipExporter.class)
                        .exportAsInputStream()) {
            Files.copy(clock, content.getPath("WEB-INF", "lib", "clock.jar"));
        }
    }
}
