package org.quanhe.crm.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A bearer token. Only its SHA-256 is kept: who reads the database cannot sign in with it. */
@Entity
@Table(name = "access_token")
public class AccessToken {
    @Id
    private String hash;

    private String username;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected AccessToken() {}

    public AccessToken(String hash, String username, Instant expiresAt) {
        this.hash = hash;
        this.username = username;
        this.expiresAt = expiresAt;
    }

    public String username() {
        return username;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
