package org.quanhe.crm.records.metadata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the metadata that was published.
 *
 * @param number rises by one with each publishing; 0 is what came with the application
 * @param at when
 * @param by name of who published it
 * @param why reason, may be empty
 * @param restores number of the earlier version that it brought back, else null
 */
public record PublishedVersion(
        long number,
        Instant at,
        String by,
        String why,
        @Nullable Long restores) {}
