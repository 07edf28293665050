package org.quanhe.crm.pipeline.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Reason;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.Language;

/** What stands in the form of a pipeline, as it was typed. */
final class PipelineForm {
    private Map<String, String> names = Map.of();
    private final List<StageRow> stages = new ArrayList<>();
    private final List<ReasonRow> reasons = new ArrayList<>();

    /** Codes of removed stages, and where what stands in them goes. */
    private final Map<String, String> gone = new LinkedHashMap<>();

    /** A stage. */
    record StageRow(
            String code,
            String end,
            Map<String, String> names,
            String probability,
            String norm,
            Set<String> required) {}

    /** A reason. */
    record ReasonRow(String code, Map<String, String> names) {}

    static PipelineForm of(PipelineView view) {
        PipelineForm form = new PipelineForm();
        form.names = texts(view.document().get("name"));
        for (Stage stage : view.stages()) {
            form.stages.add(new StageRow(
                    stage.code(),
                    stage.end().code(),
                    stage.names(),
                    Integer.toString(stage.probability()),
                    stage.norm().isPresent() ? Integer.toString(stage.norm().getAsInt()) : "",
                    Set.copyOf(stage.required())));
        }
        for (Reason reason : view.reasons()) {
            form.reasons.add(new ReasonRow(reason.code(), reason.names()));
        }
        return form;
    }

    private static Map<String, String> texts(@Nullable Object told) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (told instanceof Map<?, ?> map) {
            map.forEach((tag, text) -> texts.put(tag.toString(), text.toString()));
        }
        return texts;
    }

    static PipelineForm read(HttpServletRequest request) {
        PipelineForm form = new PipelineForm();
        form.names = names(request, "name", 0);
        String[] codes = all(request, "stage.code");
        for (int i = 0; i < codes.length; i++) {
            form.stages.add(new StageRow(
                    codes[i],
                    at(request, "stage.end", i),
                    names(request, "stage.name", i),
                    at(request, "stage.probability", i),
                    at(request, "stage.norm", i),
                    new TreeSet<>(Arrays.asList(all(request, "stage.required." + i)))));
        }
        String[] reasonCodes = all(request, "reason.code");
        for (int i = 0; i < reasonCodes.length; i++) {
            form.reasons.add(new ReasonRow(reasonCodes[i], names(request, "reason.name", i)));
        }
        String[] gone = all(request, "gone.code");
        for (int i = 0; i < gone.length; i++) {
            form.gone.put(gone[i], at(request, "gone.to", i));
        }
        return form;
    }

    private static Map<String, String> names(HttpServletRequest request, String name, int i) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = at(request, name + "." + language.tag(), i);
            if (!text.isEmpty()) {
                names.put(language.tag(), text);
            }
        }
        return names;
    }

    private static String at(HttpServletRequest request, String name, int i) {
        String[] all = all(request, name);
        return i < all.length ? all[i].strip() : "";
    }

    private static String[] all(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
    }

    /** Changes rows as a button says: {@code up:2}, {@code down:2}, {@code drop:2}, {@code add}, {@code reason}. */
    void change(String asked) {
        String[] parts = asked.split(":", 2);
        int i = parts.length > 1 && parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
        switch (parts[0]) {
            case "up" -> swap(i, i - 1);
            case "down" -> swap(i, i + 1);
            case "drop" -> drop(i);
            case "add" -> stages.add(open(), new StageRow("", "open", Map.of(), "50", "14", Set.of()));
            case "reason" -> reasons.add(new ReasonRow("", Map.of()));
            case "unreason" -> {
                if (i >= 0 && i < reasons.size()) {
                    reasons.remove(i);
                }
            }
            default -> {
                // saved as it is
            }
        }
    }

    private int open() {
        return (int) stages.stream().filter(stage -> stage.end().equals("open")).count();
    }

    private void swap(int one, int other) {
        if (one >= 0 && other >= 0 && one < open() && other < open()) {
            Collections.swap(stages, one, other);
        }
    }

    private void drop(int i) {
        if (i >= 0 && i < open()) {
            StageRow row = stages.remove(i);
            if (!row.code().isEmpty()) {
                gone.put(row.code(), "");
            }
        }
    }

    /** The document that it says. */
    Map<String, Object> document(boolean stands) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", names);
        List<Object> all = new ArrayList<>();
        for (StageRow row : stages) {
            Map<String, Object> stage = new LinkedHashMap<>();
            put(stage, "code", row.code());
            stage.put("name", row.names());
            if (row.end().equals("open")) {
                stage.put("probability", number(row.probability()));
                if (!row.norm().isEmpty()) {
                    stage.put("norm", number(row.norm()));
                }
            } else {
                stage.put("end", row.end());
            }
            stage.put("required", List.copyOf(row.required()));
            all.add(stage);
        }
        document.put("stages", all);
        List<Object> why = new ArrayList<>();
        for (ReasonRow row : reasons) {
            Map<String, Object> reason = new LinkedHashMap<>();
            put(reason, "code", row.code());
            reason.put("name", row.names());
            why.add(reason);
        }
        document.put("reasons", why);
        if (stands) {
            Map<String, Object> moves = new LinkedHashMap<>();
            gone.forEach((code, to) -> put(moves, code, to));
            document.put("moves", moves);
        }
        return document;
    }

    private static void put(Map<String, Object> document, String name, String text) {
        if (!text.isEmpty()) {
            document.put(name, text);
        }
    }

    /** A number where it is one; else the text, which is refused at its place. */
    private static Object number(String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return text.matches("\\d{1,9}") ? new BigDecimal(text) : text;
    }

    Map<String, String> names() {
        return names;
    }

    List<StageRow> stages() {
        return stages;
    }

    List<ReasonRow> reasons() {
        return reasons;
    }

    Map<String, String> gone() {
        return gone;
    }
}
