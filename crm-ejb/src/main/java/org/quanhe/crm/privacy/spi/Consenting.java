package org.quanhe.crm.privacy.spi;

import java.util.List;
import org.quanhe.crm.records.ContactPoint;

/** A person or organisation that is asked for consent: an entity of {@code leads} or {@code customers}. */
public interface Consenting {
    /** Name of the field that holds {@link #getAgreed}. */
    String FIELD = "agreed";

    /** Codes of the purposes that it agrees to today. */
    List<String> getAgreed();

    /** Its mail addresses. */
    List<ContactPoint> getEmails();

    /** It agrees to these and no others. */
    void agree(List<String> purposes);
}
