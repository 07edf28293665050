package org.quanhe.crm.capture.control;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A form that was given out: when, its number, and a signature over both, the form's code and where the visitor came
 * from. A token of another form, for another origin or with any byte changed is none.
 *
 * @param issuedAt when it was given out, in whole seconds
 * @param nonce its number, hexadecimal
 */
record FormToken(Instant issuedAt, String nonce) {
    private static final int NONCE = 17;
    private static final int LENGTH = Long.BYTES + NONCE + Signature.LENGTH;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Gives one out. */
    static String issue(Signature signature, String code, String origin, Instant now) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] token = new byte[LENGTH];
        ByteBuffer.wrap(token).putLong(now.getEpochSecond()).put(nonce);
        byte[] signed = signature.of(parts(token, code, origin));
        System.arraycopy(signed, 0, token, Long.BYTES + NONCE, Signature.LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Reads one that comes back; nothing if it is not what was given out. */
    static Optional<FormToken> read(Signature signature, String token, String code, String origin) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        // the length is a multiple of three: there is one way alone to write these bytes
        if (bytes.length != LENGTH
                || !signature.holds(
                        Arrays.copyOfRange(bytes, Long.BYTES + NONCE, LENGTH), parts(bytes, code, origin))) {
            return Optional.empty();
        }
        return Optional.of(new FormToken(
                Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong()),
                HexFormat.of().formatHex(bytes, Long.BYTES, Long.BYTES + NONCE)));
    }

    private static List<String> parts(byte[] token, String code, String origin) {
        return List.of("form", HexFormat.of().formatHex(token, 0, Long.BYTES + NONCE), code, origin);
    }
}
