package org.quanhe.crm.messages;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody wants to hear of a kind of event. */
public enum NoticeChannel {
    /** On the page of notices; what holds until somebody chooses. */
    PAGE,
    /** By mail. */
    MAIL,
    /** By both. */
    BOTH,
    /** Not at all. */
    NONE;

    /** Stable code: {@code page}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #code()}. */
    public static Optional<NoticeChannel> ofCode(String code) {
        return Stream.of(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    public boolean onPage() {
        return this == PAGE || this == BOTH;
    }

    public boolean byMail() {
        return this == MAIL || this == BOTH;
    }
}
