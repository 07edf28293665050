package org.quanhe.crm.automation.spi;

import java.util.List;
import org.quanhe.crm.automation.Parameter;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * What sets automations off: {@code {"on": "changed", "field": "stage", "to": "won"}}. A new one is a new CDI bean with
 * its texts: {@code ui.auto.on.<code>} is what people call it, {@code automation.trigger.<code>.<parameter>} labels an
 * argument.
 */
public interface Trigger {
    /** Its name in documents. */
    String code();

    /** The action on records that it looks at: {@code created}, {@code changed}, {@code deleted}. */
    String action();

    /** True if it looks at records that were written in that way; most look at their {@link #action()} alone. */
    default boolean hears(String written) {
        return action().equals(written);
    }

    /** True if that written record sets it off; it was written in a way that it {@link #hears}. */
    boolean fires(Arguments trigger, WrittenRecord written);

    /** Its arguments; what they say is checked before {@link #check} is asked. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Tells what is wrong with its arguments beyond what {@link #parameters} say. */
    default void check(Arguments trigger) {
        // most have no more to say
    }
}
