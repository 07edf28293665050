package org.quanhe.crm.activities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often whom is contacted, as a document. */
@Entity
@Table(name = "cadence")
public class Cadence {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "followup_seq")
    @SequenceGenerator(name = "followup_seq", sequenceName = "followup_seq", allocationSize = 50)
    private long id;

    @Version
    private long version;

    private String document = "{}";

    /** When its tasks were made last. */
    @Column(name = "swept_at")
    private @Nullable Instant sweptAt;

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String document() {
        return document;
    }

    /** Says something else; its tasks are looked at again at once. */
    public void say(String changed) {
        document = changed;
        sweptAt = null;
    }
}
