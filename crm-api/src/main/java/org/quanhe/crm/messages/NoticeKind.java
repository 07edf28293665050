package org.quanhe.crm.messages;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What notices tell of. */
public enum NoticeKind {
    /** Somebody gave you a task. */
    TASK,
    /** Somebody made you the owner of a record. */
    ASSIGNED,
    /** A lead waits for your answer, or was returned to you. */
    HANDOVER,
    /** It is time for something that you planned. */
    REMINDER,
    /** An automation says so. */
    AUTOMATION;

    /** Stable code: {@code task}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@link #code()}. */
    public static Optional<NoticeKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
