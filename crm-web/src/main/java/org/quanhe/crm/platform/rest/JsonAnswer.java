package org.quanhe.crm.platform.rest;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

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

    public static Response ok(Consumer<JsonGenerator> content) {
        return status(200, content).build();
    }
}
