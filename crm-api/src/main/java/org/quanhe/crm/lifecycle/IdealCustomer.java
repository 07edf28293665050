package org.quanhe.crm.lifecycle;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The profile of the ideal customer: what to look for in prospects before they are won. A record is held against it
 * whenever it is written; the field {@code fit} tells the outcome. For administrators, managers and marketing.
 */
public interface IdealCustomer {
    /** The profile, and how far the last run came. */
    IdealCustomerView shown();

    /**
     * Sets other criteria.
     *
     * @param conditions by record type, in the words of filters or as CEL; empty or absent where nothing is looked for
     * @param version the version that the caller saw; null changes whatever is there
     * @throws org.quanhe.crm.platform.CrmException FORBIDDEN, STALE, INVALID with the place of what is wrong
     */
    IdealCustomerView change(Map<String, ?> conditions, @Nullable Long version);

    /**
     * Holds all records against the profile, in the background.
     *
     * @throws org.quanhe.crm.platform.CrmException CONFLICT while a run goes on
     */
    IdealCustomerView run();
}
