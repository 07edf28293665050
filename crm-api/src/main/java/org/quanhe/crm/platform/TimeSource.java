package org.quanhe.crm.platform;

import java.time.Instant;

/** The clock of the application. Rules ask it, never {@code Instant.now()}, so that tests can set the time. */
@FunctionalInterface
public interface TimeSource {
    Instant now();
}
