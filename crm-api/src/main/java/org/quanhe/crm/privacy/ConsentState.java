package org.quanhe.crm.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person agrees to a purpose today: what was said last counts.
 *
 * @param purpose code of the purpose
 * @param answer what was said last
 * @param at when; null if nobody asked
 * @param source where it was said: {@code form:contact}, {@code staff}, {@code link}, {@code import}; empty if nobody
 *     asked
 * @param wording the sentence that stood there, as the person read it; empty if none did
 * @param by name of the colleague who noted it; empty if the person did it alone
 */
public record ConsentState(
        String purpose, Answer answer, @Nullable Instant at, String source, String wording, String by) {

    /** What a person says to a purpose. */
    public enum Answer {
        /** Nobody asked: counts as no. */
        UNKNOWN,
        GIVEN,
        WITHDRAWN
    }
}
