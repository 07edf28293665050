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

    /** State of the index, for administrators and health checks. */
    IndexState state();

    /** Builds the index anew from the database while the old one serves; administrators only. */
    void rebuild();

    /**
     * State of the index.
     *
     * @param documents records in it
     * @param waiting changes of the database not yet in it
     * @param rebuilding percent of a rebuild under way, -1 if none is
     */
    record IndexState(long documents, long waiting, int rebuilding) {}
}
