package org.quanhe.crm.records.control;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.LocalizedMessage;

/** Two documents of automations, processes or templates held against each other, in words. */
public final class DocumentDifference {
    private static final int LONGEST = 200;
    private static final int MOST = 200;

    /** Members that have words of their own; others are told by their names. */
    private static final Set<String> WORDS = Set.of(
            "name",
            "type",
            "active",
            "trigger",
            "condition",
            "actions",
            "steps",
            "texts",
            "subject",
            "body",
            "fallback",
            "kind",
            "team",
            "guidance",
            "ask",
            "enter",
            "exit",
            "target",
            "next",
            "draft",
            "retired",
            "template",
            "fields",
            "label",
            "choices",
            "required",
            "rules",
            "owner",
            "to",
            "workingDays",
            "process",
            "on",
            "field",
            "from",
            "how",
            "question",
            "help",
            "minutes",
            "text",
            "if",
            "then",
            "else",
            "when",
            "hours",
            "days",
            "do");

    private final List<LocalizedMessage> lines = new ArrayList<>();

    private DocumentDifference() {}

    /** A line for each place that differs; none where both say the same. */
    public static List<LocalizedMessage> between(Map<String, ?> before, Map<String, ?> after) {
        DocumentDifference difference = new DocumentDifference();
        difference.objects(null, before, after);
        return difference.lines.size() <= MOST ? difference.lines : difference.lines.subList(0, MOST);
    }

    private void objects(@Nullable LocalizedMessage place, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (Object name : names) {
            values(inside(place, name.toString()), before.get(name), after.get(name));
        }
    }

    private void values(LocalizedMessage place, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> was && after instanceof Map<?, ?> is && !named(was) && !named(is)) {
            objects(place, was, is);
        } else if (before instanceof List<?> was && after instanceof List<?> is && nested(was, is)) {
            for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
                values(
                        LocalizedMessage.of("records.document.nth", place, i + 1),
                        i < was.size() ? was.get(i) : null,
                        i < is.size() ? is.get(i) : null);
            }
        } else {
            lines.add(LocalizedMessage.of("records.document.changed", place, told(before), told(after)));
        }
    }

    private static boolean nested(List<?> before, List<?> after) {
        return before.stream().anyMatch(Map.class::isInstance) || after.stream().anyMatch(Map.class::isInstance);
    }

    private static LocalizedMessage inside(@Nullable LocalizedMessage place, String name) {
        LocalizedMessage word = WORDS.contains(name)
                ? LocalizedMessage.of("records.document.at." + name)
                : LocalizedMessage.of("records.list", name);
        return place == null ? word : LocalizedMessage.of("records.document.inside", place, word);
    }

    private static Object told(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return LocalizedMessage.of("records.metadata.diff.nothing");
        }
        if (value instanceof Boolean yes) {
            return LocalizedMessage.of(yes ? "ui.yes" : "ui.no");
        }
        String text = value instanceof Map<?, ?> map && named(map)
                ? map.get("name").toString()
                : value instanceof String plain ? plain : JsonText.write(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** A record by its name. */
    private static boolean named(Map<?, ?> map) {
        return map.size() == 2 && map.get("record") instanceof String && map.get("name") instanceof String;
    }
}
