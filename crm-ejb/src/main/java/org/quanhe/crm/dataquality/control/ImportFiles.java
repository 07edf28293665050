package org.quanhe.crm.dataquality.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.control.Configuration;
import org.quanhe.crm.platform.settings.CrmSettings;

/** Uploaded files, below CRM_HOME/imports, under names of ours: what a file calls itself reaches no path. */
@ApplicationScoped
public class ImportFiles {
    private static final System.Logger LOG = System.getLogger(ImportFiles.class.getName());
    private static final String UNFINISHED = ".part";

    public int maxMegabytes() {
        return Configuration.number(CrmSettings.IMPORT_MAX_MB);
    }

    /** Keeps an upload; refuses it as soon as it is longer than allowed. Returns the name it is stored under. */
    public String keep(InputStream content) throws IOException {
        long most = (long) maxMegabytes() << 20;
        String name = UUID.randomUUID().toString();
        Files.createDirectories(folder());
        Path part = folder().resolve(name + UNFINISHED);
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(content, out, most);
            }
            Files.move(part, path(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream from, OutputStream to, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int read = from.read(buffer); read > 0; read = from.read(buffer)) {
            length += read;
            if (length > most) {
                throw new CrmException(
                        CrmException.Kind.TOO_LARGE, LocalizedMessage.of("dataquality.error.tooLarge", most >> 20));
            }
            to.write(buffer, 0, read);
        }
    }

    public Path path(String name) {
        return folder().resolve(name);
    }

    /** Removes a file that nobody needs any more; what cannot be removed now is by {@link #sweep}. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException busy) {
            LOG.log(Level.DEBUG, "upload stays for now", busy);
        }
    }

    /** Removes files that are older than a week: their imports were never started, or ended in a crash. */
    public void sweep(Instant now) {
        if (!Files.isDirectory(folder())) {
            return;
        }
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(Duration.ofDays(7)))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "old uploads cannot be removed", unreadable);
        }
    }

    private static Path folder() {
        return Configuration.home().resolve("imports");
    }
}
