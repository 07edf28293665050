package org.quanhe.crm.processes.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that a step asks, as a line of its form.
 *
 * @param key key of a question of the step's own, empty for a new one
 * @param what {@code field:city}, or the kind of a question of the step's own; empty for a line that is not used
 * @param labels the question by language
 * @param choices what can be chosen
 * @param required it must be answered
 */
public record AskRow(String key, String what, Map<String, String> labels, List<ChoiceRow> choices, boolean required) {
    private static final String FIELD = "field:";

    /** Kinds of a step's own questions. */
    static final List<String> KINDS =
            List.of("text", "long-text", "number", "money", "date", "choice", "choices", "yes-no");

    static AskRow empty() {
        return new AskRow("", "", Map.of(), List.of(), true);
    }

    static AskRow of(Map<String, Object> ask) {
        boolean required = !Boolean.FALSE.equals(ask.get("required"));
        if (ask.get("field") != null) {
            return new AskRow("", FIELD + ask.get("field"), Map.of(), List.of(), required);
        }
        List<ChoiceRow> choices = ask.get("choices") instanceof List<?> list
                ? list.stream()
                        .map(choice -> ChoiceRow.of(ProcessDocument.object(choice)))
                        .toList()
                : List.of();
        return new AskRow(
                Objects.toString(ask.get("question"), ""),
                Objects.toString(ask.get("kind"), "text"),
                ProcessDocument.texts(ask.get("label")),
                choices,
                required);
    }

    public boolean isBlank() {
        return what.isEmpty();
    }

    /** The choices, and one more to fill in. */
    public List<ChoiceRow> lines() {
        List<ChoiceRow> lines = new ArrayList<>(choices);
        lines.add(ChoiceRow.empty());
        return lines;
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
            if (what.startsWith("choice")) {
                ask.put(
                        "choices",
                        choices.stream()
                                .filter(row -> !row.isBlank())
                                .map(ChoiceRow::document)
                                .toList());
            }
        }
        ask.put("required", required);
        return ask;
    }
}
