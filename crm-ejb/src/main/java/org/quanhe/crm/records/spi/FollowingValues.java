package org.quanhe.crm.records.spi;

import org.quanhe.crm.records.entity.RecordEntity;

/**
 * Values that the application itself keeps in records because of what else they hold, such as the stage that a record
 * reaches. It is asked inside the transaction whenever a record is created, changed, restored or recalculated, when the
 * record has its number and calculated values and before it is flushed. A new one is a new CDI bean.
 */
public interface FollowingValues {
    /**
     * Lets the values follow. It must not refuse: what somebody wrote is valid.
     *
     * @return true if the record holds something else than before
     */
    boolean follow(String type, RecordEntity record);
}
