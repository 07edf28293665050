package org.quanhe.crm.capture.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key to the document of a form that was sent: whose entry it is, until when, and a signature over both. */
final class DownloadKey {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{34})-(\\d{1,12})-([0-9a-f]{64})");

    private DownloadKey() {}

    static String issue(Signature signature, String code, String nonce, Instant now) {
        String until = Long.toString(now.plus(VALID).getEpochSecond());
        return nonce + "-" + until + "-" + HexFormat.of().formatHex(signature.of(parts(code, nonce, until)));
    }

    /** The number of the form that was sent; nothing for a key that is none, or not any more. */
    static Optional<String> read(Signature signature, String code, String key, Instant now) {
        Matcher written = WRITTEN.matcher(key);
        return written.matches()
                        && signature.holds(
                                HexFormat.of().parseHex(written.group(3)),
                                parts(code, written.group(1), written.group(2)))
                        && Instant.ofEpochSecond(Long.parseLong(written.group(2)))
                                .isAfter(now)
                ? Optional.of(written.group(1))
                : Optional.empty();
    }

    private static List<String> parts(String code, String nonce, String until) {
        return List.of("download", code, nonce, until);
    }
}
