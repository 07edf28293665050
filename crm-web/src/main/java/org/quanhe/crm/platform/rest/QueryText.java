package org.quanhe.crm.platform.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.LocalizedMessage;

/** Reads parameters of addresses; what cannot be one is refused with INVALID, by its name. */
public final class QueryText {
    private static final int SHOWN = 60;

    private QueryText() {}

    /** A day, {@code 2027-02-08}; the other one where nothing is said. */
    public static LocalDate day(String name, String text, LocalDate otherwise) {
        try {
            return text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeException noDay) {
            throw CrmException.invalidField(name, LocalizedMessage.of("records.error.noDate", cut(text)));
        }
    }

    /** A code in small letters. */
    public static <E extends Enum<E>> E oneOf(String name, String text, Class<E> codes) {
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> CrmException.invalidField(
                        name,
                        LocalizedMessage.of(
                                "records.error.noChoice",
                                cut(text),
                                LocalizedMessage.of(
                                        "records.list",
                                        String.join(
                                                ", ",
                                                Arrays.stream(codes.getEnumConstants())
                                                        .map(code -> code.name().toLowerCase(Locale.ROOT))
                                                        .toList())))));
    }

    /** So much of what somebody wrote is told back. */
    public static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
