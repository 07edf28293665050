package org.quanhe.crm.messages.control;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/** A message did not go out, or nobody knows whether it did. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /** What that means for the message. */
    public enum Meaning {
        /** It did not go out; another try may help. */
        LATER,
        /** It did not go out, and never will as it is. */
        NEVER,
        /** The line broke before the other side had answered: it may have gone out. */
        DOUBT
    }

    private final Meaning meaning;
    private final transient LocalizedMessage text;

    public Refusal(Meaning meaning, LocalizedMessage text, @Nullable Throwable cause) {
        super(text.key() + " " + text.args(), cause);
        this.meaning = meaning;
        this.text = text;
    }

    public Meaning meaning() {
        return meaning;
    }

    /** Why, for administrators. */
    public LocalizedMessage text() {
        return text;
    }
}
