package org.quanhe.crm.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * What an automation or a template said from some moment on.
 *
 * @param number rises by one with each change
 * @param at when it was written
 * @param by name of who wrote it
 * @param why reason given, may be empty
 * @param restores number of the earlier version that it brought back, else null
 * @param changes what it changed, in words; empty for the first
 */
public record DocumentVersion(
        int number,
        Instant at,
        String by,
        String why,
        @Nullable Integer restores,
        List<LocalizedMessage> changes) {
    public DocumentVersion {
        changes = List.copyOf(changes);
    }
}
