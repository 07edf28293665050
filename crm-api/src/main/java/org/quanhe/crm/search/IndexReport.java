package org.quanhe.crm.search;

import java.time.Instant;
import java.util.List;

/**
 * What was done to the index.
 *
 * @param kind what
 * @param reason why
 * @param by name of who asked for it, empty where nobody did
 * @param began when
 * @param ended when
 * @param done false if it failed; what the index needs is tried again a minute later
 * @param records how many were gone through
 * @param differences what a comparison found, types without any left out
 */
public record IndexReport(
        IndexWork.Kind kind,
        IndexReason reason,
        String by,
        Instant began,
        Instant ended,
        boolean done,
        long records,
        List<Difference> differences) {

    /**
     * In what the index differed from the database.
     *
     * @param type record type
     * @param kind how
     * @param found records
     * @param left of them those that could not be mended
     */
    public record Difference(String type, Kind kind, long found, long left) {
        /** How a record of the index differs. */
        public enum Kind {
            /** The database has it, the index did not. */
            MISSING,
            /** The index had it in another version. */
            STALE,
            /** The index had it, the database does not. */
            FOREIGN
        }
    }

    /** Records that differed. */
    public long found() {
        return differences.stream().mapToLong(Difference::found).sum();
    }
}
