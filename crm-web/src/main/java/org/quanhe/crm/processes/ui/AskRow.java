package org.quanhe.crm.processes.ui;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that a step asks, as a line of its form.
 *
 * @param key key of a question of the step's own, empty for a new one
 * @param what {@code field:city}, or the kind of a question of the step's own; empty for a line that is not used
 * @param labels the question by language
 * @param choices codes of the choices, with commas between them
 * @param required it must be answered
 */
public record AskRow(String key, String what, Map<String, String> labels, String choices, boolean required) {
    private static final String FIELD = "field:";

    /** Kinds of a step's own questions. */
    static final List<String> KINDS = List.of("text", "long-text", "number", "date", "choice", "yes-no");

    static AskRow empty() {
        return new AskRow("", "", Map.of(), "", true);
    }

    static AskRow of(Map<String, Object> ask) {
        boolean required = !Boolean.FALSE.equals(ask.get("required"));
        if (ask.get("field") != null) {
            return new AskRow("", FIELD + ask.get("field"), Map.of(), "", required);
        }
        Map<String, String> labels = new LinkedHashMap<>();
        ProcessDocument.object(ask.get("label")).forEach((tag, text) -> labels.put(tag, text.toString()));
        String choices = ask.get("choices") instanceof List<?> list
                ? list.stream()
                        .map(choice ->
                                Objects.toString(ProcessDocument.object(choice).get("code"), ""))
                        .collect(Collectors.joining(", "))
                : "";
        return new AskRow(
                Objects.toString(ask.get("question"), ""),
                Objects.toString(ask.get("kind"), "text"),
                labels,
                choices,
                required);
    }

    public boolean isBlank() {
        return what.isEmpty();
    }

    /**
     * The line as a document.
     *
     * @param before what the step asked under that key: what the line does not show stays
     * @param fresh key for a question that has none
     */
    Map<String, Object> document(Optional<Map<String, Object>> before, String fresh) {
        Map<String, Object> ask = new LinkedHashMap<>();
        if (what.startsWith(FIELD)) {
            ask.put("field", what.substring(FIELD.length()));
        } else {
            ask.putAll(before.orElse(Map.of()));
            ask.put("question", key.isEmpty() ? fresh : key);
            ask.put("kind", what);
            ask.put("label", labels);
            ask.remove("choices");
            if (what.equals("choice")) {
                ask.put("choices", choices(before));
            }
        }
        ask.put("required", required);
        return ask;
    }

    private List<Map<String, Object>> choices(Optional<Map<String, Object>> before) {
        Object known = before.map(ask -> ask.get("choices")).orElse(List.of());
        return Arrays.stream(choices.split("[,，、]"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .map(code -> choice(code, known))
                .toList();
    }

    private static Map<String, Object> choice(String code, Object known) {
        return ((List<?>) known)
                .stream()
                        .map(ProcessDocument::object)
                        .filter(one -> code.equals(one.get("code")))
                        .findFirst()
                        .orElseGet(() -> Map.of("code", code));
    }
}
