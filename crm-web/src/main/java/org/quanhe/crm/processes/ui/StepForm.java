package org.quanhe.crm.processes.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.RecordTypeView;

/** What the form of a step holds: at first what the step is, then what was typed. */
public class StepForm {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<AskRow> asks = new ArrayList<>();
    private ConditionForm enter;
    private ConditionForm exit;

    private StepForm(ConditionForm enter, ConditionForm exit) {
        this.enter = enter;
        this.exit = exit;
    }

    /** The form of a step; of a new one where it is empty. */
    static StepForm of(Map<String, Object> step, Optional<RecordTypeView> type) {
        StepForm form =
                new StepForm(ConditionForm.of(type, text(step, "enter")), ConditionForm.of(type, text(step, "exit")));
        for (Language language : Language.values()) {
            for (String member : List.of("name", "guidance")) {
                form.texts.put(
                        member + "." + language.tag(),
                        Objects.toString(
                                ProcessDocument.object(step.get(member)).get(language.tag()), ""));
            }
        }
        form.texts.put("team", text(step, "team"));
        Map<String, Object> target = ProcessDocument.object(step.get("target"));
        form.texts.put(
                "unit", target.containsKey("days") ? "days" : target.containsKey("minutes") ? "minutes" : "hours");
        form.texts.put("target", text(target, form.texts.get("unit")));
        List<String> next = next(step.get("next"));
        form.texts.put("follows", step.get("next") == null ? "order" : next.isEmpty() ? "end" : "these");
        form.texts.put("next", String.join(", ", next));
        if (step.get("ask") instanceof List<?> list) {
            list.forEach(ask -> form.asks.add(AskRow.of(ProcessDocument.object(ask))));
        }
        return form;
    }

    private static List<String> next(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }

    private static String text(Map<String, Object> map, @Nullable String name) {
        Object value = map.get(name);
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }

    /** The form as it was sent. */
    static StepForm read(HttpServletRequest request) {
        StepForm form = of(Map.of(), Optional.empty());
        form.texts.replaceAll((name, before) ->
                Objects.requireNonNullElse(request.getParameter(name), "").strip());
        form.enter = ConditionForm.read(request, "enter");
        form.exit = ConditionForm.read(request, "exit");
        String[] whats = Objects.requireNonNullElse(request.getParameterValues("ask.what"), new String[0]);
        for (int i = 0; i < whats.length; i++) {
            form.asks.add(new AskRow(
                    at(request, "ask.key", i),
                    whats[i],
                    labels(request, "ask.label.", i),
                    choices(request, at(request, "ask.row", i)),
                    !at(request, "ask.required", i).equals("false")));
        }
        return form;
    }

    private static Map<String, String> labels(HttpServletRequest request, String prefix, int index) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            put(labels, language.tag(), at(request, prefix + language.tag(), index));
        }
        return labels;
    }

    /** @param row number of the line of the question, which its choices carry */
    private static List<ChoiceRow> choices(HttpServletRequest request, String row) {
        String[] rows = Objects.requireNonNullElse(request.getParameterValues("choice.of"), new String[0]);
        List<ChoiceRow> choices = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            ChoiceRow choice = new ChoiceRow(at(request, "choice.code", i), labels(request, "choice.label.", i));
            if (rows[i].equals(row) && !choice.isBlank()) {
                choices.add(choice);
            }
        }
        return choices;
    }

    private static String at(HttpServletRequest request, String name, int index) {
        String[] values = request.getParameterValues(name);
        return values != null && index < values.length ? values[index].strip() : "";
    }

    /**
     * The step as a document.
     *
     * @param key of the step
     * @param before the step as it was
     */
    Map<String, Object> document(String key, Map<String, Object> before, Optional<RecordTypeView> type) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("key", key);
        step.put("name", byTag("name."));
        number(step, "team", texts.get("team"));
        step.put("guidance", byTag("guidance."));
        step.put("ask", asked(before));
        put(step, "enter", enter.condition(type));
        put(step, "exit", exit.condition(type));
        Map<String, Object> target = new LinkedHashMap<>();
        number(target, texts.getOrDefault("unit", "hours"), texts.get("target"));
        if (!target.isEmpty()) {
            step.put("target", target);
        }
        switch (texts.getOrDefault("follows", "order")) {
            case "end" -> step.put("next", List.of());
            case "these" ->
                step.put(
                        "next",
                        List.of(texts.getOrDefault("next", "").split("[,，、\\s]+")).stream()
                                .filter(one -> !one.isEmpty())
                                .toList());
            default -> step.remove("next");
        }
        return step;
    }

    private List<Map<String, Object>> asked(Map<String, Object> before) {
        List<Map<String, Object>> known = before.get("ask") instanceof List<?> list
                ? list.stream().map(ProcessDocument::object).toList()
                : List.of();
        List<Map<String, Object>> asked = new ArrayList<>();
        int number = 1;
        for (AskRow row : asks) {
            if (!row.isBlank()) {
                Optional<Map<String, Object>> was = known.stream()
                        .filter(one -> !row.key().isEmpty() && row.key().equals(one.get("question")))
                        .findFirst();
                while (taken("q" + number)) {
                    number++;
                }
                asked.add(row.document(was, "q" + number));
                number += row.key().isEmpty() ? 1 : 0;
            }
        }
        return asked;
    }

    private boolean taken(String key) {
        return asks.stream().anyMatch(row -> row.key().equals(key));
    }

    private Map<String, Object> byTag(String prefix) {
        Map<String, Object> labels = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            put(labels, language.tag(), texts.getOrDefault(prefix + language.tag(), ""));
        }
        return labels;
    }

    private static void put(Map<String, ? super String> into, String name, String value) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    private static void number(Map<String, Object> into, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            into.put(name, value.matches("\\d{1,9}") ? new BigDecimal(value) : value);
        }
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    /** The lines, and one more to fill in. */
    public List<AskRow> getAsks() {
        List<AskRow> rows = new ArrayList<>(asks);
        rows.add(AskRow.empty());
        return rows;
    }

    /** Neither condition nor another step behind it. */
    public boolean isPlain() {
        return texts.getOrDefault("follows", "order").equals("order") && enter.isBlank() && exit.isBlank();
    }

    public ConditionForm getEnter() {
        return enter;
    }

    public ConditionForm getExit() {
        return exit;
    }
}
