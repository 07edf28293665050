package org.quanhe.crm.lifecycle.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row that holds what administrators set: the stages, or the profile of the ideal customer. */
@Entity
@Table(name = "lifecycle")
public class LifecycleDocument {
    /** Number of the row with the stages. */
    public static final long STAGES = 1;

    /** Number of the row with the profile of the ideal customer. */
    public static final long IDEAL_CUSTOMER = 2;

    @Id
    private long id;

    @Version
    private long version;

    private String document = "{}";

    protected LifecycleDocument() {
        // for JPA; the rows come with the schema
    }

    public long id() {
        return id;
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
