package org.quanhe.crm.search;

import java.time.Instant;

/**
 * What is done to the index now.
 *
 * @param kind what
 * @param reason why
 * @param by name of who asked for it, empty where nobody did
 * @param since when it began
 * @param done records gone through
 * @param total records there were when it began, at least 1
 */
public record IndexWork(Kind kind, IndexReason reason, String by, Instant since, long done, long total) {
    /** Work that goes through all records. */
    public enum Kind {
        /** The index is built anew. */
        REBUILD,
        /** The index is held against the database. */
        COMPARISON
    }

    /** How far it is, 0 to 99: there is something left to do while it is under way. */
    public int percent() {
        return (int) Math.min(99, done * 100 / total);
    }
}
