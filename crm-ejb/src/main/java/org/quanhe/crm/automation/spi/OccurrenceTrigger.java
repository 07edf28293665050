package org.quanhe.crm.automation.spi;

import org.quanhe.crm.records.spi.WrittenRecord;

/** A trigger that another capability sets off by {@link Occurrences}. */
public interface OccurrenceTrigger extends Trigger {
    @Override
    default String action() {
        return "happened";
    }

    @Override
    default boolean fires(Arguments trigger, WrittenRecord written) {
        return false;
    }
}
