package org.quanhe.crm.automation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** The address at which other systems set an automation off. Who reads the database cannot call it. */
@Entity
@Table(name = "automation_address")
public class AutomationAddress {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

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
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        digest = digestOf(secret);
        madeAt = at;
        return secret;
    }

    public long automation() {
        return automationId;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public static String digestOf(String secret) {
        try {
            byte[] text = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
