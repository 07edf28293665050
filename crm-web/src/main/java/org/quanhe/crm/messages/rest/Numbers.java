package org.quanhe.crm.messages.rest;

import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Numbers in paths. */
final class Numbers {
    private Numbers() {}

    /** The number of something; NOT_FOUND for what can be none. */
    static long of(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", what, text));
        }
        return Long.parseLong(text);
    }

    /** Where a page begins; null for the first. */
    static @Nullable Long cursor(String what, @Nullable String text) {
        return text == null || text.isEmpty() ? null : Long.valueOf(of(what, text));
    }
}
