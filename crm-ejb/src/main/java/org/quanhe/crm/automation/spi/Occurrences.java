package org.quanhe.crm.automation.spi;

import java.util.function.Predicate;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/**
 * For capabilities in which something happens to a record that is more than writing it, such as a form that was sent.
 */
public interface Occurrences {
    /**
     * It happened, inside the current transaction: automations of the trigger of that code begin, if their conditions
     * hold for what the record is now.
     *
     * @param trigger code of the {@link OccurrenceTrigger}
     * @param meant true for the arguments of those that mean this one
     * @param why what their traces begin with
     */
    void happened(String trigger, RecordRef record, Predicate<Arguments> meant, LocalizedMessage why);
}
