package org.quanhe.crm.automation.spi;

import org.quanhe.crm.records.spi.WrittenRecord;

/** What sets automations off: {@code {"on": "changed", "field": "stage", "to": "won"}}. A new one is a new CDI bean. */
public interface Trigger {
    /** Its name in documents. */
    String code();

    /** The action on records that it looks at: {@code created}, {@code changed}, {@code deleted}. */
    String action();

    /** True if that written record sets it off; it was written by {@link #action()}. */
    boolean fires(Arguments trigger, WrittenRecord written);

    /** Tells what is wrong with its arguments. */
    void check(Arguments trigger);
}
