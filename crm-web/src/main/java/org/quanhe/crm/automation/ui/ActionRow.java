package org.quanhe.crm.automation.ui;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An action as a line of the form: what is done, and up to two arguments.
 *
 * @param action code of the action, empty for a line that is not used
 * @param first subject of a task, field that is set, number of the team, minutes of waiting, type that is created,
 *     number of the process, code of a template, text that is told, address of a webhook
 * @param second working days of a task, value that is set, way of assigning, name of what is created, to whom, secret
 *     of a webhook
 */
public record ActionRow(String action, String first, String second) {
    private static final String SECRET = "secret";
    /** How a secret that is kept is shown: nobody types this. */
    private static final String KEPT = "••• ";

    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "task", List.of("subject", "workingDays"),
            "assign", List.of("team", "how"),
            "wait", List.of("minutes", ""),
            "waitUntil", List.of("condition", "days"),
            "enrol", List.of("process", ""),
            "mail", List.of("template", "to"),
            "notify", List.of("text", "to"),
            "webhook", List.of("url", SECRET));

    /** Actions that a line can say. */
    static final List<String> PICKED =
            List.of("task", "assign", "set", "create", "wait", "waitUntil", "enrol", "mail", "notify", "webhook");

    /** The line of an action; nothing where it is more than a line can say. */
    static Optional<ActionRow> of(Map<?, ?> step) {
        String action = text(step.get("do"));
        if (ARGUMENTS.containsKey(action)) {
            List<String> names = ARGUMENTS.get(action);
            boolean more = step.keySet().stream().anyMatch(key -> !key.equals("do") && !names.contains(key));
            return more
                    ? Optional.empty()
                    : Optional.of(new ActionRow(action, text(step.get(names.get(0))), text(step.get(names.get(1)))));
        }
        if (step.get("fields") instanceof Map<?, ?> fields && fields.size() == 1) {
            Map.Entry<?, ?> field = fields.entrySet().iterator().next();
            boolean plain = !(field.getValue() instanceof List) && !(field.getValue() instanceof Map);
            if (action.equals("set") && plain && step.keySet().equals(Set.of("do", "fields"))) {
                return Optional.of(new ActionRow(action, field.getKey().toString(), text(field.getValue())));
            }
            if (action.equals("create")
                    && field.getKey().equals("name")
                    && step.keySet().equals(Set.of("do", "type", "fields"))) {
                return Optional.of(new ActionRow(action, text(step.get("type")), text(field.getValue())));
            }
        }
        return Optional.empty();
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> secret && secret.get("kept") instanceof BigDecimal number) {
            return KEPT + number.toPlainString();
        }
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? "" : value.toString();
    }

    Map<String, Object> document() {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("do", action);
        switch (action) {
            case "set" -> step.put("fields", Map.of(first, second));
            case "create" -> {
                step.put("type", first);
                step.put("fields", Map.of("name", second));
            }
            default -> {
                List<String> names = ARGUMENTS.getOrDefault(action, List.of("", ""));
                put(step, names.get(0), first);
                put(step, names.get(1), second);
            }
        }
        return step;
    }

    /** Numbers are numbers in documents. */
    private static void put(Map<String, Object> step, String name, String value) {
        if (name.equals(SECRET)
                && value.startsWith(KEPT)
                && value.substring(KEPT.length()).matches("\\d{1,18}")) {
            step.put(name, Map.of("kept", new BigDecimal(value.substring(KEPT.length()))));
        } else if (!name.isEmpty() && !value.isEmpty()) {
            boolean number =
                    List.of("workingDays", "team", "minutes", "days", "process").contains(name)
                            && value.matches("\\d{1,15}(\\.\\d{1,4})?");
            step.put(name, number ? new BigDecimal(value) : value);
        }
    }

    public boolean isBlank() {
        return action.isEmpty();
    }
}
