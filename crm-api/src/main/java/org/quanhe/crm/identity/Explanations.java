package org.quanhe.crm.identity;

import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.RecordRef;

/** Why somebody can, or cannot, see a record. */
public interface Explanations {
    /**
     * The decision on that record for that user, made where it is made for the user; administrators only.
     *
     * @throws CrmException NOT_FOUND if there is no such user or record
     */
    Verdict why(long user, RecordRef record);
}
