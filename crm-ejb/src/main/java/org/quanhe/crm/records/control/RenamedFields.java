package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.records.spi.FieldUser.Renaming;

/**
 * A document about records of a type with the new names of fields, wherever it names them: {@code field},
 * {@code fields} (names before values, or a list of names), conditions, to whom a mail or a text goes, and
 * {@code {{field}}} or {@code {{customer.field}}} in texts.
 */
public final class RenamedFields {
    private static final Pattern MERGED = Pattern.compile("\\{\\{\\s*(\\w+(?:\\.\\w+){0,2})");

    private final String type;
    private final FreshNames names;
    private final Set<String> conditions;
    private final BinaryOperator<String> targets;

    private RenamedFields(
            String type, List<Renaming> renamings, Set<String> conditions, BinaryOperator<String> targets) {
        this.type = type;
        this.names = new FreshNames(renamings);
        this.conditions = conditions;
        this.targets = targets;
    }

    /**
     * The same document, with other names.
     *
     * @param document names its record type in {@code type}
     * @param conditions names of members that hold conditions on the record
     * @param targets the type that a reference points to, by type and field; empty where there is none
     */
    public static Map<String, Object> in(
            Map<String, Object> document,
            List<Renaming> renamings,
            Set<String> conditions,
            BinaryOperator<String> targets) {
        return of(String.valueOf(document.get("type")), document, renamings, conditions, targets);
    }

    /** The same for a document that is about records of that type without saying so. */
    public static Map<String, Object> of(
            String type,
            Map<String, Object> document,
            List<Renaming> renamings,
            Set<String> conditions,
            BinaryOperator<String> targets) {
        return new RenamedFields(type, renamings, conditions, targets).object(document, type);
    }

    /** @param of type whose fields a member {@code fields} names: another where a step creates a record of another */
    private Map<String, Object> object(Map<?, ?> document, String of) {
        Map<String, Object> renamed = new LinkedHashMap<>();
        String inner = "create".equals(document.get("do")) ? String.valueOf(document.get("type")) : of;
        document.forEach((key, value) -> {
            String name = key.toString();
            if (name.equals("fields") && value instanceof Map<?, ?> fields) {
                Map<String, Object> others = new LinkedHashMap<>();
                fields.forEach((field, held) -> others.put(names.of(inner, field.toString()), value(held)));
                renamed.put(name, others);
            } else if (name.equals("fields") && value instanceof List<?> list) {
                List<Object> others = new ArrayList<>();
                list.forEach(one -> others.add(one instanceof String field ? names.of(inner, field) : value(one)));
                renamed.put(name, others);
            } else if (name.equals("field") && value instanceof String field) {
                renamed.put(name, names.of(type, field));
            } else if (name.equals("to") && isLetter(document.get("do")) && value instanceof String path) {
                renamed.put(name, names.path(type, path, targets));
            } else if (conditions.contains(name) && value instanceof String text) {
                renamed.put(name, names.condition(type, text));
            } else {
                renamed.put(name, value(value));
            }
        });
        return renamed;
    }

    /** It goes to the address at the end of a path; a colleague is told by a word. */
    private static boolean isLetter(@Nullable Object action) {
        return "mail".equals(action) || "text".equals(action);
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object(object, type);
        }
        if (value instanceof List<?> list) {
            List<Object> others = new ArrayList<>();
            list.forEach(one -> others.add(value(one)));
            return others;
        }
        return value instanceof String text ? merged(text) : value;
    }

    private String merged(String text) {
        Matcher places = MERGED.matcher(text);
        StringBuilder changed = new StringBuilder();
        int behind = 0;
        while (places.find()) {
            changed.append(text, behind, places.start(1)).append(names.path(type, places.group(1), targets));
            behind = places.end(1);
        }
        return changed.append(text.substring(behind)).toString();
    }
}
