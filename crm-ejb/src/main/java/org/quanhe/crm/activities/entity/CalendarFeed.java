package org.quanhe.crm.activities.entity;

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

/** The address of somebody's calendar. Who reads the database cannot read the calendar with it. */
@Entity
@Table(name = "calendar_feed")
public class CalendarFeed {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

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
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        digest = digestOf(secret);
        madeAt = at;
        return secret;
    }

    public long user() {
        return userId;
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
