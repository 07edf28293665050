package org.quanhe.crm.activities.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.quanhe.crm.platform.control.AddressSecret;

/** The address of somebody's calendar. Who reads the database cannot read the calendar with it. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed {
    @Id
    @Column(name = "user_id")
    private long userId;

    @Version
    private long version;

    private String digest = "";

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected CalendarFeed() {
        // for JPA
    }

    public CalendarFeed(long user) {
        userId = user;
    }

    /** A new secret part; the former one is worth nothing from now on. */
    public String renew(Instant at) {
        String secret = AddressSecret.fresh();
        digest = AddressSecret.digest(secret);
        madeAt = at;
        return secret;
    }

    public long user() {
        return userId;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
