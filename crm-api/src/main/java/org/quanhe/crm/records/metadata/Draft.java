package org.quanhe.crm.records.metadata;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of metadata that are not published yet.
 *
 * @param id number
 * @param base number of the version it was made on
 * @param changes documents such as {@code {"op": "addField", "type": "customers", "field": {…}}}
 * @param things how many automations, templates and the like a file brought with it
 * @param why reason
 * @param state whether it waits, was published or was discarded
 * @param createdAt when it was begun
 * @param createdBy number of who began it
 * @param publishedAs number of the version it became, null before
 */
public record Draft(
        long id,
        long base,
        List<Object> changes,
        int things,
        String why,
        State state,
        Instant createdAt,
        long createdBy,
        @Nullable Long publishedAs) {
    /** What has become of it. */
    public enum State {
        OPEN,
        PUBLISHED,
        DISCARDED
    }
}
