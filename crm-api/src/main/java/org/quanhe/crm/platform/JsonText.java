package org.quanhe.crm.platform;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Reads any JSON, numbers as {@code BigDecimal}; throws {@link jakarta.json.JsonException} on anything else. */
    public static @Nullable Object read(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            if (!parser.hasNext()) {
                throw new JsonParsingException("no value", parser.getLocation());
            }
            Object value = read(parser, parser.next());
            if (parser.hasNext()) {
                throw new JsonParsingException("text behind the end of the value", parser.getLocation());
            }
            return value;
        }
    }

    /** Straight from the events: a tree of JSON values between would cost as much again, in every row of a list. */
    private static @Nullable Object read(JsonParser parser, Event event) {
        switch (event) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (Event key = parser.next(); key != Event.END_OBJECT; key = parser.next()) {
                    String name = parser.getString();
                    map.put(name, read(parser, parser.next()));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (Event part = parser.next(); part != Event.END_ARRAY; part = parser.next()) {
                    list.add(read(parser, part));
                }
                return list;
            }
            case VALUE_STRING -> {
                return parser.getString();
            }
            case VALUE_NUMBER -> {
                return parser.getBigDecimal();
            }
            case VALUE_TRUE -> {
                return Boolean.TRUE;
            }
            case VALUE_FALSE -> {
                return Boolean.FALSE;
            }
            default -> {
                return null;
            }
        }
    }

    /** Reads a JSON object; an empty text is an empty map. */
    public static Map<String, Object> readMap(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        // what was read belongs to nobody else, and its keys are texts: a copy would be one more map in each row of a
        // list
        @SuppressWarnings("unchecked")
        Map<String, Object> map = (Map<String, Object>) Objects.requireNonNull(read(text));
        return map;
    }

    /** Reads a JSON array; an empty text is an empty list. */
    public static List<Object> readList(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : new ArrayList<>((List<?>) read(text));
    }
}
