package org.quanhe.crm.privacy.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;

/** A mail address that said no to a purpose. */
@Entity
@Table(name = "refused_address")
public class RefusedAddress {
    @Id
    private String id = "";

    @Column(name = "at_time")
    private Instant at = Instant.EPOCH;

    protected RefusedAddress() {
        // for JPA
    }

    public RefusedAddress(String id, Instant at) {
        this.id = id;
        this.at = at;
    }

    /** Its number: purpose and address, without case. */
    public static String id(String purpose, String address) {
        return purpose + ' ' + address.strip().toLowerCase(Locale.ROOT);
    }

    public Instant at() {
        return at;
    }
}
