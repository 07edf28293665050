package org.quanhe.crm.records.control.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanhe.crm.records.control.model.ModelSteps;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.Starter;

/** The sets that come with the application, each a file as exports write it. */
public final class StarterSets {
    private static final List<String> IDS = List.of("air-conditioner-shop", "software-reseller", "training-centre");

    private StarterSets() {}

    /** All sets, held against what is in force. */
    public static List<Starter> all(Model current) {
        return IDS.stream().map(id -> read(id, current)).toList();
    }

    /** The file of that set. */
    public static Optional<byte[]> file(String id) {
        return IDS.contains(id) ? Optional.of(bytes(id)) : Optional.empty();
    }

    private static Starter read(String id, Model current) {
        MetadataFile file = MetadataFile.read(bytes(id));
        boolean loaded =
                ModelSteps.between(current, LaidOver.of(current, file.model())).isEmpty();
        return new Starter(id, file.title(), file.about(), file.model(), names(file.things()), loaded);
    }

    /** What the things are called in each language. */
    private static Map<String, List<Map<String, String>>> names(FileThings things) {
        Map<String, List<Map<String, String>>> names = new LinkedHashMap<>();
        things.byKind()
                .forEach((kind, documents) -> names.put(
                        kind,
                        documents.stream()
                                .map(document -> {
                                    Map<String, String> byTag = new LinkedHashMap<>();
                                    if (document.get("name") instanceof Map<?, ?> texts) {
                                        texts.forEach((tag, text) -> byTag.put(tag.toString(), text.toString()));
                                    }
                                    return byTag;
                                })
                                .toList()));
        return names;
    }

    private static byte[] bytes(String id) {
        try (InputStream file = StarterSets.class.getResourceAsStream("/starters/" + id + ".json")) {
            if (file == null) {
                throw new IllegalStateException("the starter set " + id + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
