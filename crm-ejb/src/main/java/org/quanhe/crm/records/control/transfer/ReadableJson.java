package org.quanhe.crm.records.control.transfer;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;

/** JSON as people read it and compare it: one line where it is short, else one line for each part. */
final class ReadableJson {
    private static final int WIDTH = 140;
    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();

    private ReadableJson() {}

    static String write(Map<String, ?> document) {
        ReadableJson json = new ReadableJson();
        json.parts(document, "");
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, String margin, int before) {
        boolean nested = value instanceof Map<?, ?> || value instanceof List<?>;
        String line = line(value);
        if (!nested || before + line.length() < WIDTH) {
            text.append(line);
        } else {
            parts(value, margin);
        }
    }

    private void parts(@Nullable Object value, String margin) {
        boolean object = value instanceof Map<?, ?>;
        Iterator<?> parts = object
                ? ((Map<?, ?>) value).entrySet().iterator()
                : ((Iterable<?>) Objects.requireNonNull(value)).iterator();
        text.append(object ? "{" : "[");
        while (parts.hasNext()) {
            Object part = parts.next();
            text.append('\n').append(margin).append(INDENT);
            if (part instanceof Map.Entry<?, ?> entry) {
                String name = JsonText.write(entry.getKey()) + ": ";
                text.append(name);
                value(entry.getValue(), margin + INDENT, margin.length() + INDENT.length() + name.length());
            } else {
                value(part, margin + INDENT, margin.length() + INDENT.length());
            }
            text.append(parts.hasNext() ? "," : "");
        }
        text.append('\n').append(margin).append(object ? "}" : "]");
    }

    private static String line(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> JsonText.write(entry.getKey()) + ": " + line(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReadableJson::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return JsonText.write(value);
    }
}
