package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A web form that was sent; what it said stands at its lead. */
@Entity
@Table(name = "web_form_entry")
public class WebFormEntry {
    @Id
    private String nonce = "";

    @Column(name = "form_id")
    private long formId;

    private String fingerprint = "";

    @Column(name = "lead_id")
    private @Nullable Long leadId;

    private boolean known;

    @Column(name = "sent_at")
    private Instant sentAt = Instant.EPOCH;

    @Column(name = "downloaded_at")
    private @Nullable Instant downloadedAt;

    protected WebFormEntry() {
        // for JPA
    }

    /**
     * It is sent now.
     *
     * @param nonce number of the form that was given out: the database holds it once
     * @param fingerprint of what was sent, by which a repetition is told from something else
     */
    public WebFormEntry(String nonce, long form, String fingerprint, Instant at) {
        this.nonce = nonce;
        this.formId = form;
        this.fingerprint = fingerprint;
        this.sentAt = at;
    }

    /** It led to that lead. */
    public void ledTo(long lead, boolean knownBefore) {
        leadId = lead;
        known = knownBefore;
    }

    /** Its document is downloaded; false if it was before. */
    public boolean download(Instant at) {
        boolean first = downloadedAt == null;
        if (first) {
            downloadedAt = at;
        }
        return first;
    }

    public long formId() {
        return formId;
    }

    public String fingerprint() {
        return fingerprint;
    }

    public @Nullable Long lead() {
        return leadId;
    }
}
