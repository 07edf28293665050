package org.quanhe.crm.lifecycle.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.lifecycle.control.Stages.Former;
import org.quanhe.crm.platform.CrmException;
import org.quanhe.crm.platform.CrmException.Violation;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.control.model.Part;

/** Documents of stages: their shape, not yet whether conditions and teams are there. */
public final class StagesReader {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST_STAGES = 30;
    private static final int MOST_STEPS = 30;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CONDITION = 4_000;
    private static final int SHOWN = 60;

    private final Set<String> types;
    private final List<Violation> violations = new ArrayList<>();

    private StagesReader(Set<String> types) {
        this.types = types;
    }

    /**
     * What somebody sent.
     *
     * @param stages in their order
     * @param moves where records of stages that go belong, by code
     */
    public record Sent(List<Stage> stages, Map<String, String> moves) {}

    /**
     * Reads what somebody sent.
     *
     * @param types record types that go through the lifecycle
     * @throws CrmException INVALID, naming every place that cannot be read
     */
    public static Sent sent(Map<String, ?> document, Set<String> types) {
        StagesReader reader = new StagesReader(types);
        Part part = new Part("", document, reader.violations);
        List<Stage> stages = reader.stages(part);
        Map<String, String> moves = new TreeMap<>();
        if (part.raw("moves") instanceof Map<?, ?> given) {
            given.forEach((from, to) -> moves.put(from.toString(), String.valueOf(to)));
        }
        part.end();
        if (reader.violations.isEmpty() && stages.isEmpty()) {
            part.wrong("stages", "lifecycle.error.noStage");
        }
        if (!reader.violations.isEmpty()) {
            throw CrmException.invalid(reader.violations);
        }
        return new Sent(stages, moves);
    }

    /** Reads what was stored; what was never stored is the first template. */
    public static Stages stored(String text, Set<String> types) {
        Map<String, Object> document = JsonText.readMap(text);
        if (document.isEmpty()) {
            return new Stages(TemplateChoice.FIRST.stages(), Map.of());
        }
        StagesReader reader = new StagesReader(types);
        Part part = new Part("", document, reader.violations);
        List<Stage> stages = reader.stages(part);
        Map<String, Former> former = new LinkedHashMap<>();
        for (Part gone : part.parts("former")) {
            former.put(
                    gone.text("code", ""),
                    new Former(gone.texts("name", Map.of(), LONGEST_NAME), gone.text("heir", "")));
        }
        return new Stages(stages.isEmpty() ? TemplateChoice.FIRST.stages() : stages, former);
    }

    private List<Stage> stages(Part part) {
        List<Part> parts = part.parts("stages");
        if (parts.size() > MOST_STAGES) {
            part.wrong("stages", "records.error.tooMany", parts.size(), MOST_STAGES);
            return List.of();
        }
        Set<String> codes = new HashSet<>();
        return parts.stream().map(one -> stage(one, codes)).toList();
    }

    private Stage stage(Part part, Set<String> codes) {
        String code = part.text("code", "");
        if (!CODE.matcher(code).matches()) {
            part.wrong("code", "lifecycle.error.code", code.length() > SHOWN ? code.substring(0, SHOWN) + "…" : code);
        } else if (!codes.add(code)) {
            part.wrong("code", "records.metadata.error.codeTwice", code);
        }
        Map<String, String> names = part.texts("name", Map.of(), LONGEST_NAME);
        if (names.isEmpty()) {
            part.wrong("name", "records.metadata.error.noLabel");
        }
        Stage stage = new Stage(
                code,
                names,
                part.number("team", 0, Integer.MAX_VALUE),
                conditions(part, "enter"),
                conditions(part, "exit"),
                steps(part),
                part.texts("handOver", Map.of(), LONGEST_TEXT));
        part.end();
        return stage;
    }

    private Map<String, String> conditions(Part part, String name) {
        Map<String, String> byType = new TreeMap<>();
        if (part.has(name)) {
            Part conditions = part.part(name);
            for (String type : types) {
                String text = conditions.text(type, "");
                if (text.length() > LONGEST_CONDITION) {
                    conditions.wrong(type, "records.error.tooLong", text.length(), LONGEST_CONDITION);
                } else if (!text.isBlank()) {
                    byType.put(type, text);
                }
            }
            conditions.end();
        }
        return byType;
    }

    /** Each a text by language. */
    private static List<Map<String, String>> steps(Part part) {
        List<Part> parts = part.parts("steps");
        if (parts.size() > MOST_STEPS) {
            part.wrong("steps", "records.error.tooMany", parts.size(), MOST_STEPS);
            return List.of();
        }
        List<Map<String, String>> steps = new ArrayList<>();
        for (Part one : parts) {
            Map<String, String> texts = one.texts("text", Map.of(), LONGEST_TEXT);
            one.end();
            if (texts.isEmpty()) {
                one.wrong("text", "records.error.required");
            } else {
                steps.add(texts);
            }
        }
        return steps;
    }

    /** The stages as JSON has them. */
    public static Map<String, Object> document(List<Stage> stages) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("stages", stages.stream().map(StagesReader::document).toList());
        return document;
    }

    private static Map<String, Object> document(Stage stage) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", stage.code());
        told.put("name", ordered(stage.names()));
        if (stage.team() > 0) {
            told.put("team", BigDecimal.valueOf(stage.team()));
        }
        told.put("enter", new TreeMap<>(stage.enter()));
        told.put("exit", new TreeMap<>(stage.exit()));
        told.put(
                "steps",
                stage.steps().stream()
                        .map(step -> Map.of("text", ordered(step)))
                        .toList());
        told.put("handOver", ordered(stage.handOver()));
        return told;
    }

    /** In the order of the languages. */
    private static Map<String, String> ordered(Map<String, String> texts) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = texts.get(language.tag());
            if (text != null) {
                ordered.put(language.tag(), text);
            }
        }
        return ordered;
    }

    /** The text of the row. */
    static String text(Stages stages) {
        Map<String, Object> document = document(stages.stages());
        List<Map<String, Object>> former = new ArrayList<>();
        stages.former()
                .forEach((code, gone) -> former.add(Map.of("code", code, "name", gone.names(), "heir", gone.heir())));
        document.put("former", former);
        return JsonText.write(document);
    }
}
