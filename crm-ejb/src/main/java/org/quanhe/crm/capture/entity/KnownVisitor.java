package org.quanhe.crm.capture.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A visitor who is a lead, and agrees that this is known. */
@Entity
@Table(name = "known_visitor")
public class KnownVisitor {
    /** Who comes back after so long begins another visit. */
    public static final Duration PAUSE = Duration.ofMinutes(30);

    @Id
    private String visitor = "";

    @Column(name = "lead_id")
    private long leadId;

    @Column(name = "since_at")
    private Instant since = Instant.EPOCH;

    @Column(name = "seen_at")
    private Instant seen = Instant.EPOCH;

    protected KnownVisitor() {
        // for JPA
    }

    public KnownVisitor(String visitor) {
        this.visitor = visitor;
    }

    /** The visitor is that lead. */
    public void be(long lead, Instant at) {
        leadId = lead;
        since = at;
        seen = at;
    }

    /** The visitor looks at a page; true if another visit begins with it. */
    public boolean look(Instant at) {
        boolean another = seen.plus(PAUSE).isBefore(at);
        seen = at;
        return another;
    }

    /** True if the visitor looked at nothing from that moment on. */
    public boolean unseenSince(Instant moment) {
        return seen.isBefore(moment);
    }

    public long lead() {
        return leadId;
    }
}
