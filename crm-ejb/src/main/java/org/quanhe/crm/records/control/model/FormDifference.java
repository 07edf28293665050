package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.LocalizedMessage;
import org.quanhe.crm.records.metadata.ConditionModel;
import org.quanhe.crm.records.metadata.Difference.Line;
import org.quanhe.crm.records.metadata.LayoutModel;
import org.quanhe.crm.records.metadata.SectionModel;
import org.quanhe.crm.records.metadata.TypeModel;

/** Layouts and conditions of two shapes of a type held against each other, in words. */
final class FormDifference {
    private FormDifference() {}

    static List<Line> between(String type, TypeModel was, TypeModel is) {
        List<Line> lines = new ArrayList<>();
        TreeSet<String> roles = new TreeSet<>(was.layouts().keySet());
        roles.addAll(is.layouts().keySet());
        roles.forEach(role ->
                layout(lines, type, was.layouts().get(role), is.layouts().get(role)));
        TreeSet<String> fields = new TreeSet<>(was.conditions().keySet());
        fields.addAll(is.conditions().keySet());
        fields.forEach(field -> condition(
                lines, type, field, was.conditions().get(field), is.conditions().get(field)));
        return lines;
    }

    private static void layout(List<Line> lines, String type, @Nullable LayoutModel was, @Nullable LayoutModel is) {
        String role = was == null ? is == null ? "" : is.role() : was.role();
        Object whose = role.isEmpty()
                ? LocalizedMessage.of("records.metadata.diff.everybody")
                : LocalizedMessage.of("users.roles." + role);
        if (was == null || is == null) {
            lines.add(new Line(
                    type, "", ModelDifference.message(was == null ? "layoutAdded" : "layoutGone", type, whose)));
        } else if (!was.equals(is)) {
            lines.add(new Line(type, "", ModelDifference.message("layout", type, whose, told(was), told(is))));
        }
    }

    /** Section by section, with the first of its names: enough to see what moved where. */
    private static String told(LayoutModel layout) {
        String sections = layout.sections().stream().map(FormDifference::told).collect(Collectors.joining("; "));
        return layout.hidden().isEmpty() ? sections : sections + "; ✕ " + String.join(", ", layout.hidden());
    }

    private static String told(SectionModel section) {
        String name = section.labels().values().stream().findFirst().orElse("–");
        String marks =
                (section.tab() ? "⇥ " : "") + name + " (" + section.columns() + (section.folded() ? "▾" : "") + ")";
        return marks + ": " + String.join(", ", section.fields());
    }

    private static void condition(
            List<Line> lines, String type, String field, @Nullable ConditionModel was, @Nullable ConditionModel is) {
        Map<String, String> before = texts(was);
        texts(is).forEach((property, text) -> {
            if (!text.equals(before.get(property))) {
                lines.add(new Line(
                        type,
                        field,
                        ModelDifference.message(
                                "property",
                                type + "." + field,
                                LocalizedMessage.of("records.metadata.property." + property),
                                shown(before.getOrDefault(property, "")),
                                shown(text))));
            }
        });
    }

    private static Object shown(String text) {
        return ModelDifference.shown(text.isEmpty() ? null : text);
    }

    private static Map<String, String> texts(@Nullable ConditionModel condition) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("show", condition == null ? "" : condition.show());
        texts.put("require", condition == null ? "" : condition.require());
        texts.put("lock", condition == null ? "" : condition.lock());
        return texts;
    }
}
