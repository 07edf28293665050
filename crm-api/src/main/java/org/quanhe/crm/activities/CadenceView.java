package org.quanhe.crm.activities;

import java.util.List;
import java.util.Map;

/**
 * How often whom is contacted.
 *
 * @param id number
 * @param version rises with each change
 * @param document {@code {"name": "Key customers", "type": "customers", "condition": "\"key\" in tags", "everyDays":
 *     30, "by": "call", "goal": 5, "task": true, "active": true}}
 * @param made how many tasks it has made
 * @param done how many of those are done
 */
public record CadenceView(long id, long version, Map<String, Object> document, long made, long done) {
    /** Kinds of activity that are a contact. */
    public static final List<String> CONTACTS = List.of("call", "message", "meeting", "visit", "gift");

    /** Record types that are followed up. */
    public static final List<String> TYPES = List.of("customers", "leads");

    /** What the document says, as a text. */
    public String text(String name) {
        return String.valueOf(document.getOrDefault(name, ""));
    }

    /** True where the document says so. */
    public boolean says(String name) {
        return Boolean.TRUE.equals(document.get(name));
    }
}
