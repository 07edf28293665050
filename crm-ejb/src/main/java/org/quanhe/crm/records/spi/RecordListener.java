package org.quanhe.crm.records.spi;

import java.util.List;

/**
 * Somebody who must know, inside the transaction, that records were written: what follows from it is written with it or
 * not at all. A new listener is a new CDI bean.
 */
public interface RecordListener {
    /**
     * True if it wants to be told of records of that type that are {@code created}, {@code changed},
     * {@code recalculated} …
     */
    boolean wants(String type, String action);

    /** The same for one of many records that a file brings in; somebody who tells people may not want those. */
    default boolean wantsOfMany(String type, String action) {
        return wants(type, action);
    }

    /** Called behind the flush; must not write the record itself again. */
    void written(WrittenRecord record);

    /** The same of many records of one type with which the same has happened: whoever asks the database asks once. */
    default void writtenTogether(List<WrittenRecord> records) {
        records.forEach(this::written);
    }
}
