package org.quanhe.crm.leads.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The one row that holds how leads find their way to sales. */
@Entity
@Table(name = "handover_settings")
public class HandoverSettingsRow {
    /** Number of the row. */
    public static final long ONLY = 1;

    @Id
    private long id;

    @Version
    private long version;

    private String document = "{}";

    protected HandoverSettingsRow() {
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
