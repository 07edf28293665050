package org.quanhe.crm.automation.spi;

import java.util.Map;
import org.quanhe.crm.records.spi.WrittenRecord;

/** A trigger that another system sets off by calling the automation's address: a record is made of what it sends. */
public interface CalledTrigger extends Trigger {
    @Override
    default String action() {
        return "called";
    }

    @Override
    default boolean fires(Arguments trigger, WrittenRecord written) {
        return false;
    }

    /** Values of the new record by field. */
    Map<String, Object> values(Arguments trigger, Map<String, ?> body);
}
