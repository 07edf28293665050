package org.quanhe.crm.records.spi;

/** Somebody who has to know that types and fields changed. A new listener is a new CDI bean. */
public interface MetadataListener {
    /**
     * Called behind the commit, in every process, when the record types are already the new ones.
     *
     * @param reshaped records may hold values that were never seen in their present shape
     */
    void metadataChanged(boolean reshaped);
}
