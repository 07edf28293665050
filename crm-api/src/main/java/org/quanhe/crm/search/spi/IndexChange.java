package org.quanhe.crm.search.spi;

import org.quanhe.crm.platform.RecordRef;

/** A change of the index. Applying the same one twice changes nothing. */
public sealed interface IndexChange {
    RecordRef ref();

    /**
     * The record is as this document says. A document older than the one in the index is ignored, and one that is not
     * newer than what a removal took away: it was read before the removal and came late.
     */
    record Put(IndexDocument document) implements IndexChange {
        @Override
        public RecordRef ref() {
            return document.ref();
        }
    }

    /** The record is gone. */
    record Remove(RecordRef ref) implements IndexChange {}
}
