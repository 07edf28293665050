package org.quanhe.crm.platform.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.quanhe.crm.platform.TimeSource;

/** The server's clock, in the milliseconds that every database keeps. */
@ApplicationScoped
public class SystemTime implements TimeSource {
    @Override
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
