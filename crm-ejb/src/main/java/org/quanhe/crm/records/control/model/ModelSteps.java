package org.quanhe.crm.records.control.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanhe.crm.platform.JsonText;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/** The changes that lead from one model to another which forgets nothing of it. */
public final class ModelSteps {
    /** Changes of their own, not properties. */
    private static final Set<String> APART = Set.of("key", "builtIn", "fields", "retired", "layouts", "conditions");

    private final List<Object> steps = new ArrayList<>();

    private ModelSteps() {}

    /** Documents for {@link ModelChanges}, none if the models say the same. */
    public static List<Object> between(Model before, Model after) {
        ModelSteps found = new ModelSteps();
        after.types().values().forEach(type -> found.type(before.type(type.name()), type));
        // numbers as they are after reading, which is what changes are made of
        return JsonText.readList(JsonText.write(found.steps));
    }

    private void type(@Nullable TypeModel before, TypeModel after) {
        if (before == null && !after.builtIn()) {
            steps.add(step("addType", "type", ModelJson.written(after)));
            return;
        }
        TypeModel was = before == null ? TypeModel.builtIn(after.name()) : before;
        Map<String, Object> set = set(ModelJson.written(was), ModelJson.written(after));
        if (!set.isEmpty()) {
            steps.add(step("changeType", "name", after.name(), "set", set));
        }
        if (was.retired() != after.retired()) {
            steps.add(step(after.retired() ? "retireType" : "reviveType", "name", after.name()));
        }
        Map<String, String> names = makeWay(was, after);
        after.fields().forEach((key, field) -> {
            FieldModel known = was.fields().get(key);
            if (known != null) {
                change(after.name(), names.getOrDefault(key, known.name()), known, field);
            }
        });
        after.fields().forEach((key, field) -> {
            if (!was.fields().containsKey(key)) {
                steps.add(step("addField", "type", after.name(), "field", ModelJson.written(field)));
            }
        });
        order(was, after);
        form(was, after);
    }

    /** Layouts and conditions have followed fields of other names by themselves when it is their turn. */
    private void form(TypeModel was, TypeModel after) {
        TypeModel followed = followed(was, after);
        after.layouts().forEach((role, layout) -> {
            if (!layout.equals(followed.layouts().get(role))) {
                steps.add(step("setLayout", "type", after.name(), "layout", FormJson.written(layout)));
            }
        });
        was.layouts().keySet().stream()
                .filter(role -> !after.layouts().containsKey(role))
                .forEach(role -> steps.add(step("removeLayout", "type", after.name(), "role", role)));
        after.conditions().values().stream()
                .filter(condition -> !condition.equals(followed.conditions().get(condition.field())))
                .forEach(condition -> steps.add(
                        step("setCondition", "type", after.name(), "condition", FormJson.written(condition))));
        followed.conditions().keySet().stream()
                .filter(field -> !after.conditions().containsKey(field))
                .forEach(field ->
                        steps.add(step("setCondition", "type", after.name(), "condition", Map.of("field", field))));
    }

    /** Names change all at once: first all to names that nobody has, as two may have changed places. */
    private static TypeModel followed(TypeModel was, TypeModel after) {
        Map<String, String> fresh = new LinkedHashMap<>();
        TypeModel followed = was;
        for (FieldModel known : was.fields().values()) {
            FieldModel now = after.fields().get(known.key());
            if (now != null && !now.name().equals(known.name())) {
                String between = "between__" + fresh.size();
                fresh.put(between, now.name());
                followed = FormNames.renamed(followed, known.name(), between);
            }
        }
        for (Map.Entry<String, String> one : fresh.entrySet()) {
            followed = FormNames.renamed(followed, one.getKey(), one.getValue());
        }
        return followed;
    }

    /** Where a field takes the name that another gives up, all that get new names go by a name that nobody has. */
    private Map<String, String> makeWay(TypeModel was, TypeModel after) {
        Map<String, String> between = new HashMap<>();
        List<FieldModel> renamed = after.fields().values().stream()
                .filter(field -> was.fields().containsKey(field.key())
                        && !was.fields().get(field.key()).name().equals(field.name()))
                .toList();
        if (renamed.stream().anyMatch(field -> was.named(field.name()).isPresent())) {
            for (FieldModel field : renamed) {
                String free = "renamed" + between.size();
                while (was.named(free).isPresent() || after.named(free).isPresent()) {
                    free += "_";
                }
                between.put(field.key(), free);
                String name = was.fields().get(field.key()).name();
                steps.add(step("changeField", "type", after.name(), "name", name, "set", Map.of("name", free)));
            }
        }
        return between;
    }

    private void change(String type, String name, FieldModel was, FieldModel is) {
        Map<String, Object> set = set(ModelJson.written(was), ModelJson.written(is));
        if (!name.equals(is.name())) {
            set.put("name", is.name());
        }
        if (!set.isEmpty()) {
            steps.add(step("changeField", "type", type, "name", name, "set", set));
        }
        if (was.retired() != is.retired()) {
            steps.add(step(is.retired() ? "retireField" : "reviveField", "type", type, "name", is.name()));
        }
    }

    /** Moves from the end to the beginning: what stands right already is left alone. */
    private void order(TypeModel was, TypeModel after) {
        List<String> order = new ArrayList<>(was.fields().keySet());
        after.fields().keySet().stream().filter(key -> !order.contains(key)).forEach(order::add);
        List<FieldModel> wanted = List.copyOf(after.fields().values());
        for (int i = wanted.size() - 1; i >= 0; i--) {
            FieldModel field = wanted.get(i);
            FieldModel next = i == wanted.size() - 1 ? null : wanted.get(i + 1);
            int end = next == null ? order.size() : order.indexOf(next.key());
            if (order.indexOf(field.key()) != end - 1) {
                order.remove(field.key());
                order.add(next == null ? order.size() : order.indexOf(next.key()), field.key());
                Map<String, Object> move = step("moveField", "type", after.name(), "name", field.name());
                if (next != null) {
                    move.put("before", next.name());
                }
                steps.add(move);
            }
        }
    }

    private static Map<String, Object> set(Map<String, Object> was, Map<String, Object> is) {
        Map<String, Object> set = new LinkedHashMap<>();
        is.forEach((name, value) -> {
            if (!APART.contains(name) && !value.equals(was.get(name))) {
                set.put(name, value);
            }
        });
        was.forEach((name, value) -> {
            if (!APART.contains(name) && !is.containsKey(name)) {
                set.put(name, nothing(name, value));
            }
        });
        return set;
    }

    /** How a document says that a property is taken away. */
    private static Object nothing(String name, Object value) {
        if (name.equals("default")) {
            return "";
        }
        if (value instanceof Map<?, ?>) {
            return Map.of();
        }
        if (value instanceof List<?>) {
            return List.of();
        }
        return value instanceof Boolean ? Boolean.FALSE : value instanceof Number ? Integer.valueOf(0) : "";
    }

    private static Map<String, Object> step(String op, Object... namesAndValues) {
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("op", op);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            step.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return step;
    }
}
