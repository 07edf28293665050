package org.quanhe.crm.activities.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Reads what was sent. */
final class Sent {
    private Sent() {}

    /** A moment with its zone; INVALID for anything else. */
    static Instant moment(String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw CrmException.invalidField(
                    name,
                    text.isEmpty()
                            ? LocalizedMessage.of("records.error.required")
                            : LocalizedMessage.of(
                                    "activities.error.when", text.substring(0, Math.min(40, text.length()))));
        }
    }

    /** A whole number, null for none. */
    static @Nullable Integer number(Map<String, @Nullable Object> body, String name) {
        Object value = body.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number
                && number.abs().compareTo(BigDecimal.valueOf(1_000_000)) < 0
                && number.stripTrailingZeros().scale() <= 0) {
            return number.intValueExact();
        }
        throw CrmException.invalidField(name, LocalizedMessage.of("records.metadata.error.noCount", 1_000_000));
    }

    /** The number of a record in an address, null for none; one that nobody has for what is no number. */
    static @Nullable Long id(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : text.matches("\\d{1,18}") ? Long.valueOf(text) : Long.valueOf(-1);
    }

    /** Without what is null. */
    static Map<String, Object> document(Map<String, @Nullable Object> body) {
        Map<String, Object> document = new TreeMap<>();
        body.forEach((name, value) -> {
            if (value != null) {
                document.put(name, value);
            }
        });
        return document;
    }
}
