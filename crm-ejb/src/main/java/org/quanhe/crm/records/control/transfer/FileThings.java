package org.quanhe.crm.records.control.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.spi.Portable.Thing;

/**
 * What a file has beside types and fields.
 *
 * @param byKind documents with their {@code key}, by the name of their list
 */
public record FileThings(Map<String, List<Map<String, Object>>> byKind) {
    public static final FileThings NONE = new FileThings(Map.of());

    private static final String KEY = "key";
    private static final int LONGEST_KEY = 80;
    private static final int MOST = 2_000;

    public FileThings {
        byKind = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byKind));
    }

    static FileThings of(Map<String, List<Thing>> things) {
        Map<String, List<Map<String, Object>>> byKind = new LinkedHashMap<>();
        things.forEach((kind, all) -> {
            List<Map<String, Object>> documents = all.stream()
                    .map(thing -> {
                        Map<String, Object> document = new LinkedHashMap<>();
                        document.put(KEY, thing.key());
                        document.putAll(thing.document());
                        return document;
                    })
                    .toList();
            if (!documents.isEmpty()) {
                byKind.put(kind, documents);
            }
        });
        return new FileThings(byKind);
    }

    /** Reads what {@link #written} wrote. */
    public static FileThings stored(String text) {
        List<Violation> none = new ArrayList<>();
        return read(JsonText.readMap(text), none);
    }

    public String written() {
        return JsonText.write(byKind);
    }

    /** Reads lists of objects that have keys; tells what is none. */
    static FileThings read(Map<String, ?> lists, List<Violation> violations) {
        Map<String, List<Map<String, Object>>> byKind = new LinkedHashMap<>();
        lists.forEach((kind, value) -> {
            if (!(value instanceof List<?> list)) {
                violations.add(new Violation(shortened(kind), LocalizedMessage.of("records.metadata.error.unknown")));
                return;
            }
            if (list.size() > MOST) {
                violations.add(new Violation(
                        shortened(kind), LocalizedMessage.of("records.error.tooMany", list.size(), MOST)));
                return;
            }
            Set<String> keys = new HashSet<>();
            List<Map<String, Object>> documents = new ArrayList<>();
            for (Object one : list) {
                Map<String, Object> document = new LinkedHashMap<>();
                if (one instanceof Map<?, ?> map) {
                    // a null says nothing, as in documents that come over REST
                    map.forEach((name, part) -> {
                        if (part != null) {
                            document.put(name.toString(), part);
                        }
                    });
                }
                String place = shortened(kind) + "[" + documents.size() + "]." + KEY;
                String key = document.get(KEY) instanceof String text ? text : "";
                if (key.isBlank() || key.length() > LONGEST_KEY) {
                    violations.add(
                            new Violation(place, LocalizedMessage.of("records.transfer.error.noKey", LONGEST_KEY)));
                } else if (!keys.add(key)) {
                    violations.add(new Violation(place, LocalizedMessage.of("records.metadata.error.codeTwice", key)));
                }
                documents.add(document);
            }
            byKind.put(kind, documents);
        });
        return new FileThings(byKind);
    }

    private static String shortened(String kind) {
        return kind.length() > 60 ? kind.substring(0, 60) + "…" : kind;
    }

    public boolean isEmpty() {
        return byKind.values().stream().allMatch(List::isEmpty);
    }

    public int size() {
        return byKind.values().stream().mapToInt(List::size).sum();
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    List<Map<String, Object>> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    static String key(Map<String, Object> document) {
        return String.valueOf(document.get(KEY));
    }

    static Map<String, Object> content(Map<String, Object> document) {
        Map<String, Object> content = new LinkedHashMap<>(document);
        content.remove(KEY);
        return content;
    }
}
