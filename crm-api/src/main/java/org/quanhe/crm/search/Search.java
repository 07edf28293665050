package org.quanhe.crm.search;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;

/** The search box: finds records of all types within the caller's rights. */
public interface Search {
    /** Throws {@link CrmException} UNAVAILABLE while there is no index, INVALID for a foreign cursor. */
    SearchAnswer find(SearchQuestion question);

    /**
     * Why the question finds a record, or does not; administrators only.
     *
     * @param user number of the user as whom it is asked, null for the caller
     * @throws CrmException NOT_FOUND if there is no such user or record
     */
    SearchExplanation explain(SearchQuestion question, RecordRef record, @Nullable Long user);
}
