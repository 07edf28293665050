package org.quanhe.crm.records.control.transfer;

import jakarta.json.JsonException;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.model.ModelJson;
import org.quanhe.crm.records.control.model.Part;
import org.quanhe.crm.records.metadata.MetadataFiles;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Types and fields as they move between servers, and the things that go with them.
 *
 * @param title what the file is for, by language tag; empty where nobody said it
 * @param about more of it, by language tag
 * @param model types, sorted by name when they are written
 * @param things automations and the like
 */
public record MetadataFile(Map<String, String> title, Map<String, String> about, Model model, FileThings things) {
    /** Newest format that is read; it has things, so that servers that know none say what they lack. */
    static final int FORMAT = 2;

    private static final int FORMAT_OF_TYPES = 1;
    private static final Set<String> OWN = Set.of("format", "application", "title", "about", "types");

    private static final int DEEPEST = 20;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_ABOUT = 500;
    private static final JsonProvider JSON = JsonProvider.provider();

    /** A file without words about itself. */
    public static MetadataFile of(Model model) {
        return of(model, FileThings.NONE);
    }

    static MetadataFile of(Model model, FileThings things) {
        return new MetadataFile(Map.of(), Map.of(), model, things);
    }

    public byte[] write() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", things.isEmpty() ? FORMAT_OF_TYPES : FORMAT);
        document.put("application", ApplicationVersion.NAME);
        if (!title.isEmpty()) {
            document.put("title", title);
        }
        if (!about.isEmpty()) {
            document.put("about", about);
        }
        List<Object> types = new ArrayList<>();
        new TreeMap<>(model.types()).values().forEach(type -> types.add(ModelJson.written(type)));
        document.put("types", types);
        document.putAll(things.byKind());
        return ReadableJson.write(document).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file; refuses what is none, naming each place that is wrong. */
    public static MetadataFile read(byte[] file) {
        Object document = document(file);
        if (!(document instanceof Map<?, ?> map) || map.get("format") == null) {
            throw CrmException.invalid("records.transfer.error.noFile");
        }
        format(map.get("format"), map.get("application"));
        List<Violation> violations = new ArrayList<>();
        Part part = new Part("", document, violations);
        part.raw("format");
        part.text("application", "");
        Map<String, String> title = part.texts("title", Map.of(), LONGEST_TITLE);
        Map<String, String> about = part.texts("about", Map.of(), LONGEST_ABOUT);
        if (!(part.raw("types") instanceof List<?>)) {
            part.wrong("types", "records.metadata.error.noList");
        }
        Model model = ModelJson.read(part);
        Map<String, Object> others = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!OWN.contains(name.toString())) {
                others.put(name.toString(), value);
            }
        });
        FileThings things = FileThings.read(others, violations);
        for (TypeModel type : model.types().values()) {
            if (type.name().isEmpty()) {
                part.wrong("types", "records.transfer.error.noName");
            }
        }
        if (!violations.isEmpty()) {
            throw CrmException.invalid(violations.subList(0, Math.min(100, violations.size())));
        }
        return new MetadataFile(title, about, model, things);
    }

    private static void format(@Nullable Object format, @Nullable Object application) {
        if (!(format instanceof BigDecimal number) || number.compareTo(BigDecimal.ONE) < 0) {
            throw CrmException.invalidField("format", LocalizedMessage.of("records.transfer.error.noFormat"));
        }
        if (number.compareTo(BigDecimal.valueOf(FORMAT)) > 0) {
            throw CrmException.invalidField(
                    "format",
                    LocalizedMessage.of(
                            "records.transfer.error.newer",
                            shortened(number),
                            shortened(application == null ? "?" : application),
                            FORMAT));
        }
    }

    private static String shortened(Object told) {
        String text = told.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static @Nullable Object document(byte[] file) {
        if (file.length > MetadataFiles.LARGEST_FILE) {
            throw new CrmException(
                    CrmException.Kind.TOO_LARGE,
                    LocalizedMessage.of("records.transfer.error.tooLarge", MetadataFiles.LARGEST_FILE / 1_000_000));
        }
        String text = text(file);
        try {
            refuseDepth(text);
            return JsonText.read(text);
        } catch (JsonParsingException noJson) {
            String before = text.substring(
                    0, (int) Math.max(0, Math.min(noJson.getLocation().getStreamOffset(), text.length())));
            throw CrmException.invalid(
                    "records.transfer.error.noJson",
                    before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'));
        } catch (JsonException | ArithmeticException | NumberFormatException noJson) {
            throw CrmException.invalid("records.transfer.error.noFile");
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            // some editors put a mark before the first character
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException noUtf8) {
            throw CrmException.invalid("records.transfer.error.noUtf8");
        }
    }

    /** Reading goes down as deep as the text does: a million brackets would leave no stack. */
    private static void refuseDepth(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            int depth = 0;
            while (parser.hasNext()) {
                Event event = parser.next();
                if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
                    depth++;
                } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
                    depth--;
                }
                if (depth > DEEPEST) {
                    throw CrmException.invalid("records.transfer.error.noFile");
                }
            }
        }
    }
}
