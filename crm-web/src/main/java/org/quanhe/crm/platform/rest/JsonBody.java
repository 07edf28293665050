package org.quanhe.crm.platform.rest;

import jakarta.json.JsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;

/** Bodies of calls: JSON objects in UTF-8, at most one megabyte, not nested without end. */
public final class JsonBody {
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_DEPTH = 50;

    private JsonBody() {}

    /** Reads an object; INVALID for anything else, TOO_LARGE beyond a megabyte. */
    public static Map<String, @Nullable Object> object(InputStream body) throws IOException {
        return object(body, MOST_BYTES);
    }

    /** The same, where less is enough. */
    public static Map<String, @Nullable Object> object(InputStream body, int most) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new CrmException(
                    CrmException.Kind.TOO_LARGE, LocalizedMessage.of("platform.error.bodyTooLarge", most));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            notTooDeep(text);
            if (JsonText.read(text) instanceof Map<?, ?> map) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                map.forEach((key, value) -> object.put(key.toString(), value));
                return object;
            }
        } catch (CharacterCodingException noUtf8) {
            throw CrmException.invalid("platform.error.bodyNotUtf8");
        } catch (JsonException | ArithmeticException | NumberFormatException noJson) {
            throw CrmException.invalid("platform.error.bodyNotJson");
        }
        throw CrmException.invalid("platform.error.bodyNotObject");
    }

    /** Parsers recurse: a body of a million brackets would end in a stack overflow. */
    private static void notTooDeep(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                if (++depth > MOST_DEPTH) {
                    throw CrmException.invalid("platform.error.bodyNotJson");
                }
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }
    }

    /** A required text of the body. */
    public static String text(Map<String, @Nullable Object> body, String name) {
        return text(body, name, false);
    }

    /** A text of the body that may be missing; empty then. */
    public static String textOrNone(Map<String, @Nullable Object> body, String name) {
        return body.get(name) == null ? "" : text(body, name, true);
    }

    private static String text(Map<String, @Nullable Object> body, String name, boolean emptyToo) {
        if (body.get(name) instanceof String text && (emptyToo || !text.isBlank())) {
            return text;
        }
        throw CrmException.invalidField(name, LocalizedMessage.of("records.error.required"));
    }
}
