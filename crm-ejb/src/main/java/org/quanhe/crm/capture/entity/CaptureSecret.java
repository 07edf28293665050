package org.quanhe.crm.capture.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The key by which forms and downloads are signed. */
@Entity
@Table(name = "capture_secret")
public class CaptureSecret {
    /** Number of the only one. */
    public static final long ONLY = 1;

    @Id
    private long id = ONLY;

    private String secret = "";

    protected CaptureSecret() {
        // for JPA
    }

    /** @param secret as hexadecimal digits */
    public CaptureSecret(String secret) {
        this.secret = secret;
    }

    public String secret() {
        return secret;
    }
}
