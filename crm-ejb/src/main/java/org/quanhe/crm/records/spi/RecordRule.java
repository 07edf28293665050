package org.quanhe.crm.records.spi;

import org.quanhe.crm.records.entity.RecordEntity;

/**
 * A rule that needs more than the record itself (other records, settings). A new rule is a new CDI bean.
 *
 * @param <E> entity of the record type
 */
public interface RecordRule<E extends RecordEntity> {
    /** The entity it guards. */
    Class<E> guards();

    /** Called inside the transaction before a record is written, deleted or restored; refuses by throwing. */
    void beforeSave(E entity);
}
