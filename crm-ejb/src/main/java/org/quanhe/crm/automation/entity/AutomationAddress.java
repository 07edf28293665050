package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.quanhe.crm.platform.control.AddressSecret;

/** The address at which other systems set an automation off. Who reads the database cannot call it. */
@Entity
@Table(name = "automation_address")
public class AutomationAddress {
    @Id
    @Column(name = "automation_id")
    private long automationId;

    @Version
    private long version;

    private String digest = "";

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    protected AutomationAddress() {
        // for JPA
    }

    public AutomationAddress(long automation) {
        automationId = automation;
    }

    /** A new secret part; the former one is worth nothing from now on. */
    public String renew(Instant at) {
        String secret = AddressSecret.fresh();
        digest = AddressSecret.digest(secret);
        madeAt = at;
        return secret;
    }

    public long automation() {
        return automationId;
    }

    public Instant madeAt() {
        return madeAt;
    }
}
