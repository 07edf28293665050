package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** Two models held against each other, in words. */
public final class ModelDifference {
    private static final TypeModel NOTHING = TypeModel.builtIn("");

    private final List<Line> lines = new ArrayList<>();

    private ModelDifference() {}

    public static List<Line> between(Model before, Model after) {
        ModelDifference difference = new ModelDifference();
        Map<String, TypeModel> all = new LinkedHashMap<>(before.types());
        all.putAll(after.types());
        all.keySet().forEach(name -> difference.type(before.type(name), after.type(name)));
        return difference.lines;
    }

    /** Texts that are missing in one of the four languages. */
    public static List<Line> missingTexts(Model model) {
        List<Line> missing = new ArrayList<>();
        model.types().values().forEach(type -> {
            if (!type.builtIn()) {
                missing(missing, type.name(), "", type.labels());
            }
            type.fields().values().stream()
                    .filter(field -> !field.retired())
                    .forEach(field -> missing(missing, type.name(), field.name(), field.labels()));
        });
        return missing;
    }

    private static void missing(List<Line> into, String type, String field, Map<String, String> labels) {
        String languages = Arrays.stream(Language.values())
                .map(Language::tag)
                .filter(tag -> !labels.containsKey(tag))
                .collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            into.add(new Line(
                    type,
                    field,
                    LocalizedMessage.of(
                            "records.metadata.warning.noText",
                            field.isEmpty() ? type : type + "." + field,
                            languages)));
        }
    }

    private void type(@Nullable TypeModel before, @Nullable TypeModel after) {
        TypeModel was = before == null ? NOTHING : before;
        TypeModel is = after == null ? NOTHING : after;
        String name = after == null ? was.name() : is.name();
        boolean custom = !(after == null ? was : is).builtIn();
        if (custom && before == null) {
            lines.add(new Line(name, "", message("typeAdded", label(is.labels(), name))));
        } else if (custom && after == null) {
            lines.add(new Line(name, "", message("typeGone", label(was.labels(), name))));
        } else if (custom && was.retired() != is.retired()) {
            lines.add(new Line(
                    name, "", message(is.retired() ? "typeRetired" : "typeRevived", label(is.labels(), name))));
        }
        if (custom && before != null && after != null) {
            properties(name, "", label(is.labels(), name), typeDocument(was), typeDocument(is));
        }
        Map<String, FieldModel> keys = new LinkedHashMap<>(was.fields());
        keys.putAll(is.fields());
        keys.keySet()
                .forEach(key -> field(name, was.fields().get(key), is.fields().get(key)));
        lines.addAll(FormDifference.between(name, was, is));
        List<String> order = kept(was, is);
        if (!order.equals(kept(is, was))) {
            lines.add(new Line(name, "", message("order", name)));
        }
    }

    /** Keys of one that the other has too, in order. */
    private static List<String> kept(TypeModel of, TypeModel other) {
        return of.fields().keySet().stream().filter(other.fields()::containsKey).toList();
    }

    private void field(String type, @Nullable FieldModel before, @Nullable FieldModel after) {
        if (before == null && after != null) {
            lines.add(new Line(
                    type,
                    after.name(),
                    message(
                            "fieldAdded",
                            label(after.labels(), after.name()),
                            LocalizedMessage.of("records.kind." + after.kind().name()),
                            type)));
        } else if (before != null && after == null) {
            lines.add(new Line(type, before.name(), message("fieldGone", label(before.labels(), before.name()), type)));
        } else if (before != null && after != null) {
            LocalizedMessage label = label(after.labels(), after.name());
            if (before.retired() != after.retired()) {
                lines.add(new Line(
                        type, after.name(), message(after.retired() ? "fieldRetired" : "fieldRevived", label, type)));
            }
            properties(type, after.name(), label, document(before), document(after));
        }
    }

    private static Map<String, Object> document(FieldModel field) {
        Map<String, Object> document = ModelJson.written(field);
        document.remove("retired");
        document.remove("key");
        return document;
    }

    private static Map<String, Object> typeDocument(TypeModel type) {
        Map<String, Object> document = ModelJson.written(type);
        document.remove("retired");
        document.remove("fields");
        document.remove("layouts");
        document.remove("conditions");
        return document;
    }

    private void properties(
            String type, String field, Object label, Map<String, Object> before, Map<String, Object> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!Objects.equals(told(was), told(is))) {
                lines.add(new Line(
                        type,
                        field,
                        message(
                                "property",
                                label,
                                LocalizedMessage.of("records.metadata.property." + name),
                                shown(was),
                                shown(is))));
            }
        }
    }

    static Object shown(@Nullable Object value) {
        return value == null ? LocalizedMessage.of("records.metadata.diff.nothing") : told(value);
    }

    private static String told(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> texts) {
            return texts.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + told(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> one instanceof Map<?, ?> map && map.get("code") != null
                            ? map.get("code") + " (" + told(map.get("labels")) + ")"
                                    + (map.get("retired") == null ? "" : " ✕")
                            : told(one))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof String text ? text : JsonText.write(value);
    }

    static LocalizedMessage message(String key, Object... args) {
        return LocalizedMessage.of("records.metadata.diff." + key, args);
    }

    /** Told in the reader's language from the labels themselves: texts of a draft are not published yet. */
    static LocalizedMessage label(Map<String, String> labels, String otherwise) {
        return LocalizedMessage.named(Arrays.stream(Language.values())
                .map(language -> ModelTexts.in(language, labels))
                .map(text -> text.isEmpty() ? otherwise : text)
                .toList());
    }
}
