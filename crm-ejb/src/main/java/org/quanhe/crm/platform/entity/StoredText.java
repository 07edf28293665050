package org.quanhe.crm.platform.entity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;

/** Messages as JSON has them, {@code ["key", "argument", ["nested"]]}: they are told in their reader's language. */
public final class StoredText {
    private StoredText() {}

    public static List<Object> of(LocalizedMessage text) {
        List<Object> stored = new ArrayList<>();
        stored.add(text.key());
        text.args()
                .forEach(argument -> stored.add(
                        argument instanceof LocalizedMessage nested
                                ? of(nested)
                                : argument instanceof Integer || argument instanceof Long
                                        ? BigDecimal.valueOf(((Number) argument).longValue())
                                        : argument.toString()));
        return stored;
    }

    public static LocalizedMessage read(@Nullable Object stored) {
        List<?> parts = stored instanceof List<?> list ? list : List.of(String.valueOf(stored));
        List<Object> arguments = new ArrayList<>();
        parts.subList(1, parts.size()).forEach(part -> arguments.add(part instanceof List<?> ? read(part) : part));
        return new LocalizedMessage(parts.get(0).toString(), arguments);
    }
}
