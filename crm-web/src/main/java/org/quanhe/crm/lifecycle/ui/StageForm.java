package org.quanhe.crm.lifecycle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quanhe.crm.lifecycle.Stage;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.records.RecordTypeView;
import org.quanhe.crm.records.ui.ConditionInput;
import org.quanhe.crm.shell.ui.Viewer;

/** What the form of a stage holds: at first what the stage is, then what was typed. */
public final class StageForm {
    private static final Stage EMPTY = new Stage("", Map.of(), 0, Map.of(), Map.of(), List.of(), Map.of());

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Map<String, String>> steps = new ArrayList<>();
    private final List<ConditionInput> enter = new ArrayList<>();
    private final List<ConditionInput> exit = new ArrayList<>();
    private String team = "";

    private StageForm() {}

    static StageForm empty(List<RecordTypeView> types, Viewer viewer) {
        return of(EMPTY, types, viewer);
    }

    static StageForm of(Stage stage, List<RecordTypeView> types, Viewer viewer) {
        StageForm form = new StageForm();
        for (Language language : Language.values()) {
            form.texts.put("name." + language.tag(), stage.names().getOrDefault(language.tag(), ""));
            form.texts.put("handOver." + language.tag(), stage.handOver().getOrDefault(language.tag(), ""));
        }
        form.team = stage.team() == 0 ? "" : Long.toString(stage.team());
        form.steps.addAll(stage.steps());
        for (RecordTypeView type : types) {
            String label = viewer.text(type.name() + ".type");
            form.enter.add(ConditionInput.of(
                    "enter." + type.name(), label, type, stage.enter().getOrDefault(type.name(), ""), viewer));
            form.exit.add(ConditionInput.of(
                    "exit." + type.name(), label, type, stage.exit().getOrDefault(type.name(), ""), viewer));
        }
        return form;
    }

    /** The form as it was sent. */
    static StageForm read(HttpServletRequest request, List<RecordTypeView> types, Viewer viewer) {
        StageForm form = new StageForm();
        for (Language language : Language.values()) {
            for (String member : List.of("name.", "handOver.")) {
                form.texts.put(member + language.tag(), parameter(request, member + language.tag()));
            }
        }
        form.team = parameter(request, "team");
        int lines = values(request, "step." + Language.EN.tag()).length;
        for (int i = 0; i < lines; i++) {
            Map<String, String> step = new LinkedHashMap<>();
            for (Language language : Language.values()) {
                String[] sent = values(request, "step." + language.tag());
                if (i < sent.length && !sent[i].isBlank()) {
                    step.put(language.tag(), sent[i].strip());
                }
            }
            if (!step.isEmpty()) {
                form.steps.add(step);
            }
        }
        for (RecordTypeView type : types) {
            String label = viewer.text(type.name() + ".type");
            form.enter.add(ConditionInput.read(request, "enter." + type.name(), label, type, viewer));
            form.exit.add(ConditionInput.read(request, "exit." + type.name(), label, type, viewer));
        }
        return form;
    }

    private static String[] values(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    /** The stage as a document. */
    Map<String, Object> document(String code, List<RecordTypeView> types) {
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("code", code);
        stage.put("name", byTag("name."));
        if (!team.isEmpty()) {
            stage.put("team", team.matches("\\d{1,9}") ? new BigDecimal(team) : team);
        }
        stage.put("enter", conditions(enter, types));
        stage.put("exit", conditions(exit, types));
        stage.put("steps", steps.stream().map(step -> Map.of("text", step)).toList());
        stage.put("handOver", byTag("handOver."));
        return stage;
    }

    private static Map<String, String> conditions(List<ConditionInput> inputs, List<RecordTypeView> types) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (int i = 0; i < types.size(); i++) {
            String condition = inputs.get(i).condition(types.get(i));
            if (!condition.isEmpty()) {
                conditions.put(types.get(i).name(), condition);
            }
        }
        return conditions;
    }

    private Map<String, String> byTag(String prefix) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String text = texts.getOrDefault(prefix + language.tag(), "");
            if (!text.isEmpty()) {
                told.put(language.tag(), text);
            }
        }
        return told;
    }

    public Map<String, String> getTexts() {
        return texts;
    }

    public String getTeam() {
        return team;
    }

    /** The steps, and one more to fill in. */
    public List<Map<String, String>> getSteps() {
        List<Map<String, String>> open = new ArrayList<>(steps);
        open.add(Map.of());
        return open;
    }

    public List<ConditionInput> getEnter() {
        return enter;
    }

    public List<ConditionInput> getExit() {
        return exit;
    }

    /** No condition at all. */
    public boolean isPlain() {
        return enter.stream().allMatch(ConditionInput::isBlank) && exit.stream().allMatch(ConditionInput::isBlank);
    }
}
