package org.quanhe.crm.privacy.spi;

import java.util.Optional;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.platform.RecordRef;

/** What must be asked before something is sent that needs consent. Works inside the caller's transaction. */
public interface SendingConsent {
    /** True if there is such a purpose. */
    boolean known(String purpose);

    /**
     * The way out that a mail must show; empty if it must not be sent, because the person does not agree or somebody
     * with that address said no.
     */
    Optional<WayOut> wayOut(RecordRef person, String purpose, String address);

    /** False if consent was taken back since the way out was given. */
    boolean holds(String key, String purpose);

    /** Why a mail for that purpose is not sent. */
    LocalizedMessage refusal(String purpose);

    /** Address of the page behind a way out. */
    String url(String key);

    /**
     * How a person gets out.
     *
     * @param key secret that stands in mails to that person at that address
     * @param url page where the person decides, without signing in
     */
    record WayOut(String key, String url) {}
}
