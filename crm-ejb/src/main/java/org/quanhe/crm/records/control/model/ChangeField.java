package org.quanhe.crm.records.control.model;

import jakarta.enterprise.context.ApplicationScoped;
import org.quanhe.crm.records.metadata.Model;

/**
 * Other properties of a field: {@code {"op": "changeField", "type": "customers", "name": "area", "set": {"required":
 * true}}}.
 */
@ApplicationScoped
class ChangeField implements ModelChange {
    @Override
    public String op() {
        return "changeField";
    }

    @Override
    public Model apply(Model model, Part change) {
        return ChangedTypes.field(model, change, field -> ModelJson.field(change.part("set"), field));
    }
}
