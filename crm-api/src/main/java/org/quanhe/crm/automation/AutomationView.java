package org.quanhe.crm.automation;

import java.time.Instant;
import java.util.Map;

/**
 * An automation.
 *
 * @param id number
 * @param key by which other servers know it; it stays when it gets another name
 * @param name what people call it
 * @param type record type whose records set it off
 * @param active it runs
 * @param document the whole of it: {@code {"name", "type", "active", "trigger": {"on", …}, "condition", "actions":
 *     […]}}
 * @param revision rises with every change; a run stays on the one it began with
 * @param author sign-in name of who changed it last: it runs with that person's rights
 * @param updatedAt when it was changed last
 * @param stopped why it was stopped by itself, empty if it was not
 * @param waiting runs that are not ended
 * @param done runs that ended well, of those that are kept
 * @param failed runs that were given up, of those that are kept
 */
public record AutomationView(
        long id,
        String key,
        String name,
        String type,
        boolean active,
        Map<String, Object> document,
        long revision,
        String author,
        Instant updatedAt,
        String stopped,
        long waiting,
        long done,
        long failed) {}
