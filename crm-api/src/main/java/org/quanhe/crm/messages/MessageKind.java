package org.quanhe.crm.messages;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a template is for. */
public enum MessageKind {
    /** A mail: subject and body. */
    MAIL(true, true),
    /** A text for telephones: a body alone. */
    SHORT_TEXT(false, true),
    /** A notice for colleagues: a subject, and a body if there is more to say. */
    NOTIFICATION(true, false);

    private final boolean subject;
    private final boolean body;

    MessageKind(boolean subject, boolean body) {
        this.subject = subject;
        this.body = body;
    }

    /** Stable code: {@code mail}, {@code short-text}, {@code notification}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads {@link #code()}. */
    public static Optional<MessageKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** It has a subject, and needs one. */
    public boolean hasSubject() {
        return subject;
    }

    /** It says nothing without a body. */
    public boolean needsBody() {
        return body;
    }
}
