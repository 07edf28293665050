package org.quanhe.crm.harness.clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.quanhe.crm.platform.TimeSource;

/**
 * The clock of a server under test: ahead of the real one by what a file in its CRM_HOME says. The tests put it into
 * the application of that server alone.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableTime implements TimeSource {
    /** Name of the file, which holds a duration such as {@code PT5H}. */
    public static final String FILE = "time-ahead";

    @Override
    public Instant now() {
        return Instant.now().plus(ahead(Path.of(System.getenv("CRM_HOME")))).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far a server with that CRM_HOME is ahead. */
    public static Duration ahead(Path home) {
        try {
            return Duration.parse(Files.readString(home.resolve(FILE)));
        } catch (NoSuchFileException nothingSaid) {
            return Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
