package org.quanhe.crm.records.control.formula;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.EmptyBecause;

/** A formula has no value for a record, for a reason that is worth telling. */
class NoValue extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    private final transient EmptyBecause why;

    NoValue(EmptyBecause why, String message) {
        super(message);
        this.why = why;
    }

    /** Why there is no value; null where nothing is to tell. */
    static @Nullable EmptyBecause behind(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof NoValue)) {
            cause = cause.getCause();
        }
        return cause instanceof NoValue none ? none.why : null;
    }
}
