package org.quanhe.crm.dataquality.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;

/** The parts of an upload: the file, kept in a temporary one because the fields that say what it is may follow it. */
final class ImportForm implements AutoCloseable {
    private static final int MOST_FIELD_BYTES = 1 << 20;
    private final Map<String, String> fields = new HashMap<>();
    private final int mostMegabytes;
    private @Nullable Path file;
    private String fileName = "";

    ImportForm(int mostMegabytes) {
        this.mostMegabytes = mostMegabytes;
    }

    /** Refuses a body that says itself that it cannot be a file of the size allowed. */
    void refuseTooLarge(long bodyLength) {
        if (bodyLength > ((long) mostMegabytes << 20) + 4L * MOST_FIELD_BYTES) {
            throw new CrmException(
                    CrmException.Kind.TOO_LARGE, LocalizedMessage.of("dataquality.error.tooLarge", mostMegabytes));
        }
    }

    void read(MultipartReader form) throws IOException {
        for (Optional<MultipartReader.Part> part = form.next(); part.isPresent(); part = form.next()) {
            if (part.get().name().equals("file") && file == null) {
                fileName = baseName(part.get().fileName());
                file = Files.createTempFile("crm-upload", "");
                keep(part.get().body(), file);
            } else {
                byte[] bytes = part.get().body().readNBytes(MOST_FIELD_BYTES + 1);
                if (bytes.length > MOST_FIELD_BYTES) {
                    throw new CrmException(
                            CrmException.Kind.TOO_LARGE,
                            LocalizedMessage.of("platform.error.bodyTooLarge", MOST_FIELD_BYTES));
                }
                fields.put(part.get().name(), new String(bytes, StandardCharsets.UTF_8).strip());
            }
        }
    }

    private void keep(InputStream body, Path into) throws IOException {
        long most = (long) mostMegabytes << 20;
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(into)) {
            for (int read = body.read(buffer); read > 0; read = body.read(buffer)) {
                length += read;
                if (length > most) {
                    throw new CrmException(
                            CrmException.Kind.TOO_LARGE,
                            LocalizedMessage.of("dataquality.error.tooLarge", mostMegabytes));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    InputStream content() throws IOException {
        if (file == null) {
            throw CrmException.invalid("dataquality.error.noFile");
        }
        return Files.newInputStream(file);
    }

    String fileName() {
        return fileName.isBlank() ? "upload" : fileName;
    }

    String type() {
        String type = fields.getOrDefault("type", "");
        if (type.isEmpty()) {
            throw CrmException.invalid("dataquality.error.noType");
        }
        return type;
    }

    @Nullable
    String encoding() {
        String encoding = fields.getOrDefault("encoding", "");
        return encoding.isEmpty() ? null : encoding;
    }

    boolean dryRun() {
        return Boolean.parseBoolean(fields.get("dryRun"));
    }

    /** Target field by column; empty where the proposal is to be taken. */
    Map<String, String> mapping() {
        String text = fields.getOrDefault("mapping", "");
        Map<String, String> mapping = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            try {
                JsonText.readMap(text).forEach((column, field) -> {
                    if (field != null && !(field instanceof String)) {
                        throw CrmException.invalid("dataquality.error.brokenMapping");
                    }
                    mapping.put(column, field == null ? "" : field.toString());
                });
            } catch (jakarta.json.JsonException | ClassCastException | NullPointerException noObject) {
                throw CrmException.invalid("dataquality.error.brokenMapping");
            }
        }
        return mapping;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
