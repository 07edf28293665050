package org.quanhe.crm.search.spi;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.RecordRef;

/** A change of the index. Applying the same one twice changes nothing. */
public sealed interface IndexChange {
    RecordRef ref();

    /**
     * The record is as this document says. A document older than the one in the index is ignored, and one that is not
     * newer than a removal, even of a record never seen: it was read before the removal and came late.
     */
    record Put(IndexDocument document) implements IndexChange {
        @Override
        public RecordRef ref() {
            return document.ref();
        }
    }

    /**
     * The record is gone. Documents up to that version are ignored from now on, and so is the removal itself where the
     * index holds a newer one: the record was brought back meanwhile.
     *
     * @param version that of the record when it went
     */
    record Remove(RecordRef ref, long version) implements IndexChange {
        /** A record of which nothing is left: whatever may still be told of it came late. */
        public static Remove forGood(RecordRef ref) {
            return new Remove(ref, Long.MAX_VALUE);
        }
    }

    /**
     * The database says something else than the index, and the database is right, even where the index is newer.
     * Ignored where the index does not hold the version that was found any more: the record was changed meanwhile.
     *
     * @param found version in the index, null if the record is not in it
     * @param document what is right, null if the record is not to be found
     */
    record Mend(
            RecordRef ref, @Nullable Long found, @Nullable IndexDocument document) implements IndexChange {}
}
