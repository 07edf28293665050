package org.quanhe.crm.automation.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.records.Filter;
import org.quanhe.crm.records.spi.WrittenRecord;

/**
 * A trigger that time sets off, not the writing of a record. All records that are due are gone through in portions; one
 * runs once for the same occasion, whatever crashes in between and however many servers tick.
 */
public interface TimedTrigger extends Trigger {
    @Override
    default String action() {
        return "due";
    }

    @Override
    default boolean fires(Arguments trigger, WrittenRecord written) {
        return false;
    }

    /**
     * What has fallen due.
     *
     * @param behind everything up to this moment is settled
     * @param upto what falls due later does not count yet
     * @return nothing if nothing has; the same for the same arguments, whenever it is asked
     */
    Optional<Due> due(Arguments trigger, Instant behind, Instant upto);

    /** What a record runs for, at most 60 characters: it runs once for the same. */
    String occasion(Arguments trigger, Due due, Map<String, Object> values);

    /**
     * What has fallen due.
     *
     * @param moment when, the last time if it was more than once
     * @param among which records are meant, beside the condition of the automation
     */
    record Due(Instant moment, Filter among) {}
}
