package org.quanhe.crm.platform.rest;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Portion;

/** Answers written straight to JSON: no tree of objects is built for a list of records. */
public final class JsonAnswer {
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonAnswer() {}

    public static Response.ResponseBuilder status(int status, Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            content.accept(generator);
        }
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(bytes.toByteArray());
    }

    /** {@code {"items": […], "next": "…"}}. */
    public static <T> Response portion(Portion<T> portion, BiConsumer<JsonGenerator, T> item) {
        return ok(json -> {
            json.writeStartObject();
            write(json, portion, item);
            json.writeEnd();
        });
    }

    /** The items, and where the list goes on. */
    public static <T> void write(JsonGenerator json, Portion<T> portion, BiConsumer<JsonGenerator, T> item) {
        json.writeStartArray("items");
        portion.items().forEach(one -> item.accept(json, one));
        json.writeEnd();
        next(json, portion.next());
    }

    /** The cursor of what follows, null at the end. */
    public static void next(JsonGenerator json, @Nullable String cursor) {
        if (cursor == null) {
            json.writeNull("next");
        } else {
            json.write("next", cursor);
        }
    }

    public static Response ok(Consumer<JsonGenerator> content) {
        return status(200, content).build();
    }
}
