package org.quanhe.crm.processes;

import java.time.Instant;
import java.util.Map;
import org.quanhe.crm.platform.LocalizedMessage;

/**
 * A process.
 *
 * @param id number
 * @param name what people call it
 * @param type record type whose records go through it
 * @param state where it stands
 * @param document the draft if there is one, else what is published: {@code {"name": {"en": …}, "type", "steps":
 *     [{"key", "name", "team", "guidance", "ask": […], "enter", "exit", "target": {"hours": 8}, "next": […]}]}} (what a
 *     step may take in days, hours or minutes of working time; 0 is at once). For those who may not administer it, and
 *     where processes are offered, it is empty
 * @param draft the document differs from what is published
 * @param published number of the version on which new runs begin, 0 before the first publishing
 * @param author sign-in name of who changed it last
 * @param updatedAt when it was changed last
 * @param running runs under way, of all versions; 0 for those who may not administer it
 */
public record ProcessView(
        long id,
        LocalizedMessage name,
        String type,
        State state,
        Map<String, Object> document,
        boolean draft,
        int published,
        String author,
        Instant updatedAt,
        long running) {

    /** Where a process stands. */
    public enum State {
        /** Never published: no run can begin. */
        DRAFT,
        /** Runs can begin. */
        ACTIVE,
        /** No new run begins; those under way go on. */
        RETIRED
    }

    /**
     * What was published, and when.
     *
     * @param number of the version, rising by one
     * @param at when it was published
     * @param by name of who published it
     * @param why reason given, may be empty
     * @param running runs under way on this version
     * @param ended runs of this version that have ended
     * @param document the whole of it
     */
    public record Version(
            int number, Instant at, String by, String why, long running, long ended, Map<String, Object> document) {}
}
