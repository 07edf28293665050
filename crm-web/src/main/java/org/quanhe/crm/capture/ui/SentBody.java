package org.quanhe.crm.capture.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a form that strangers send: read here, not by the server, so that its size has an end. */
final class SentBody {
    private static final int MOST_BYTES = 64_000;
    private static final int MOST_PARTS = 200;
    private static final String TYPE = "application/x-www-form-urlencoded";

    private final Map<String, List<String>> parts;

    private SentBody(Map<String, List<String>> parts) {
        this.parts = parts;
    }

    /** Reads it; nothing for one that is too large or no form. */
    static Optional<SentBody> read(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith(TYPE)) {
            return Optional.empty();
        }
        return text(request, MOST_BYTES).flatMap(SentBody::parse);
    }

    /** The body as text; nothing for one that is too large. */
    static Optional<String> text(HttpServletRequest request, int most) throws IOException {
        if (request.getContentLengthLong() > most) {
            return Optional.empty();
        }
        byte[] bytes = request.getInputStream().readNBytes(most + 1);
        return bytes.length > most ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    static Optional<SentBody> parse(String text) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        String[] pairs = text.split("&");
        if (pairs.length > MOST_PARTS) {
            return Optional.empty();
        }
        try {
            for (String pair : pairs) {
                int sign = pair.indexOf('=');
                if (sign > 0) {
                    parts.computeIfAbsent(decoded(pair.substring(0, sign)), name -> new ArrayList<>())
                            .add(decoded(pair.substring(sign + 1)));
                }
            }
        } catch (IllegalArgumentException noForm) {
            return Optional.empty();
        }
        return Optional.of(new SentBody(parts));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The first value of that name, empty where there is none. */
    String one(String name) {
        List<String> values = parts.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Everything whose name begins so, by the rest of the name. */
    Map<String, List<String>> beginning(String prefix) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        parts.forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), values);
            }
        });
        return found;
    }
}
