package org.quanhe.crm.pipeline.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.pipeline.PipelineView;
import org.quanhe.crm.pipeline.Reason;
import org.quanhe.crm.pipeline.Stage;
import org.quanhe.crm.platform.Language;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.control.model.ModelTexts;

/**
 * What a document of a pipeline says.
 *
 * @param names by language tag
 * @param stages the open ones in their order, then the two ends
 */
record Way(String code, Map<String, String> names, List<Stage> stages, List<Reason> reasons) {
    Way {
        names = Map.copyOf(names);
        stages = List.copyOf(stages);
        reasons = List.copyOf(reasons);
    }

    PipelineView view(long version) {
        return new PipelineView(code, told(names), version, stages, reasons, document());
    }

    /** A name in each language. */
    static LocalizedMessage told(Map<String, String> names) {
        List<String> all = new ArrayList<>();
        for (Language language : Language.values()) {
            all.add(ModelTexts.in(language, names));
        }
        return LocalizedMessage.named(all);
    }

    /** The document, everything in its order. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", code);
        document.put("name", inOrder(names));
        document.put("stages", stages.stream().map(Way::stage).toList());
        document.put(
                "reasons",
                reasons.stream()
                        .map(reason -> Map.of("code", reason.code(), "name", inOrder(reason.names())))
                        .toList());
        return document;
    }

    private static Map<String, Object> stage(Stage stage) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("code", stage.code());
        told.put("name", inOrder(stage.names()));
        if (stage.open()) {
            told.put("probability", stage.probability());
            stage.norm().ifPresent(days -> told.put("norm", days));
        } else {
            told.put("end", stage.end().code());
        }
        if (!stage.required().isEmpty()) {
            told.put("required", stage.required());
        }
        return told;
    }

    private static Map<String, Object> inOrder(Map<String, String> names) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            String name = names.get(language.tag());
            if (name != null) {
                ordered.put(language.tag(), name);
            }
        }
        return ordered;
    }
}
