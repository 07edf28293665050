package org.quanhe.crm.search;

import org.quanhe.crm.platform.CrmException;

/** The search box: finds records of all types within the caller's rights. */
public interface Search {
    /** Throws {@link CrmException} UNAVAILABLE while there is no index, INVALID for a foreign cursor. */
    SearchAnswer find(SearchQuestion question);

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
