package org.quanhe.crm.platform.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secret part of an address at which nobody signs in: who knows the address is let in. */
public final class AddressSecret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private AddressSecret() {}

    /** A new one, of letters, digits, hyphens and underscores. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is kept of it where nobody has to read it again: who reads the database cannot call the address. */
    public static String digest(String secret) {
        try {
            byte[] text = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
