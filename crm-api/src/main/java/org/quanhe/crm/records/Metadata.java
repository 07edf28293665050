package org.quanhe.crm.records;

import java.util.Currency;
import java.util.List;

/** The record types as the caller sees them. */
public interface Metadata {
    /** Types the caller may read, in the order of the menu. */
    List<RecordTypeView> types();

    /**
     * One type; throws {@link org.quanhe.crm.platform.CrmException} NOT_FOUND if there is none or no right to read it.
     */
    RecordTypeView type(String name);

    /** All types with all fields, whoever asks; for OpenAPI. */
    List<RecordTypeView> allTypes();

    /** The currency of amounts written without one; forms offer it first. */
    Currency currency();

    /** Rises with every change of metadata; part of ETags and caches. */
    long version();
}
