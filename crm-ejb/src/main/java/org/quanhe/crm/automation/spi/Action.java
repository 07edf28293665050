package org.quanhe.crm.automation.spi;

import java.util.Map;
import java.util.Set;

/**
 * Something that automations do: {@code {"do": "set", "fields": {…}}}. A new one is a new CDI bean.
 *
 * <p>It runs inside the transaction of its step, with the rights of who wrote the automation; throwing rolls the step
 * back and lets it be tried again later. It must not reach out of the database: what leaves it is written to an outbox,
 * or is an {@link OutgoingAction}.
 */
public interface Action {
    /** Its name in documents. */
    String code();

    /** Names of its arguments that are never told again: they are kept apart from the document. */
    default Set<String> secrets() {
        return Set.of();
    }

    /** True if it may wait for changes of the record: see {@link Step#watchUntil}. */
    default boolean watches() {
        return false;
    }

    /** Tells what is wrong with its arguments. */
    void check(Arguments step);

    /**
     * Arguments that number a record, at any depth, with its record type: {@code {"team": "teams"}}. Files that leave
     * the server name these records instead. The {@code fields} of a step are seen to already.
     */
    default Map<String, String> mentions() {
        return Map.of();
    }

    /** Does it, and says what was done by {@link Step#say}. */
    void run(Arguments step, Step run);
}
