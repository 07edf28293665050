package org.quanhe.crm.identity.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Hashing of passwords: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP password storage), 32 bytes of salt. */
@ApplicationScoped
public class Passwords {
    /** Shortest password, in characters. */
    public static final int SHORTEST = 10;

    private static final int LONGEST = 200;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    /** A proof costs half a second of a processor: probes come often, one proof a minute is enough. */
    private static final long PROOF_NANOS = 60_000_000_000L;

    private volatile long provedAt;

    private String nobodys = "";

    @PostConstruct
    void prepare() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000",
                "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
        nobodys = hash(invent());
    }

    public String hash(String password) {
        return pbkdf2.generate(password.toCharArray());
    }

    /** True if the password belongs to the hash; without a hash it takes as long and is false. */
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        boolean right = pbkdf2.verify(password.toCharArray(), hash == null ? nobodys : hash);
        return hash != null && right;
    }

    /** True if hashing and comparing work on this server: a right password matches, a wrong one does not. */
    public boolean works() {
        long now = System.nanoTime();
        if (provedAt == 0 || now - provedAt > PROOF_NANOS) {
            String password = invent();
            String hash = hash(password);
            if (!matches(password, hash) || matches(password + "-", hash)) {
                return false;
            }
            provedAt = now;
        }
        return true;
    }

    /** Refuses passwords that are too short or too long. */
    public void check(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw CrmException.invalidField(
                    "password", LocalizedMessage.of("identity.error.passwordLength", SHORTEST, LONGEST));
        }
    }

    /** A new random password of four groups, easy to read out. */
    public String invent() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /** A new random token of 256 bits. */
    public String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
