package org.quanhe.crm.dataquality.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.dataquality.control.columns.Warnings;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;

/** Messages in text columns: kept as key and arguments, told later in the language of whoever reads them. */
final class StoredMessages {
    private StoredMessages() {}

    static String write(List<LocalizedMessage> messages) {
        return JsonText.write(messages.stream().map(StoredMessages::plain).toList());
    }

    static List<LocalizedMessage> read(@Nullable String text) {
        return JsonText.readList(text).stream().map(StoredMessages::message).toList();
    }

    static String write(Warnings warnings) {
        List<Object> rows = new ArrayList<>();
        warnings.counted().forEach((message, count) -> rows.add(List.of(plain(message), count)));
        return JsonText.write(Map.of("rows", rows, "others", warnings.others()));
    }

    static Warnings readWarnings(@Nullable String text) {
        Warnings warnings = new Warnings();
        Map<String, Object> stored = JsonText.readMap(text);
        if (!stored.isEmpty()) {
            for (Object row : (List<?>) stored.get("rows")) {
                List<?> pair = (List<?>) row;
                warnings.add(message(pair.get(0)), ((Number) pair.get(1)).longValue());
            }
            warnings.addOthers(((Number) stored.get("others")).longValue());
        }
        return warnings;
    }

    private static Object plain(LocalizedMessage message) {
        List<Object> args = message.args().stream()
                .map(arg -> arg instanceof LocalizedMessage nested ? plain(nested) : arg)
                .toList();
        return Map.of("key", message.key(), "args", args);
    }

    private static LocalizedMessage message(@Nullable Object plain) {
        Map<?, ?> map = (Map<?, ?>) java.util.Objects.requireNonNull(plain);
        List<Object> args = new ArrayList<>();
        for (Object arg : (List<?>) map.get("args")) {
            args.add(arg instanceof Map<?, ?> ? message(arg) : arg);
        }
        return new LocalizedMessage(map.get("key").toString(), args);
    }
}
