package org.quanhe.crm.privacy.spi;

import java.time.Instant;
import java.util.List;
import org.quanhe.crm.platform.RecordRef;
import org.quanhe.crm.privacy.Purpose;

/**
 * What people agreed to, for the application itself: nobody's rights are asked. Works inside the caller's transaction.
 *
 * <p>A person is a record of {@code leads} or {@code customers}. Answers are only ever added; the last one counts. Who
 * says no to a purpose by a mail address says no for every person with that address.
 */
public interface ConsentLedger {
    /** Purposes that are asked today. */
    List<Purpose> purposes();

    /**
     * The person agrees.
     *
     * @throws org.quanhe.crm.platform.CrmException INVALID if there is no such purpose
     */
    void given(RecordRef person, String purpose, Evidence evidence);

    /** The person does not agree any more. */
    void withdrawn(RecordRef person, String purpose, Evidence evidence);

    /** True if the person agreed and has not taken that back. */
    boolean allows(RecordRef person, String purpose);

    /**
     * What was said to one of two persons who turn out to be the same holds for the other, unless that one said more
     * later.
     */
    void follow(RecordRef from, RecordRef to);

    /**
     * How it is known.
     *
     * @param source where it was said, {@code form:contact}
     * @param wording the sentence as the person read it, in the language in which it stood there; may be empty
     * @param at when
     */
    record Evidence(String source, String wording, Instant at) {}
}
