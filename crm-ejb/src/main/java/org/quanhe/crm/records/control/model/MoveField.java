package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quanhe.crm.records.metadata.FieldModel;
import org.quanhe.crm.records.metadata.Model;
import org.quanhe.crm.records.metadata.TypeModel;

/**
 * Another place among the custom fields of a type: {@code {"op": "moveField", "type": "customers", "name": "area",
 * "before": "cooling"}}; to the end without {@code before}.
 */
@ApplicationScoped
class MoveField implements ModelChange {
    @Override
    public String op() {
        return "moveField";
    }

    @Override
    public Model apply(Model model, Part change) {
        TypeModel type = ChangedTypes.typeOf(model, change);
        String before = change.text("before", "");
        FieldModel moved = type.named(change.text("name", "")).orElse(null);
        if (moved == null || !before.isEmpty() && type.named(before).isEmpty()) {
            String missing = moved == null ? change.text("name", "") : before;
            change.wrong(moved == null ? "name" : "before", "records.metadata.error.noField", missing, type.name());
            return model;
        }
        Map<String, FieldModel> fields = new LinkedHashMap<>();
        type.fields().forEach((key, field) -> {
            if (field.name().equals(before)) {
                fields.put(moved.key(), moved);
            }
            if (!key.equals(moved.key())) {
                fields.put(key, field);
            }
        });
        fields.putIfAbsent(moved.key(), moved);
        return model.with(type.withFields(fields));
    }
}
