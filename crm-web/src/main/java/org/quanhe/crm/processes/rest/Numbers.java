package org.quanhe.crm.processes.rest;

import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Numbers in paths: what is none is not there. */
final class Numbers {
    private Numbers() {}

    static long of(String what, String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new CrmException(
                    CrmException.Kind.NOT_FOUND, LocalizedMessage.of("platform.error.notFound", what, text));
        }
        return Long.parseLong(text);
    }
}
