package org.quanhe.crm.processes.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A choice of a question, as a line of its form.
 *
 * @param code by which the answer is kept; empty for a new one, whose first name becomes it
 * @param labels what people read, by language
 */
public record ChoiceRow(String code, Map<String, String> labels) {
    private static final int LONGEST_CODE = 60;

    static ChoiceRow empty() {
        return new ChoiceRow("", Map.of());
    }

    static ChoiceRow of(Map<String, Object> choice) {
        return new ChoiceRow(Objects.toString(choice.get("code"), ""), ProcessDocument.texts(choice.get("label")));
    }

    public boolean isBlank() {
        return code.isEmpty() && labels.isEmpty();
    }

    Map<String, Object> document() {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("code", code.isEmpty() ? named() : code);
        if (!labels.isEmpty()) {
            choice.put("label", labels);
        }
        return choice;
    }

    private String named() {
        String first = labels.values().iterator().next().replaceAll("\\s+", " ");
        return first.length() > LONGEST_CODE ? first.substring(0, LONGEST_CODE).strip() : first;
    }
}
