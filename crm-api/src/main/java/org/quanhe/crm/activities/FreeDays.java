package org.quanhe.crm.activities;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of an occurrence on a day on which nobody works. */
public enum FreeDays {
    /** It stays where it is. */
    KEEP,
    /** It does not take place; it counts towards the end of the series. */
    SKIP,
    /** It takes place on the next working day, once where several fall together. */
    MOVE;

    /** Stable code: {@code keep}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #code()}. */
    public static Optional<FreeDays> ofCode(String code) {
        return Stream.of(values()).filter(days -> days.code().equals(code)).findFirst();
    }
}
