package org.quanhe.crm.search;

import org.quanhe.crm.platform.CrmException;

/** The search box: finds records of all types within the caller's rights. */
public interface Search {
    /** Throws {@link CrmException} UNAVAILABLE while there is no index, INVALID for a foreign cursor. */
    SearchAnswer find(SearchQuestion question);
}
