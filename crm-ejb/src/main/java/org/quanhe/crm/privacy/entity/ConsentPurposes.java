package org.quanhe.crm.privacy.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The purposes as they are kept: one document. */
@Entity
@Table(name = "consent_purposes")
public class ConsentPurposes {
    /** Number of the only row. */
    public static final long ONLY = 1;

    @Id
    private long id;

    @Version
    private long version;

    /** Empty for those that come with the application. */
    private String document = "";

    protected ConsentPurposes() {
        // for JPA; the row comes with the schema
    }

    public long version() {
        return version;
    }

    public String document() {
        return document;
    }

    public void say(String changed) {
        document = changed;
    }
}
