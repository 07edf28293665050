package org.quanhe.crm.capture.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** A token is what was given out, or it is none. */
class FormTokenPropertyTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final Signature signature = new Signature("a key that nobody knows".getBytes(StandardCharsets.UTF_8));

    @Property(tries = 200)
    void whatWasGivenOutComesBackAsItWas(
            @ForAll @AlphaChars @StringLength(max = 30) String code,
            @ForAll String origin,
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant at = Instant.ofEpochSecond(second);
        String token = FormToken.issue(signature, code, origin, at);
        assertThat(FormToken.read(signature, token, code, origin))
                .hasValueSatisfying(read -> assertThat(read.issuedAt()).isEqualTo(at));
    }

    @Property(tries = 300)
    void anyChangeOfAnyLetterIsRefused(@ForAll @IntRange(max = 75) int place, @ForAll @IntRange(max = 63) int letter) {
        String token = FormToken.issue(signature, "contact", "from here", Instant.EPOCH);
        char other = LETTERS.charAt(letter);
        Assume.that(token.charAt(place) != other);
        String changed = token.substring(0, place) + other + token.substring(place + 1);
        assertThat(FormToken.read(signature, changed, "contact", "from here")).isEmpty();
    }

    @Property(tries = 200)
    void whatIsNoTokenIsNone(@ForAll @CharRange(from = '-', to = 'z') @StringLength(max = 100) String text) {
        assertThat(FormToken.read(signature, text, "contact", "")).isEmpty();
    }

    @Property(tries = 200)
    void aTokenIsOfOneFormAndOneOriginAndOneKey(@ForAll String code, @ForAll String origin) {
        Assume.that(!code.equals("contact") || !origin.equals("here"));
        String token = FormToken.issue(signature, "contact", "here", Instant.EPOCH);
        assertThat(FormToken.read(signature, token, code, origin)).isEmpty();
        Signature another = new Signature("another key".getBytes(StandardCharsets.UTF_8));
        assertThat(FormToken.read(another, token, "contact", "here")).isEmpty();
    }

    @Property(tries = 200)
    void aDownloadIsOfOneFormAndEnds(@ForAll @IntRange(max = 63) int place) {
        Instant now = Instant.ofEpochSecond(1_800_000_000L);
        String nonce = "0123456789abcdef0123456789abcdef01";
        String key = DownloadKey.issue(signature, "contact", nonce, now);
        assertThat(DownloadKey.read(signature, "contact", key, now)).isEqualTo(Optional.of(nonce));
        assertThat(DownloadKey.read(signature, "other", key, now)).isEmpty();
        assertThat(DownloadKey.read(signature, "contact", key, now.plusSeconds(8 * 86_400)))
                .isEmpty();
        char old = key.charAt(key.length() - 1 - place);
        String changed = key.substring(0, key.length() - 1 - place)
                + (old == '0' ? '1' : '0')
                + key.substring(key.length() - place);
        assertThat(DownloadKey.read(signature, "contact", changed, now)).isEmpty();
    }
}
