package org.quanhe.crm.platform;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain Java values (maps, lists, texts, numbers, booleans, null) to JSON text and back, for text columns. */
public final class JsonText {
    // Looking the provider up costs more than writing a short text.
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonText() {}

    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            write(generator, value);
        }
        return text.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object value) {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof Map<?, ?> map) {
            to.writeStartObject();
            map.forEach((key, part) -> {
                to.writeKey(key.toString());
                write(to, part);
            });
            to.writeEnd();
        } else if (value instanceof Iterable<?> list) {
            to.writeStartArray();
            list.forEach(part -> write(to, part));
            to.writeEnd();
        } else if (value instanceof Boolean yes) {
            to.write(yes);
        } else if (value instanceof BigDecimal decimal) {
            to.write(decimal);
        } else if (value instanceof Number number) {
            to.write(number.longValue());
        } else {
            to.write(value.toString());
        }
    }

    /** Reads any JSON; throws {@link jakarta.json.JsonException} on anything else. */
    public static @Nullable Object read(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return plain(reader.readValue());
        }
    }

    /** Reads a JSON object; an empty text is an empty map. */
    public static Map<String, Object> readMap(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) read(text)).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    /** Reads a JSON array; an empty text is an empty list. */
    public static List<Object> readList(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : new ArrayList<>((List<?>) read(text));
    }

    /** The JSON value as plain Java values; numbers become {@code BigDecimal}. */
    public static @Nullable Object plain(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((JsonObject) value).forEach((key, part) -> map.put(key, plain(part)));
                return map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                ((JsonArray) value).forEach(part -> list.add(plain(part)));
                return list;
            }
            case STRING -> {
                return ((JsonString) value).getString();
            }
            case NUMBER -> {
                return ((JsonNumber) value).bigDecimalValue();
            }
            case TRUE -> {
                return Boolean.TRUE;
            }
            case FALSE -> {
                return Boolean.FALSE;
            }
            default -> {
                return null;
            }
        }
    }
}
