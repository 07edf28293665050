package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Layouts and conditions of forms as documents have them. */
final class FormJson {
    private FormJson() {}

    static void write(Map<String, Object> to, TypeModel type) {
        if (!type.layouts().isEmpty()) {
            to.put(
                    "layouts",
                    type.layouts().values().stream().map(FormJson::written).toList());
        }
        if (!type.conditions().isEmpty()) {
            to.put(
                    "conditions",
                    type.conditions().values().stream().map(FormJson::written).toList());
        }
    }

    static Map<String, Object> written(LayoutModel layout) {
        Map<String, Object> to = new LinkedHashMap<>();
        if (!layout.role().isEmpty()) {
            to.put("role", layout.role());
        }
        List<Object> sections = new ArrayList<>();
        for (SectionModel section : layout.sections()) {
            Map<String, Object> one = new LinkedHashMap<>();
            if (!section.labels().isEmpty()) {
                one.put("labels", section.labels());
            }
            if (section.tab()) {
                one.put("tab", true);
            }
            if (section.columns() != 2) {
                one.put("columns", section.columns());
            }
            if (section.folded()) {
                one.put("folded", true);
            }
            one.put("fields", section.fields());
            sections.add(one);
        }
        to.put("sections", sections);
        if (!layout.hidden().isEmpty()) {
            to.put("hidden", List.copyOf(layout.hidden()));
        }
        return to;
    }

    static Map<String, Object> written(ConditionModel condition) {
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("field", condition.field());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("show", condition.show());
        texts.put("require", condition.require());
        texts.put("lock", condition.lock());
        texts.forEach((name, text) -> {
            if (!text.isEmpty()) {
                to.put(name, text);
            }
        });
        return to;
    }

    static Map<String, LayoutModel> layouts(Part type, Map<String, LayoutModel> otherwise) {
        if (!type.has("layouts")) {
            return otherwise;
        }
        Map<String, LayoutModel> layouts = new LinkedHashMap<>();
        type.parts("layouts").forEach(part -> {
            LayoutModel layout = layout(part);
            layouts.put(layout.role(), layout);
        });
        return layouts;
    }

    static Map<String, ConditionModel> conditions(Part type, Map<String, ConditionModel> otherwise) {
        if (!type.has("conditions")) {
            return otherwise;
        }
        Map<String, ConditionModel> conditions = new LinkedHashMap<>();
        type.parts("conditions").forEach(part -> {
            ConditionModel condition = condition(part);
            conditions.put(condition.field(), condition);
        });
        return conditions;
    }

    static LayoutModel layout(Part part) {
        List<SectionModel> sections = new ArrayList<>();
        part.parts("sections").forEach(one -> {
            sections.add(new SectionModel(
                    one.texts("labels", Map.of(), ModelJson.LONGEST_LABEL),
                    one.flag("tab", false),
                    one.number("columns", 2, 3),
                    one.flag("folded", false),
                    one.names("fields")));
            one.end();
        });
        LayoutModel read = new LayoutModel(part.text("role", ""), sections, new LinkedHashSet<>(part.names("hidden")));
        part.end();
        return read;
    }

    static ConditionModel condition(Part part) {
        ConditionModel read = new ConditionModel(
                part.text("field", ""), part.text("show", ""), part.text("require", ""), part.text("lock", ""));
        part.end();
        return read;
    }
}
